import { searchAndReconsileIssuesUsingJqlPost } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import { readNamed } from '#core/issue/read-fields.ts';
import type { Named } from '#core/ticket/ticket.ts';
import { Fault } from '#faults.ts';
import type { ChangedSince } from '#sweep/ports.ts';

const KEYS_A_PAGE = 1000;

/**
 * Keys of tickets that changed since an instant. Instants in JQL are epoch milliseconds: neither the caller's time
 * zone nor JQL's rounding to minutes can bite.
 *
 * @throws RGL9203 when Jira repeats a page token: a sweep that is silently short is worse than none
 */
export function changedSince(client: Client, projects: readonly string[]): ChangedSince {
  return async function* search(since) {
    if (projects.length === 0) return;
    const jql = `project in (${quoted(projects)}) AND updated >= ${since.epochMilliseconds} ORDER BY updated ASC`;
    yield* keysOf(client, jql);
  };
}

/** Keys of closed tickets that bear one of these labels. */
export async function* labelledClosed(
  client: Client,
  projects: readonly string[],
  labels: readonly string[],
): AsyncIterable<string> {
  if (projects.length === 0) return;
  const closed = `project in (${quoted(projects)}) AND statusCategory = Done`;
  yield* keysOf(client, `${closed} AND labels in (${quoted(labels)})`);
}

/**
 * Keys of tickets that are not done, longest untouched first, each with the status that it stands in: names of
 * statuses that a site does not have would be an error in JQL, so whoever asks chooses by the mapping.
 */
export async function* openTickets(
  client: Client,
  projects: readonly string[],
): AsyncIterable<{ readonly key: string; readonly status: Named }> {
  if (projects.length === 0) return;
  const jql = `project in (${quoted(projects)}) AND statusCategory != Done ORDER BY updated ASC`;
  for await (const issue of issuesOf(client, jql, ['status'])) {
    const key = textAt(issue, 'key');
    const status = readNamed(own(objectAt(issue, 'fields') ?? {}, 'status'));
    if (key !== undefined && status !== undefined) yield { key, status };
  }
}

/** Words of JQL may be keys of projects too, and labels may hold anything. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll(/["\\]/g, '\\$&')}"`).join(', ');
}

async function* keysOf(client: Client, jql: string): AsyncIterable<string> {
  for await (const issue of issuesOf(client, jql, ['key'])) {
    const key = textAt(issue, 'key');
    if (key !== undefined) yield key;
  }
}

async function* issuesOf(client: Client, jql: string, fields: string[]): AsyncIterable<JsonObject> {
  const seen = new Set<string>();
  for (let nextPageToken: string | undefined; ; ) {
    const answer = (await searchAndReconsileIssuesUsingJqlPost(client, {
      jql,
      fields,
      maxResults: KEYS_A_PAGE,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    })) as unknown;
    if (!isObject(answer)) return;
    yield* objectsAt(answer, 'issues');
    nextPageToken = textAt(answer, 'nextPageToken');
    if (nextPageToken === undefined || nextPageToken === '') return;
    if (seen.has(nextPageToken)) {
      const words = { ru: 'поиск Jira повторил страницу', en: "Jira's search repeated a page" };
      throw new Fault('RGL9203', words);
    }
    seen.add(nextPageToken);
  }
}
