import type { ForecastStep } from '#core/decision/forecast.ts';
import { type Entry, inTrueOrder, type Message } from '#core/ticket/entry.ts';
import { moveIn, movesOf } from '#core/ticket/status-history.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/** What happened, as far as a picture of time shows it. */
export type Mark =
  | 'created'
  /** Something was asked of the customer, and an answer is counted from it. */
  | 'asked'
  /** A letter of ours that names the last day, while the customer is waited for. */
  | 'reminded'
  | 'customerWrote'
  | 'teamWrote'
  /** A note of ours to the agents. */
  | 'noted'
  | 'closed'
  | 'reopened'
  | 'now';

export interface MarkAt {
  readonly at: Temporal.Instant;
  readonly mark: Mark;
}

/**
 * The marks of a ticket in order, and after `now` what time alone will do.
 *
 * @param causes ids of the entries that deadlines are counted from
 */
export function marksOf(
  ticket: Ticket,
  now: Temporal.Instant,
  next: readonly ForecastStep[],
  causes: ReadonlySet<string>,
): readonly MarkAt[] {
  const happened = ticket.entries.flatMap((entry) => markOf(ticket, entry, causes));
  const foreseen = next.flatMap((step) => foreseenMark(step).map((mark) => ({ at: step.at, mark })));
  return [{ at: ticket.createdAt, mark: 'created' }, ...happened, { at: now, mark: 'now' }, ...foreseen];
}

function markOf(ticket: Ticket, entry: Entry, causes: ReadonlySet<string>): readonly MarkAt[] {
  const mark = entry.kind === 'message' ? messageMark(ticket, entry, causes) : moveMark(ticket, entry);
  return mark === undefined ? [] : [{ at: entry.at, mark }];
}

function messageMark(ticket: Ticket, message: Message, causes: ReadonlySet<string>): Mark | undefined {
  if (!message.public) return message.actor === 'ourselves' ? 'noted' : undefined;
  if (message.actor === 'customer' || message.actor === 'unknown') return 'customerWrote';
  if (causes.has(message.id)) return 'asked';
  return message.marker?.promisedLastDay !== undefined && waitsAt(ticket, message) ? 'reminded' : 'teamWrote';
}

function waitsAt(ticket: Ticket, message: Message): boolean {
  const moves = movesOf(ticket);
  const last = moves.findLast(({ entry }) => inTrueOrder(entry, message) < 0);
  return (last?.to ?? moves[0]?.from ?? ticket.state) === 'waitingForCustomer';
}

function moveMark(ticket: Ticket, entry: Entry): Mark | undefined {
  const move = moveIn(ticket, entry);
  if (move === undefined || (move.from === 'closed') === (move.to === 'closed')) return undefined;
  return move.to === 'closed' ? 'closed' : 'reopened';
}

function foreseenMark({ effects }: ForecastStep): readonly Mark[] {
  if (effects.some((data) => data.kind === 'transition' && data.to === 'closed')) return ['closed'];
  return effects.some((data) => data.kind === 'reply' && data.promisedLastDay !== undefined)
    ? ['reminded']
    : [];
}
