import { type CalendarDay, isMissing } from '#core/calendar/business-calendar.ts';
import { startOfDay } from '#core/calendar/count-business-days.ts';
import { dateOf } from '#core/calendar/date-of.ts';
import type { ForecastStep } from '#core/decision/forecast.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { movesOf } from '#core/ticket/status-history.ts';
import type { Ticket, TicketState } from '#core/ticket/ticket.ts';
import { type CountedRow, countedRows } from './counted-rows.ts';
import { type Mark, type MarkAt, marksOf } from './marks.ts';

/** What the three thirds of a day, of eight hours each, ended in; `undefined` before the ticket was there and after now. */
export type DayStates = readonly (TicketState | undefined)[];

export interface TimelineDay {
  readonly date: Temporal.PlainDate;
  /** Absent where the calendar of the year is missing. */
  readonly calendar: CalendarDay | undefined;
  readonly states: DayStates;
  /** In order; what lies after now is what time alone will do. */
  readonly marks: readonly Mark[];
}

/** A ticket's time, a day a column: what the desk's calendar says, how the ticket stood, what was counted. */
export interface Timeline {
  readonly days: readonly TimelineDay[];
  readonly rows: readonly CountedRow[];
}

/**
 * Lays out a ticket's time from the day it was created to the last day that is still counted or foreseen.
 *
 * @param ticket as it is at `now`
 * @param next what time alone will do, as the forecast has it
 */
export function timelineOf(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
  next: readonly ForecastStep[],
): Timeline {
  const { calendar } = reglament;
  const rows = countedRows(reglament, ticket, now);
  const causes = new Set(rows.flatMap(({ stretches }) => stretches.map(({ cause }) => cause)));
  const marks = marksOf(ticket, now, next, causes);
  const ends = [
    ...marks.map(({ at }) => dateOf(calendar, at)),
    ...rows.flatMap(({ cells }) => [...cells.keys()].map((day) => Temporal.PlainDate.from(day))),
  ];
  const last = ends.reduce((a, b) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b), dateOf(calendar, now));
  const days: TimelineDay[] = [];
  for (
    let date = dateOf(calendar, ticket.createdAt);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    days.push(dayOf(date, reglament, ticket, now, marks));
  }
  return { days, rows };
}

function dayOf(
  date: Temporal.PlainDate,
  { calendar }: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
  marks: readonly MarkAt[],
): TimelineDay {
  const day = calendar.day(date);
  const midnight = startOfDay(calendar, date);
  const thirds = [0, 1, 2].map((third) => {
    const begins = midnight.add({ hours: third * THIRD_HOURS });
    return stateIn(ticket, now, begins, begins.add({ hours: THIRD_HOURS }));
  });
  return {
    date,
    calendar: isMissing(day) ? undefined : day,
    states: thirds,
    marks: marks.filter(({ at }) => dateOf(calendar, at).equals(date)).map(({ mark }) => mark),
  };
}

const THIRD_HOURS = 8;

/** The state at the end of a stretch, or at `now` where that is in it. */
function stateIn(
  ticket: Ticket,
  now: Temporal.Instant,
  begins: Temporal.Instant,
  ends: Temporal.Instant,
): TicketState | undefined {
  const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  if (before(now, begins) || !before(ticket.createdAt, ends)) return undefined;
  const moves = movesOf(ticket);
  const lastMove = moves.findLast(({ entry }) => before(entry.at, ends));
  return lastMove?.to ?? moves[0]?.from ?? ticket.state;
}
