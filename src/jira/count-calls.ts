import type { Client, SendRequestOptions } from 'jira.js/core';

/** How often Jira was asked, by what for. */
export type CallCounts = Readonly<Record<string, number>>;

export interface CountedClient {
  readonly client: Client;
  /** Everything counted since the client was opened. */
  readonly counts: () => CallCounts;
}

/** The first that fits names a call. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\/search(\/jql)?$/, 'search'],
  [/\/changelog/, 'changelog'],
  [/\/comment/, 'comment'],
  [/\/transitions/, 'transition'],
  [/\/properties\//, 'property'],
  [/\/issueLink/, 'link'],
  [/\/attachment/, 'attachment'],
  [/\/issue(\/[^/]+)?$/, 'issue'],
];

/** Counts what a client asks of Jira. */
export function countedClient(inner: Client): CountedClient {
  const counts = new Map<string, number>();
  return {
    client: {
      sendRequest<T>(request: SendRequestOptions<T>): Promise<T> {
        const name = NAMES.find(([pattern]) => pattern.test(request.url.split('?')[0] ?? ''))?.[1] ?? 'other';
        counts.set(name, (counts.get(name) ?? 0) + 1);
        return inner.sendRequest(request);
      },
    },
    counts: () => Object.fromEntries(counts),
  };
}

/** What was asked between two counts. */
export function callsBetween(before: CallCounts, after: CallCounts): CallCounts {
  const entries = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}
