import { getCurrentUser } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, textAt } from '#core/issue/json.ts';

/**
 * Ids of the account that we are signed in as, asked for once: what it did is our own doing, whatever the
 * configuration names. Taken for an agent we would answer ourselves.
 *
 * @throws a fault with a code RGL92xx while Jira does not tell; the next caller asks again
 */
export function ownAccount(client: Client): () => Promise<readonly string[]> {
  let known: Promise<readonly string[]> | undefined;
  return () => {
    known ??= whoWeAre(client).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

/** Ids of the account that we are signed in as; on Data Center its name and key. */
export async function whoWeAre(client: Client): Promise<readonly string[]> {
  const user = (await getCurrentUser(client, {})) as unknown;
  return ['accountId', 'name', 'key'].flatMap((field) => (isObject(user) ? (textAt(user, field) ?? []) : []));
}
