import { type Client, createClient } from 'jira.js/core';
import { Agent, setGlobalDispatcher } from 'undici';
import { Fault } from '#faults.ts';
import { guarded } from './guard.ts';
import { refuseRedirects } from './refuse-redirects.ts';

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

/**
 * A client for one Jira: jira.js' transport behind our guard.
 *
 * @throws RGL9007 when the user is no e-mail address or the token is empty
 */
export function openClient({ url, user, token, timeoutSeconds }: Connection): Client {
  const timeoutMilliseconds = timeoutSeconds * 1000;
  const socketTimeout = timeoutMilliseconds + SOCKET_GRACE_MILLISECONDS;
  setGlobalDispatcher(
    new Agent({
      headersTimeout: socketTimeout,
      bodyTimeout: socketTimeout,
      connect: { timeout: timeoutMilliseconds },
    }).compose(refuseRedirects),
  );
  return guarded(coreClient(url, user, token), { timeoutMilliseconds });
}

function coreClient(url: string, user: string, token: string): Client {
  try {
    return createClient({
      host: url,
      auth: { type: 'basic', email: user, apiToken: token },
      onSchemaMismatch: 'silent',
    });
  } catch {
    // What the library found is not passed on: it may quote the token.
    throw new Fault(
      'RGL9007',
      {
        ru: `с этими данными в Jira не войти: нужны адрес сайта (сейчас ${url}), e-mail учётной записи и непустой токен`,
        en: `these credentials cannot be used with Jira: it needs the site's address (now ${url}), the account's e-mail address and a token that is not empty`,
      },
      { url },
    );
  }
}
