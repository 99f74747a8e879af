import type { Client } from 'jira.js/core';
import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readingOf } from '#configuration/reading-of.ts';
import type { FetchIssue } from '#evaluation/ports.ts';
import { Fault } from '#faults.ts';
import { type AgentLookup, agentLookup } from '#jira/agents.ts';
import { issueFetcher } from '#jira/fetch-issue.ts';
import { openClient } from '#jira/open-client.ts';
import type { Log } from '#log.ts';
import { readSecret } from '#settings.ts';

export interface ConnectedJira {
  readonly client: Client;
  readonly agents: AgentLookup;
  readonly fetchIssue: FetchIssue;
}

/**
 * Opens the configured Jira; nothing is asked of it yet.
 *
 * @throws RGL9004 when the credentials are not in the environment
 */
export function connectJira(configuration: Configuration, clock: Clock, log: Log): ConnectedJira {
  const { site, outbox, people } = configuration;
  const client = openClient({
    url: site.url.replace(/\/+$/, ''),
    user: secret(site.credentials.user),
    token: secret(site.credentials.token),
    timeoutSeconds: outbox.requestTimeoutSeconds,
  });
  const agents = agentLookup(client, people.agentRoles, clock, log);
  const fetchIssue = issueFetcher(client, async (projectKey) =>
    readingOf(configuration, await agents.agentsOf(projectKey)),
  );
  return { client, agents, fetchIssue };
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
