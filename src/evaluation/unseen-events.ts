import { eventsOf, type TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { JudgedMark } from './ports.ts';

/**
 * Entries can become visible later than their time says: a mail in a queue, a replica behind. So far back we still
 * look for entries that we have not judged.
 */
export const OVERLAP = Temporal.Duration.from({ hours: 24 });

/**
 * Events that were not judged yet, in true order; nothing before the activation is judged, and nothing whose time is
 * still to come: a clock that is wrong by months must not hide what happens until then.
 */
export function unseenEvents(
  ticket: Ticket,
  mark: JudgedMark | undefined,
  activatedAt: Temporal.Instant,
  present: Temporal.Instant,
): readonly TicketEvent[] {
  const from = mark === undefined ? activatedAt : later(activatedAt, mark.until.subtract(OVERLAP));
  return eventsOf(ticket).filter(
    (event) =>
      Temporal.Instant.compare(event.at, from) >= 0 &&
      Temporal.Instant.compare(event.at, present) <= 0 &&
      mark?.ids.has(event.id) !== true,
  );
}

/** The mark after these events were judged as well. */
export function markAfter(
  mark: JudgedMark | undefined,
  ticket: Ticket,
  judged: readonly TicketEvent[],
  activatedAt: Temporal.Instant,
): JudgedMark {
  const until = judged.reduce((newest, { at }) => later(newest, at), mark?.until ?? activatedAt);
  const from = until.subtract(OVERLAP);
  const recent = eventsOf(ticket).filter(({ at }) => Temporal.Instant.compare(at, from) >= 0);
  const known = new Set([...(mark?.ids ?? []), ...judged.map(({ id }) => id)]);
  return { until, ids: new Set(recent.map(({ id }) => id).filter((id) => known.has(id))) };
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}
