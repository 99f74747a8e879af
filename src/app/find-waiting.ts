import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import { ticketMapping } from '#core/issue/site-mapping.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Message } from '#core/ticket/entry.ts';
import { timePassed } from '#core/ticket/event.ts';
import { entryIntoState } from '#core/ticket/status-history.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { unaskedWait } from '#evaluation/unasked-wait.ts';
import { inParallel } from '#in-parallel.ts';
import { callsBetween } from '#jira/count-calls.ts';
import { openTickets } from '#jira/search-changed.ts';
import { silentLog } from '#log.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { connectJira } from './connect-jira.ts';

/** So many waiting tickets are read whole, those that were untouched for longest; each takes some requests. */
const MOST_READ = 300;
const READ_AT_ONCE = 4;

/** Words of ours are quoted up to here. */
const LONGEST_QUOTE = 200;

/** A ticket that waits for its customer although no question is open. */
export interface UnaskedTicket {
  readonly ticket: string;
  readonly summary: string;
  readonly status: string;
  /** Since when it waits; absent where the history does not show it. */
  readonly since?: string;
  readonly parkedBy?: { readonly name: string; readonly as: string };
  /** The last public words of the desk. */
  readonly lastWords?: { readonly at: string; readonly by: string; readonly text: string };
  /** True: those words may have been a question after all. */
  readonly unsure: boolean;
}

export interface WaitingReport {
  readonly waiting: readonly UnaskedTicket[];
  /** How many tickets wait for their customer, asked or not. */
  readonly looked: number;
  /** How many more wait that were not read, because there are too many. */
  readonly left: number;
  /** Keys of tickets that could not be read. */
  readonly unreadable: readonly string[];
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * Tickets that wait for the customer although nobody asked anything: nothing ever closes them, and nobody answers.
 * Found by one search and the same reading by which decisions are taken; nothing is written.
 */
export async function findWaiting(
  configuration: Configuration,
  reglament: Reglament,
  now: Temporal.Instant,
): Promise<WaitingReport> {
  const jira = connectJira(configuration, machineClock, silentLog);
  const before = jira.calls();
  const { stateOf } = ticketMapping(configuration.mapping);
  const keys: string[] = [];
  for await (const { key, status } of openTickets(jira.client, configuration.projects, jira.dialect)) {
    if (stateOf(status) === 'waitingForCustomer') keys.push(key);
  }
  const waiting = new Map<string, UnaskedTicket>();
  const unreadable: string[] = [];
  await inParallel(keys.slice(0, MOST_READ), READ_AT_ONCE, async (key) => {
    const fetched = await jira.fetchIssue(key);
    const read = fetched.kind === 'issue' ? readIssue(fetched.issue, fetched.reading) : undefined;
    if (read?.kind !== 'ticket') {
      unreadable.push(key);
      return;
    }
    const unasked = unaskedWait(reglament, read.ticket, now);
    if (unasked !== undefined) waiting.set(key, describe(reglament, read.ticket, now, unasked === 'perhaps'));
  });
  return {
    waiting: keys.flatMap((key) => waiting.get(key) ?? []),
    looked: Math.min(keys.length, MOST_READ),
    left: Math.max(0, keys.length - MOST_READ),
    unreadable: unreadable.toSorted(),
    calls: callsBetween(before, jira.calls()),
  };
}

function describe(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
  unsure: boolean,
): UnaskedTicket {
  const parked = entryIntoState(ticket);
  const words = ticket.entries.findLast(
    (entry): entry is Message =>
      entry.kind === 'message' && entry.public && (entry.actor === 'agent' || entry.actor === 'ourselves'),
  );
  return {
    ticket: ticket.key,
    summary: ticket.summary,
    status: ticket.status.name,
    ...(parked === undefined ? {} : { since: parked.at.toString() }),
    ...(parked?.author === undefined
      ? {}
      : { parkedBy: { name: parked.author.displayName, as: parked.actor } }),
    ...(words === undefined ? {} : { lastWords: quoted(reglament, ticket, words, now) }),
    unsure,
  };
}

function quoted(reglament: Reglament, ticket: Ticket, message: Message, now: Temporal.Instant) {
  const situation = openSituation(reglament, ticket, timePassed(now), now);
  const text = ownWords(message.text, situation.words).cut.text.replace(/\s+/g, ' ').trim();
  return {
    at: message.at.toString(),
    by: message.author?.displayName ?? '—',
    text: text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`,
  };
}
