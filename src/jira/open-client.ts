import { type Client, createClient } from 'jira.js/core';
import { Agent, setGlobalDispatcher } from 'undici';
import { guarded } from './guard.ts';

export interface Connection {
  /** With its context path, without a trailing slash. */
  readonly url: string;
  /** Our account's e-mail address and API token. */
  readonly user: string;
  readonly token: string;
  readonly timeoutSeconds: number;
}

/** Sockets are given up a little later than requests, so that a request's own words are heard. */
const SOCKET_GRACE_MILLISECONDS = 1000;

/** A client for one Jira: jira.js' transport behind our guard. */
export function openClient({ url, user, token, timeoutSeconds }: Connection): Client {
  const timeoutMilliseconds = timeoutSeconds * 1000;
  const socketTimeout = timeoutMilliseconds + SOCKET_GRACE_MILLISECONDS;
  setGlobalDispatcher(
    new Agent({
      headersTimeout: socketTimeout,
      bodyTimeout: socketTimeout,
      connect: { timeout: timeoutMilliseconds },
    }),
  );
  const core = createClient({
    host: url,
    auth: { type: 'basic', email: user, apiToken: token },
    onSchemaMismatch: 'silent',
  });
  return guarded(core, { timeoutMilliseconds });
}
