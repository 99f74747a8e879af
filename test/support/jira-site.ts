/* The simulator on a free port, with the people of the tests, and the service's own way of asking it. */
import type { Client } from 'jira.js/core';
import { readingOf } from '#configuration/reading-of.ts';
import { type ReadIssue, readIssue } from '#core/issue/read-issue.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { dialectOf, type Flavour } from '#jira/dialect-of.ts';
import { issueFetcher } from '#jira/fetch-issue.ts';
import { openClient } from '#jira/open-client.ts';
import type { SimulatorFlavour } from '#simulator/http/speech.ts';
import type { Issue, User } from '#simulator/model.ts';
import { type Site, serviceSite } from '#simulator/site.ts';
import { type RunningSimulator, startSimulator } from '#simulator/start-simulator.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { theConfiguration } from './desk.ts';
import { msk } from './moscow-time.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT, type Someone } from './people.ts';

export const ADMIN: Someone = { id: 'admin', name: 'Администратор Jira', accountType: 'app' };

/** What Jira answered, whatever it was. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Door = (method: Method, path: string, body?: unknown) => Promise<Answer>;

export interface JiraSite extends RunningSimulator {
  /** As the service asks: our account, behind the guard. */
  readonly client: Client;
  /** As somebody of the tests asks: over HTTP, with their own sign-in. */
  readonly as: (who: Someone) => Door;
  /** A customer's request, as the portal makes it. */
  readonly request: (by: Someone, summary: string) => Issue;
  /** A comment, as somebody writes it. */
  readonly says: (
    issue: Issue,
    by: Someone,
    text: string,
    options?: { readonly internal?: boolean },
  ) => string;
  /** A transition by its name in the workflow. */
  readonly moves: (issue: Issue, by: Someone, transition: string, resolution?: string) => void;
  /** The ticket as the service reads it. */
  readonly ticket: (key: string) => Promise<Ticket>;
}

export function signInOf(who: Someone): { readonly email: string; readonly token: string } {
  return { email: `${who.id}@example.org`, token: `token-of-${who.id}` };
}

function siteUsers(): readonly User[] {
  return [ANNA, BORIS, OLGA, IVAN, ROBOT, BOT, ADMIN].map((who) => ({
    accountId: who.id,
    displayName: who.name,
    accountType: who.accountType ?? 'atlassian',
    ...signInOf(who),
  }));
}

/** @param change what an administrator of this site has set up otherwise */
export async function openSite(
  change: (site: Site) => Site = (site) => site,
  speaks: SimulatorFlavour = 'cloud',
): Promise<JiraSite> {
  const simulator = await startSimulator({
    site: change(serviceSite(siteUsers())),
    startsAt: msk('2027-02-16 10:00'),
    port: 0,
    flavour: speaks,
  });
  const { world, url } = simulator;
  const { email, token } = signInOf(BOT);
  const flavour: Flavour = speaks === 'cloud' ? 'cloud' : 'data-center';
  const user = flavour === 'cloud' ? email : BOT.id;
  const client = openClient({ url, flavour, user, token, timeoutSeconds: 10 });
  return {
    ...simulator,
    client,
    as: (who) => doorOf(url, who, flavour),
    request(by, summary) {
      const [issueType] = world.site.issueTypes;
      if (issueType === undefined) throw new Error('the site has no issue type');
      const description = documentOf('Не проводится документ.');
      return world.create({ by: by.id, reporter: by.id, summary, description, issueType, channel: 'portal' });
    },
    says(issue, by, text, { internal = false } = {}) {
      const made = { by: by.id, body: documentOf(text), public: !internal, properties: [] };
      return world.comment(issue, made).id;
    },
    moves(issue, by, name, resolution) {
      const transition = world.transitionsOf(issue).find((offered) => offered.name === name);
      if (transition === undefined) throw new Error(`the workflow does not offer ${name}`);
      world.transition(
        issue,
        by.id,
        transition,
        world.site.resolutions.find((known) => known.name === resolution),
      );
    },
    async ticket(key) {
      const read = await readFrom(client, key, flavour);
      if (read.kind !== 'ticket') throw new Error(read.why.en);
      return read.ticket;
    },
  };
}

async function readFrom(client: Client, key: string, flavour: Flavour): Promise<ReadIssue> {
  const readingFor = async () => readingOf(theConfiguration(), { agents: ['olga', 'ivan'] });
  const reading = flavour === 'cloud' ? async () => readingOf(theConfiguration()) : readingFor;
  const fetched = await issueFetcher(client, reading, dialectOf(flavour))(key);
  if (fetched.kind !== 'issue') throw new Error(`${key} is not there`);
  return readIssue(fetched.issue, fetched.reading);
}

export function doorOf(url: string, who: Someone, flavour: Flavour = 'cloud'): Door {
  const { email, token } = signInOf(who);
  const user = flavour === 'cloud' ? email : who.id;
  const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  return async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
}
