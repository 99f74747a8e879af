import { type BusinessCalendar, type CalendarDay, isMissing } from '#core/calendar/business-calendar.ts';
import { type CountedDays, countBusinessDays, endOfDay } from '#core/calendar/count-business-days.ts';
import { dayAfter } from '#core/calendar/once-per-day.ts';
import { parseTimeSpan } from '#core/calendar/time-span.ts';
import { whenAsked } from '#core/calendar/when-asked.ts';
import type {
  Deadline,
  DeadlineState,
  KnownDeadline,
  UnknownDeadline,
} from '#core/policy/language/deadline.ts';
import { type DeadlineSpec, valueFor } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type {
  CountFrom,
  LowerBoundDefinition,
  Moment,
  Parameters,
  Vocabulary,
} from '#core/policy/language/vocabulary.ts';
import type { Kind } from '#core/ticket/ticket.ts';

/**
 * Counts one deadline of a ticket: from its moment, by the business days of the policy, never ending before
 * what was promised or said.
 */
export function countDeadline(spec: DeadlineSpec, situation: Situation, vocabulary: Vocabulary): Deadline {
  const { ticket, calendar } = situation;
  const parameters: Parameters = Object.fromEntries(
    Object.entries(spec.momentParameters).map(([name, use]) => [name, valueFor(use, ticket.kind)]),
  );
  const countFrom: CountFrom = (from, kind) => countBusinessDays(calendar, from, daysOf(spec, kind));
  const moment = vocabulary.moments.get(spec.moment)?.find(situation, parameters, countFrom);
  if (moment === undefined) return { kind: 'none', name: spec.name };
  const count = countFrom(moment.at, moment.kind ?? ticket.kind);
  const head = { name: spec.name, from: moment.at, cause: moment.cause, businessDays: count.businessDays };
  if (count.kind === 'calendarMissing') {
    return unknown(head, count.year, count.lastsUntil, moment, situation);
  }
  const bounds = lowerBounds(spec, vocabulary, situation, moment);
  if (bounds === 'unknown') {
    const year = count.lastDay.year + 1;
    return unknown(head, year, count.expiresAt, moment, situation);
  }
  return known(head, count, bounds, moment, situation);
}

type Head = Pick<KnownDeadline, 'name' | 'from' | 'cause' | 'businessDays'>;

function daysOf(spec: DeadlineSpec, kind: Kind): number {
  const span = parseTimeSpan(String(valueFor(spec.within, kind)));
  if (span?.unit !== 'businessDays') throw new RangeError(`${spec.place}: not in business days`);
  return span.count;
}

interface Bound {
  readonly id: string;
  readonly day: Temporal.PlainDate;
}

function lowerBounds(
  spec: DeadlineSpec,
  vocabulary: Vocabulary,
  situation: Situation,
  moment: Moment,
): readonly Bound[] | 'unknown' {
  const bounds: Bound[] = [];
  for (const id of spec.lowerBounds) {
    const bound: LowerBoundDefinition | undefined = vocabulary.lowerBounds.get(id);
    const day = bound?.day(situation, moment);
    if (day === 'unknown') return 'unknown';
    if (day !== undefined) bounds.push({ id, day });
  }
  return bounds;
}

function known(
  head: Head,
  count: CountedDays,
  bounds: readonly Bound[],
  moment: Moment,
  situation: Situation,
): KnownDeadline {
  const { calendar } = situation;
  const later = bounds.filter(({ day }) => Temporal.PlainDate.compare(day, count.lastDay) > 0);
  const lastDay = later.reduce(
    (last, { day }) => (Temporal.PlainDate.compare(day, last) > 0 ? day : last),
    count.lastDay,
  );
  const expiresAt = later.length === 0 ? count.expiresAt : endOfDay(calendar, lastDay);
  const days = whenAsked(() => [...count.days, ...daysBetween(calendar, count.lastDay, lastDay)]);
  const { at, grace } = situation.judged;
  const late = at.epochNanoseconds >= expiresAt.epochNanoseconds;
  const byGrace = late && !grace.blank && Temporal.Instant.compare(at, expiresAt.add(grace)) < 0;
  return {
    kind: 'known',
    ...head,
    lastDay,
    expiresAt,
    get days() {
      return days();
    },
    heldBy: later.map(({ id }) => id),
    state: stateOf(moment, late && !byGrace),
    byGrace,
  };
}

/** The days after one through another. */
function daysBetween(
  calendar: BusinessCalendar,
  after: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = after; Temporal.PlainDate.compare(date, last) < 0; ) {
    date = dayAfter(calendar, date);
    const day = calendar.day(date);
    if (!isMissing(day)) days.push(day);
  }
  return days;
}

function stateOf(moment: Moment, passed: boolean): DeadlineState {
  if (moment.metBy !== undefined) return 'met';
  return passed ? 'passed' : 'running';
}

function unknown(
  head: Head,
  missingYear: number,
  lastsUntil: Temporal.Instant,
  moment: Moment,
  { judged }: Situation,
): UnknownDeadline {
  const surelyRunning = Temporal.Instant.compare(judged.at, lastsUntil) < 0;
  const state = surelyRunning ? 'running' : 'unknown';
  return {
    kind: 'unknown',
    ...head,
    missingYear,
    lastsUntil,
    state: moment.metBy === undefined ? state : 'met',
  };
}
