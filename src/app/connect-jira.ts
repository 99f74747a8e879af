import type { Client } from 'jira.js/core';
import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readingOf } from '#configuration/reading-of.ts';
import type { FetchIssue } from '#evaluation/ports.ts';
import { Fault } from '#faults.ts';
import { type AgentLookup, agentLookup } from '#jira/agents.ts';
import { type CallCounts, countedClient } from '#jira/count-calls.ts';
import type { Dialect } from '#jira/dialect.ts';
import { dialectOf } from '#jira/dialect-of.ts';
import { issueFetcher } from '#jira/fetch-issue.ts';
import { openClient } from '#jira/open-client.ts';
import { ownAccount } from '#jira/own-account.ts';
import type { Log } from '#log.ts';
import { readSecret } from '#settings.ts';

export interface ConnectedJira {
  readonly client: Client;
  readonly dialect: Dialect;
  /** How often Jira was asked. */
  readonly calls: () => CallCounts;
  readonly agents: AgentLookup;
  readonly fetchIssue: FetchIssue;
}

/** As whom we use Jira. */
export interface SignIn {
  readonly user: string;
  readonly token: string;
}

/**
 * Opens the configured Jira; nothing is asked of it yet.
 *
 * @param signIn instead of the credentials in the environment
 * @throws RGL9004 when the credentials are not in the environment
 */
export function connectJira(
  configuration: Configuration,
  clock: Clock,
  log: Log,
  signIn?: SignIn,
): ConnectedJira {
  const { site, outbox, people } = configuration;
  const { user, token } = site.credentials;
  const dialect = dialectOf(site.flavour);
  const opened = openClient({
    url: site.url.replace(/\/+$/, ''),
    flavour: site.flavour,
    ...(signIn ?? { user: user === undefined ? undefined : secret(user), token: secret(token) }),
    timeoutSeconds: outbox.requestTimeoutSeconds,
  });
  const { client, counts } = countedClient(opened);
  const agents = agentLookup(client, people.agentRoles, clock, log, dialect);
  const ourselves = ownAccount(client);
  const readingFor = async (projectKey: string) =>
    readingOf(configuration, { agents: await agents.agentsOf(projectKey), ourselves: await ourselves() });
  const fetchIssue = issueFetcher(client, readingFor, dialect);
  return { client, dialect, calls: counts, agents, fetchIssue };
}

/** @throws RGL9004 when the environment does not have it */
export function secret(name: string): string {
  const value = readSecret(name);
  if (value !== undefined) return value;
  const words = {
    ru: `в окружении нет ${name} (или ${name}_FILE)`,
    en: `the environment has no ${name} (nor ${name}_FILE)`,
  };
  throw new Fault('RGL9004', words, { variable: name });
}
