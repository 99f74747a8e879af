import type { Language } from '#core/calendar/bilingual.ts';
import { cloneIssue } from '#simulator/acts/clone-issue.ts';
import { mergeIssue } from '#simulator/acts/merge-issue.ts';
import { receiveMail } from '#simulator/mail-handler.ts';
import type { Issue, IssueType } from '#simulator/model.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import type { World } from '#simulator/world.ts';
import { actOnTicket, mailedFile, sendFiles, spokenIn } from './act-on-ticket.ts';
import { type Act, ASKED_KINDS, type AskedKind, type Words } from './deed.ts';

/** Plays what people do, in process, and remembers which ticket is which. */
export interface PeopleOnWorld {
  readonly perform: (act: Act) => void;
  /** A ticket by its name in the story; a follow-up is `follow-up of …`. */
  readonly find: (name: string) => Issue | undefined;
  readonly nameOf: (issue: Issue) => string;
}

const FOLLOW_UP_OF = 'follow-up of ';

export function peopleOnWorld(world: World, language: Language): PeopleOnWorld {
  const ids = new Map<string, string>();
  const spoken = (words: Words) => spokenIn(words, language);

  const nameOf = (issue: Issue): string =>
    [...ids].find(([, id]) => id === issue.id)?.[0] ?? `${FOLLOW_UP_OF}${nameOfOrigin(issue)}`;
  const nameOfOrigin = (issue: Issue): string => {
    const origin = issue.links.find(({ outward }) => outward)?.other;
    const old = origin === undefined ? undefined : world.issues.get(origin);
    return old === undefined ? issue.key : nameOf(old);
  };
  const find = (name: string): Issue | undefined => {
    const id = ids.get(name);
    if (id !== undefined) return world.issues.get(id);
    return name.startsWith(FOLLOW_UP_OF)
      ? [...world.issues.values()].find((issue) => nameOf(issue) === name)
      : undefined;
  };
  const known = (name: string): Issue => {
    const issue = find(name);
    if (issue === undefined) throw new NoSuchTicket(name);
    return issue;
  };
  const opened = (name: string, issue: Issue) => void ids.set(name, issue.id);

  const perform = (act: Act): void => {
    const { who, ticket } = act;
    switch (act.does) {
      case 'mails': {
        const before = find(ticket);
        const subject =
          before === undefined ? spoken(act.subject ?? '') : `Re: [${before.key}] ${before.summary}`;
        const files = (act.files ?? []).map(mailedFile);
        const mail = { from: who, subject, text: spoken(act.text), files };
        const issue = receiveMail(world, mail, issueTypeOf(world, act.kind));
        if (before === undefined) opened(ticket, issue);
        return;
      }
      case 'asksOnPortal':
      case 'registersCall':
        opened(ticket, newRequest(world, act, language));
        return;
      case 'clones':
        opened(ticket, cloneIssue(world, known(act.of), who));
        return;
      case 'merges':
        mergeIssue(world, known(ticket), known(act.into), who);
        return;
      default:
        actOnTicket(world, known(ticket), act, language);
    }
  };
  return { find, nameOf, perform };
}

/** A story speaks of a ticket that nobody has opened. */
export class NoSuchTicket extends Error {
  readonly ticket: string;

  constructor(ticket: string) {
    super(`nobody has opened "${ticket}" yet`);
    this.name = 'NoSuchTicket';
    this.ticket = ticket;
  }
}

function issueTypeOf(world: World, kind: AskedKind | undefined): IssueType {
  const type = world.site.issueTypes[kind === undefined ? 0 : ASKED_KINDS.indexOf(kind)];
  if (type === undefined) throw new Error('the site has no such issue type');
  return type;
}

function newRequest(
  world: World,
  act: Act & { readonly does: 'asksOnPortal' | 'registersCall' },
  language: Language,
): Issue {
  const byPhone = act.does === 'registersCall';
  const issue = world.create({
    by: act.who,
    reporter: byPhone ? act.for : act.who,
    summary: spokenIn(act.subject, language),
    description: documentOf(spokenIn(act.text, language)),
    issueType: issueTypeOf(world, act.kind),
    channel: byPhone ? 'jira' : 'portal',
    labels: byPhone ? ['phone'] : [],
    participants: byPhone ? [] : (act.with ?? []),
  });
  if (!byPhone) sendFiles(world, issue, act.who, act.files);
  return issue;
}
