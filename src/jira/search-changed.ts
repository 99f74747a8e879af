import type { Client } from 'jira.js/core';
import { objectAt, own, textAt } from '#core/issue/json.ts';
import { readNamed } from '#core/issue/read-fields.ts';
import type { Named } from '#core/ticket/ticket.ts';
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
    yield* keysOf(dialect, client, jql);
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
  yield* keysOf(dialect, client, `${closed} AND labels in (${quoted(labels)})`);
}

/**
 * Keys of tickets that are not done, longest untouched first, each with the status that it stands in: names of
 * statuses that a site does not have would be an error in JQL, so whoever asks chooses by the mapping.
 */
export async function* openTickets(
  client: Client,
  projects: readonly string[],
  dialect: Dialect = CLOUD,
): AsyncIterable<{ readonly key: string; readonly status: Named }> {
  if (projects.length === 0) return;
  const jql = `project in (${quoted(projects)}) AND statusCategory != Done ORDER BY updated ASC`;
  for await (const issue of dialect.issuesOf(client, jql, ['status'])) {
    const key = textAt(issue, 'key');
    const status = readNamed(own(objectAt(issue, 'fields') ?? {}, 'status'));
    if (key !== undefined && status !== undefined) yield { key, status };
  }
}

async function* keysOf(dialect: Dialect, client: Client, jql: string): AsyncIterable<string> {
  for await (const issue of dialect.issuesOf(client, jql, ['key'])) {
    const key = textAt(issue, 'key');
    if (key !== undefined) yield key;
  }
}

/** Words of JQL may be keys of projects too, and labels may hold anything. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll(/["\\]/g, '\\$&')}"`).join(', ');
}
