import type { IssueReading } from '#core/issue/read-issue.ts';
import type { People } from '#core/ticket/person.ts';
import type { Configuration } from './configuration.ts';

/**
 * How issues of the configured site are read.
 *
 * @param agents members of the agent roles, where somebody looked them up
 */
export function readingOf(configuration: Configuration, agents?: readonly string[]): IssueReading {
  const { people, site, mapping } = configuration;
  const known = [...people.agents, ...(agents ?? [])];
  const listed: People = {
    ourselves: people.ourselves,
    automation: people.automation,
    customers: people.customers,
    ...(known.length === 0 ? {} : { agents: known }),
  };
  return { site: site.name, mapping, people: listed };
}
