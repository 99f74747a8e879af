import type { IssueReading } from '#core/issue/read-issue.ts';
import type { People } from '#core/ticket/person.ts';
import type { Configuration } from './configuration.ts';

export interface LookedUpPeople {
  /** Members of the agent roles. */
  readonly agents?: readonly string[] | undefined;
  /** The account that we are signed in as. */
  readonly ourselves?: readonly string[];
}

/**
 * How issues of the configured site are read.
 *
 * @param lookedUp who was looked up in Jira, beside whom the configuration names
 */
export function readingOf(configuration: Configuration, lookedUp: LookedUpPeople = {}): IssueReading {
  const { people, site, mapping } = configuration;
  const known = [...people.agents, ...(lookedUp.agents ?? [])];
  // Nobody was found: then nobody is surely an agent. Nobody was asked for: then the account type decides.
  const isKnown = lookedUp.agents !== undefined || people.agents.length > 0;
  const listed: People = {
    ourselves: [...people.ourselves, ...(lookedUp.ourselves ?? [])],
    automation: people.automation,
    customers: people.customers,
    ...(isKnown ? { agents: known } : {}),
  };
  return { site: site.name, mapping, people: listed };
}
