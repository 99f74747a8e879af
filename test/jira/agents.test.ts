import type { Client } from 'jira.js/core';
import { describe, expect, it } from 'vitest';
import { movableClock } from '#clock.ts';
import { readingOf } from '#configuration/reading-of.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import { agentLookup } from '#jira/agents.ts';
import { silentLog } from '#log.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const START = msk('2027-02-16 10:00');

/** A Jira with one role: a user, and a group of two, told one by one. */
function jiraWithRole(): { readonly client: Client; readonly asked: string[]; down: boolean } {
  const jira = { asked: [] as string[], down: false, client: undefined as unknown as Client };
  jira.client = {
    sendRequest: ((request: { url: string; searchParams?: { startAt?: number } }) => {
      jira.asked.push(request.url);
      if (jira.down) return Promise.reject(new Error('down'));
      return Promise.resolve(answerTo(request.url, request.searchParams?.startAt ?? 0));
    }) as Client['sendRequest'],
  };
  return jira;
}

function answerTo(url: string, startAt: number): object {
  if (url.endsWith('/role')) {
    return { 'Service Desk Team': 'https://x/role/10100', Administrators: 'https://x/role/10002' };
  }
  if (url.endsWith('/role/10100')) {
    return {
      actors: [{ actorUser: { accountId: 'olga' } }, { actorGroup: { groupId: 'g1', name: 'team' } }],
    };
  }
  if (url.endsWith('/group/member')) {
    return { values: [{ accountId: startAt === 0 ? 'ivan' : 'petr' }], isLast: startAt === 1 };
  }
  throw new Error(url);
}

describe('who is an agent', () => {
  it('is whoever is in the configured roles, by themselves or by a group', async () => {
    const jira = jiraWithRole();
    const agents = agentLookup(jira.client, ['service desk team'], movableClock(START), silentLog);
    expect(await agents.agentsOf('SUP')).toEqual(['olga', 'ivan', 'petr']);
    expect(agents.trouble()).toBeUndefined();
  });

  it('is not asked for where no roles are configured: the kind of account tells it', async () => {
    const jira = jiraWithRole();
    const agents = agentLookup(jira.client, [], movableClock(START), silentLog);
    expect(await agents.agentsOf('SUP')).toBeUndefined();
    expect(jira.asked).toEqual([]);
  });

  it('is asked once in ten minutes', async () => {
    const jira = jiraWithRole();
    const clock = movableClock(START);
    const agents = agentLookup(jira.client, ['Service Desk Team'], clock, silentLog);
    await agents.agentsOf('SUP');
    const once = jira.asked.length;
    clock.move(START.add({ minutes: 9, seconds: 59 }));
    await agents.agentsOf('SUP');
    expect(jira.asked).toHaveLength(once);
    clock.move(START.add({ minutes: 10 }));
    await agents.agentsOf('SUP');
    expect(jira.asked).toHaveLength(2 * once);
  });

  it('is nobody surely while Jira does not tell, and that is said', async () => {
    const jira = jiraWithRole();
    jira.down = true;
    const agents = agentLookup(jira.client, ['Service Desk Team'], movableClock(START), silentLog);
    expect(await agents.agentsOf('SUP')).toEqual([]);
    expect(agents.trouble()).toContain('SUP');
  });

  it('is who it was before while Jira does not tell, and is asked again after a minute', async () => {
    const jira = jiraWithRole();
    const clock = movableClock(START);
    const agents = agentLookup(jira.client, ['Service Desk Team'], clock, silentLog);
    await agents.agentsOf('SUP');
    jira.down = true;
    clock.move(START.add({ minutes: 10 }));
    expect(await agents.agentsOf('SUP')).toEqual(['olga', 'ivan', 'petr']);
    expect(agents.trouble()).toBeDefined();
    jira.down = false;
    clock.move(START.add({ minutes: 11 }));
    await agents.agentsOf('SUP');
    expect(agents.trouble()).toBeUndefined();
  });

  it('is troubling when a role has nobody in it, or is not there', async () => {
    const agents = agentLookup(jiraWithRole().client, ['Nobody'], movableClock(START), silentLog);
    expect(await agents.agentsOf('SUP')).toEqual([]);
    expect(agents.trouble()).toContain('Nobody');
  });

  it('is nobody on a ticket either, when nobody was found: a licensed account alone proves nothing', async () => {
    const raw = new RawIssue('2027-02-16 14:00').says(OLGA, '2027-02-16 15:00', 'Готово?').toJson();
    const actors = (agents?: readonly string[]) => {
      const reading = readingOf(theConfiguration(), agents === undefined ? {} : { agents });
      const read = readIssue(raw, reading);
      return read.kind === 'ticket' ? read.ticket.entries.map(({ actor }) => actor) : [];
    };

    expect(actors([])).toEqual(['unknown']);
    expect(actors(['ivan'])).toEqual(['unknown']);
    expect(actors(['olga'])).toEqual(['agent']);
    expect(actors()).toEqual(['agent']);
  });
});
