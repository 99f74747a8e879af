import type { Reglament } from '#core/policy/language/reglament.ts';
import { type DeskEvent, type EventKind, eventsOf, timePassed } from '#core/ticket/event.ts';
import { ticketAt } from '#core/ticket/past.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { type ForecastStep, forecast } from './forecast.ts';

/** A decision about a ticket as it was at an instant, and what time alone would do from there. */
export interface Explanation {
  readonly ticket: Ticket;
  readonly decision: Decision;
  readonly next: readonly ForecastStep[];
}

/**
 * Decides one ticket at an instant, the way the service would.
 *
 * @param kind what happened; its subject is the newest such event of the ticket at or before `at`
 * @param at later history is invisible
 * @param activatedAt causes before it are only observed; absent: all causes count
 * @returns `undefined` when nothing of the kind had happened by then
 */
export async function explain(
  reglament: Reglament,
  ticket: Ticket,
  kind: EventKind,
  at: Temporal.Instant,
  activatedAt?: Temporal.Instant,
): Promise<Explanation | undefined> {
  const then = ticketAt(ticket, at);
  const event = eventAt(then, kind, at);
  if (event === undefined) return undefined;
  const decision = await decide(reglament, then, event, at);
  return { ticket: then, decision, next: await forecast(reglament, then, at, activatedAt) };
}

function eventAt(ticket: Ticket, kind: EventKind, at: Temporal.Instant): DeskEvent | undefined {
  if (kind === 'timePassed') return timePassed(at);
  return eventsOf(ticket).findLast(
    (event) => event.kind === kind && Temporal.Instant.compare(event.at, at) <= 0,
  );
}
