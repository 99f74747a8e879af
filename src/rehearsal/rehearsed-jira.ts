import type { Language } from '#core/calendar/bilingual.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { SiteMapping } from '#core/issue/site-mapping.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { FetchedIssue } from '#evaluation/ports.ts';
import { CustomerMails } from '#simulator/customer-mails.ts';
import type { Issue, User } from '#simulator/model.ts';
import { type RivalSwitches, Rivals } from '#simulator/rivals.ts';
import { SERVICE_FIELDS, type Site, serviceSite } from '#simulator/site.ts';
import { allFieldsJson } from '#simulator/wire/all-fields.ts';
import { commentJson, historyJson, type Wire } from '#simulator/wire/issue-json.ts';
import { World } from '#simulator/world.ts';
import { worldClock } from '#simulator/world-clock.ts';
import { BOT } from './people.ts';

export interface RehearsedJiraSettings {
  readonly users: readonly User[];
  /** Accounts that work for the desk. */
  readonly agents: readonly string[];
  readonly language: Language;
  readonly rivals: RivalSwitches;
  readonly startsAt: Temporal.Instant;
}

/** Names by which the site's resolutions are meant in rules. */
export type ResolutionNames = Readonly<Record<'unanswered' | 'outOfScope', readonly string[]>>;

/** The simulator's Jira without a wire: what it would answer over HTTP is asked for in process. */
export interface RehearsedJira {
  readonly world: World;
  readonly rivals: Rivals;
  readonly mails: CustomerMails;
  readonly mapping: SiteMapping & { readonly resolutions: ResolutionNames };
  readonly fetchIssue: (ticketKey: string) => Promise<FetchedIssue>;
  /** The ticket as a look at it would read it now. */
  readonly ticket: (issue: Issue) => Ticket;
}

export function openJira(settings: RehearsedJiraSettings): RehearsedJira {
  const { users, agents, language, startsAt } = settings;
  const site = withApproval(serviceSite(users, language));
  const world = new World(site, worldClock(startsAt.epochMilliseconds));
  const rivals = new Rivals(world);
  rivals.set(settings.rivals);
  const mails = new CustomerMails(world);
  // As an admin sets it who reads our README: Jira's own notices of what we do would be a second mail for one act.
  const notOfOurs = { active: true, exceptInitiatedBy: [BOT] };
  mails.set({ requestCreated: notOfOurs, requestResolved: notOfOurs });
  world.onHappening((happening) => rivals.hear(happening));
  const wire: Wire = {
    base: 'https://jira.example',
    world,
    text: (document) => document,
    shown: (issue) => issue,
  };
  const mapping = mappingOf(world);
  const people = { agents, ourselves: [BOT], automation: [site.automation] };
  const reading = { site: 'jira', mapping, people };
  return {
    world,
    rivals,
    mails,
    mapping,
    async fetchIssue(ticketKey) {
      const issue = world.find(ticketKey);
      return issue === undefined
        ? { kind: 'notThere', why: { ru: 'такого обращения нет', en: 'there is no such ticket' } }
        : { kind: 'issue', issue: issueJson(wire, issue), reading };
    },
    ticket(issue) {
      const read = readIssue(issueJson(wire, issue), reading);
      if (read.kind === 'unreadable') throw new Error(read.why.en);
      return read.ticket;
    },
  };
}

const APPROVAL = '10290';

/** The simulator's site with one status more, which nobody has mapped, and with the priority that no machine asks about. */
function withApproval(site: Site): Site {
  const name = site.statuses[0]?.name === 'Waiting for support' ? 'Waiting for approval' : 'На согласовании';
  const all = site.statuses.map(({ id }) => id);
  return {
    ...site,
    priorities: [...site.priorities, { id: '1', name: 'Highest' }],
    statuses: [...site.statuses, { id: APPROVAL, name, category: 'indeterminate' }],
    transitions: [
      ...site.transitions.map((way) =>
        way.resolution === 'clears' ? way : { ...way, from: [...way.from, APPROVAL] },
      ),
      { id: '91', name, from: all, to: APPROVAL, resolution: 'keeps', byCustomer: false },
    ],
  };
}

/** One issue whole, as the gateway composes it: comments with their properties, all of the history. */
function issueJson(wire: Wire, issue: Issue): object {
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      ...allFieldsJson(wire, issue),
      comment: { comments: issue.comments.map((comment) => commentJson(wire, issue, comment, true)) },
    },
    changelog: { histories: issue.histories.map((history) => historyJson(wire, history)) },
    properties: { 'request.channel.type': issue.properties.get('request.channel.type') },
  };
}

/** The rehearsed site's names, mapped: what a team maps on its own site is not rehearsed. */
function mappingOf({ site }: World): RehearsedJira['mapping'] {
  const [open, inProgress, waiting, ...closed] = site.statuses
    .filter(({ id }) => id !== APPROVAL)
    .map(({ id }) => [id]);
  const [consultation, error, changeRequest] = site.issueTypes.map(({ name }) => [name]);
  const [, unanswered, outOfScope] = site.resolutions.map(({ name }) => [name]);
  return {
    statuses: {
      open: open ?? [],
      inProgress: inProgress ?? [],
      waitingForCustomer: waiting ?? [],
      closed: closed.flat(),
    },
    kinds: {
      consultation: consultation ?? [],
      error: error ?? [],
      changeRequest: changeRequest ?? [],
    },
    channels: { phoneLabels: ['phone', 'телефон'] },
    fields: {
      requestType: [SERVICE_FIELDS.requestType],
      participants: [SERVICE_FIELDS.participants],
      organizations: [SERVICE_FIELDS.organizations],
      approvers: [SERVICE_FIELDS.approvals],
    },
    items: {},
    priorities: { urgent: ['Highest'] },
    duplicates: ['Duplicate', 'Дубликат'],
    cloneLinks: ['Cloners'],
    resolutions: { unanswered: unanswered ?? [], outOfScope: outOfScope ?? [] },
  };
}
