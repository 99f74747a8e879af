import { getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, objectAt, own } from '#core/issue/json.ts';
import { noList } from './list-in.ts';
import { checkedKey } from './ticket-key.ts';

/**
 * Labels of a ticket, by one small request.
 *
 * @throws a fault with a code RGL92xx when Jira does not tell: no labels are something else
 */
export async function labelsOf(client: Client, ticketKey: string): Promise<readonly string[]> {
  const issue = (await getIssue(client, {
    issueIdOrKey: checkedKey(ticketKey),
    fields: ['labels'],
  })) as unknown;
  const labels = isObject(issue) ? own(objectAt(issue, 'fields') ?? {}, 'labels') : undefined;
  if (!Array.isArray(labels)) throw noList('labels');
  return labels.filter((label) => typeof label === 'string');
}
