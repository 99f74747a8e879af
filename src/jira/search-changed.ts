import type { Client } from 'jira.js/core';
import type { ChangedSince } from '#sweep/ports.ts';
import { CLOUD } from './cloud.ts';
import type { Dialect } from './dialect.ts';

/**
 * Keys of tickets that changed since an instant. Instants in JQL are epoch milliseconds: neither the caller's time
 * zone nor JQL's rounding to minutes can bite.
 *
 * @throws RGL9203 when Jira's pages do not add up: a sweep that is silently short is worse than none
 */
export function changedSince(
  client: Client,
  projects: readonly string[],
  dialect: Dialect = CLOUD,
): ChangedSince {
  return async function* search(since) {
    if (projects.length === 0) return;
    const jql = `project in (${quoted(projects)}) AND updated >= ${since.epochMilliseconds} ORDER BY updated ASC`;
    yield* dialect.keysOf(client, jql);
  };
}

/** Keys of closed tickets that bear one of these labels. */
export async function* labelledClosed(
  client: Client,
  projects: readonly string[],
  labels: readonly string[],
  dialect: Dialect = CLOUD,
): AsyncIterable<string> {
  if (projects.length === 0) return;
  const closed = `project in (${quoted(projects)}) AND statusCategory = Done`;
  yield* dialect.keysOf(client, `${closed} AND labels in (${quoted(labels)})`);
}

/** Words of JQL may be keys of projects too, and labels may hold anything. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll(/["\\]/g, '\\$&')}"`).join(', ');
}
