import type { Language } from '#core/calendar/bilingual.ts';
import { forecast } from '#core/decision/forecast.ts';
import type { Message } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Issue } from '#simulator/model.ts';
import type { RehearsedDesk } from './desk.ts';
import { BOT } from './people.ts';

/** A letter or a note of ours as it stands in Jira. */
export interface SeenWords {
  readonly at: Temporal.Instant;
  readonly message: string;
  readonly text: string;
  readonly lastDay: Temporal.PlainDate | undefined;
  /** Everybody who got a mail of it. */
  readonly to: readonly string[];
}

/** What is to be seen on a ticket of a rehearsed desk. */
export interface Seen {
  readonly ticket: Ticket;
  readonly letters: readonly SeenWords[];
  readonly notes: readonly SeenWords[];
  readonly followUps: number;
  /** How many mails each person got of what we did, on whatever ticket. */
  readonly mails: ReadonlyMap<string, number>;
  /** Why each rule acted that has acted on it, in words. */
  readonly why: ReadonlyMap<string, string>;
}

export function seenOn(desk: RehearsedDesk, issue: Issue, language: Language): Seen {
  const ticket = desk.jira.ticket(issue);
  const ours = ticket.entries.filter(
    (entry): entry is Message => entry.kind === 'message' && entry.actor === 'ourselves',
  );
  const words = ours.map((message) => ({ public: message.public, seen: seenWords(desk, message) }));
  return {
    ticket,
    letters: words.flatMap(({ public: isPublic, seen }) => (isPublic ? [seen] : [])),
    notes: words.flatMap(({ public: isPublic, seen }) => (isPublic ? [] : [seen])),
    followUps: [...desk.jira.world.issues.values()].filter(({ links, creator }) =>
      continues(links, creator, issue),
    ).length,
    mails: mailsOfOurs(desk),
    why: whyActed(desk, issue.key, language),
  };
}

/** What time alone will do to it from now on. */
export async function forecastOn(desk: RehearsedDesk, ticket: Ticket) {
  return forecast(desk.reglament, ticket, desk.now());
}

function seenWords({ jira }: RehearsedDesk, message: Message): SeenWords {
  const commentId = message.id.slice(message.id.indexOf(':') + 1);
  const mails = jira.mails.after(0).filter(({ causedBy }) => causedBy.commentId === commentId);
  return {
    at: message.at,
    message: message.marker?.message ?? '',
    text: message.text,
    lastDay: message.marker?.promisedLastDay,
    to: mails.map(({ to }) => to.accountId).sort(),
  };
}

function continues(links: Issue['links'], creator: string, issue: Issue): boolean {
  return creator === BOT && links.some(({ outward, other }) => outward && other === issue.id);
}

function mailsOfOurs({ jira }: RehearsedDesk): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { to, causedBy } of jira.mails.after(0)) {
    if (causedBy.accountId === BOT) counts.set(to.accountId, (counts.get(to.accountId) ?? 0) + 1);
  }
  return counts;
}

function whyActed({ memory }: RehearsedDesk, key: string, language: Language): ReadonlyMap<string, string> {
  const acted = new Map<string, string>();
  const done = memory.effects().filter(({ state, ticketKey }) => state === 'DONE' && ticketKey === key);
  for (const { rule } of done) acted.set(rule, '');
  for (const { ticketKey, decision } of memory.decisions) {
    if (ticketKey !== key || decision.effects.length === 0) continue;
    for (const { rule, why } of decision.rules) {
      const isOurs = decision.effects.some((effect) => effect.rule === rule.id);
      if (isOurs && why !== undefined && acted.has(rule.id)) acted.set(rule.id, why[language]);
    }
  }
  return acted;
}
