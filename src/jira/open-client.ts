import { type Client, type ClientConfig, createClient } from 'jira.js/core';
import { Agent, setGlobalDispatcher } from 'undici';
import { Fault } from '#faults.ts';
import type { Flavour } from './dialect-of.ts';
import { guarded } from './guard.ts';
import { refuseRedirects } from './refuse-redirects.ts';

export interface Connection {
  /** With its context path, without a trailing slash. */
  readonly url: string;
  /** Absent: Cloud. */
  readonly flavour?: Flavour | undefined;
  /**
   * Our account's e-mail address on Cloud, and its name on Data Center; there it is absent where the token is a
   * personal access token, which says by itself whose it is.
   */
  readonly user?: string | undefined;
  /** API token, personal access token, or password. */
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
export function openClient(connection: Connection): Client {
  const { timeoutSeconds, flavour } = connection;
  const timeoutMilliseconds = timeoutSeconds * 1000;
  const socketTimeout = timeoutMilliseconds + SOCKET_GRACE_MILLISECONDS;
  setGlobalDispatcher(
    new Agent({
      headersTimeout: socketTimeout,
      bodyTimeout: socketTimeout,
      connect: { timeout: timeoutMilliseconds },
    }).compose(refuseRedirects),
  );
  const client = guarded(coreClient(connection), { timeoutMilliseconds });
  return flavour === 'data-center' ? speakingVersion2(client) : client;
}

/** jira.js has version 3 in every address; Data Center has the same calls in version 2. */
function speakingVersion2(client: Client): Client {
  return {
    sendRequest: (request) =>
      client.sendRequest({ ...request, url: request.url.replace(/^\/rest\/api\/3\//, '/rest/api/2/') }),
  };
}

/** @throws TypeError when Data Center's user or token is empty: the library would not notice */
function signedIn({ flavour, user, token }: Connection): Pick<ClientConfig, 'auth' | 'headers'> {
  if (flavour !== 'data-center') return { auth: { type: 'basic', email: user ?? '', apiToken: token } };
  if (token === '' || user === '') throw new TypeError('an empty secret');
  if (user === undefined) return { auth: { type: 'bearer', token } };
  // The library takes nothing but an e-mail address for a user.
  const encoded = Buffer.from(`${user}:${token}`).toString('base64');
  return { headers: { Authorization: `Basic ${encoded}` } };
}

function coreClient(connection: Connection): Client {
  const { url } = connection;
  try {
    return createClient({
      host: url,
      ...signedIn(connection),
      onSchemaMismatch: 'silent',
    } as ClientConfig);
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
