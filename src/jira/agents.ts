import { getProjectRole, getProjectRoles } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import type { Clock } from '#clock.ts';
import { isObject, objectsAt } from '#core/issue/json.ts';
import { folded } from '#core/issue/site-mapping.ts';
import { reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';
import { CLOUD } from './cloud.ts';
import type { Dialect } from './dialect.ts';

/** Who is an agent changes rarely; asking for each ticket would cost more calls than the ticket itself. */
const KEPT = Temporal.Duration.from({ minutes: 10 });

/** After a failed look-up we ask again sooner. */
const KEPT_AFTER_FAILURE = Temporal.Duration.from({ minutes: 1 });

export interface AgentLookup {
  /**
   * Account ids of a project's agents; on Data Center user names.
   *
   * @returns `undefined` when no roles are configured: the account type then decides. An empty list when the look-up
   * failed: then nobody is surely an agent, and no public act rests on anybody's role.
   */
  readonly agentsOf: (projectKey: string) => Promise<readonly string[] | undefined>;
  /** Why the last look-up failed, if it did. */
  readonly trouble: () => string | undefined;
}

interface Known {
  readonly agents: readonly string[];
  readonly until: Temporal.Instant;
}

export function agentLookup(
  client: Client,
  roles: readonly string[],
  clock: Clock,
  log: Log,
  dialect: Dialect = CLOUD,
): AgentLookup {
  const known = new Map<string, Known>();
  let trouble: string | undefined;
  return {
    trouble: () => trouble,
    async agentsOf(projectKey) {
      if (roles.length === 0) return undefined;
      const now = clock.now();
      const kept = known.get(projectKey);
      if (kept !== undefined && Temporal.Instant.compare(now, kept.until) < 0) return kept.agents;
      try {
        const agents = await lookUp(client, projectKey, roles, dialect);
        trouble =
          agents.length === 0
            ? `project ${projectKey} has nobody in the roles ${roles.join(', ')}`
            : undefined;
        known.set(projectKey, { agents, until: now.add(KEPT) });
        return agents;
      } catch (error) {
        trouble = `agents of ${projectKey} cannot be looked up: ${reasonOf(error)}`;
        log.warn('agents cannot be looked up', { projectKey, why: reasonOf(error) });
        const agents = kept?.agents ?? [];
        known.set(projectKey, { agents, until: now.add(KEPT_AFTER_FAILURE) });
        return agents;
      }
    },
  };
}

async function lookUp(
  client: Client,
  projectIdOrKey: string,
  roles: readonly string[],
  dialect: Dialect,
): Promise<readonly string[]> {
  const all = (await getProjectRoles(client, { projectIdOrKey })) as unknown;
  const wanted = new Set(roles.map(folded));
  const addresses = Object.entries(isObject(all) ? all : {}).filter(([name]) => wanted.has(folded(name)));
  const agents = new Set<string>();
  for (const [, address] of addresses) {
    const id = Number(/\/(\d+)$/.exec(String(address))?.[1]);
    const role = (await getProjectRole(client, { projectIdOrKey, id })) as unknown;
    for (const actor of isObject(role) ? objectsAt(role, 'actors') : []) {
      for (const account of await dialect.accountsOf(client, actor)) agents.add(account);
    }
  }
  return [...agents];
}
