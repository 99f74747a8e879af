import { type BusinessCalendar, type CalendarDay, isMissing, type MissingYear } from './business-calendar.ts';
import { dateOf } from './date-of.ts';
import { closingTime } from './desk-hours.ts';
import { dayAfter, oncePerDay } from './once-per-day.ts';

/** A period in business days, counted to its end. */
export interface CountedDays {
  readonly kind: 'counted';
  readonly from: Temporal.Instant;
  readonly businessDays: number;
  /** The last day on which an act is still in time. */
  readonly lastDay: Temporal.PlainDate;
  /** Exclusive: in time means strictly before. */
  readonly expiresAt: Temporal.Instant;
  /** The ledger: every day after the anchor's own, through the last one, with the reason it counted or did not. */
  readonly days: readonly CalendarDay[];
}

/** The count ran into a year without a calendar. */
export interface UncountedDays extends MissingYear {
  readonly from: Temporal.Instant;
  readonly businessDays: number;
  /** The days counted before the calendar ended. */
  readonly days: readonly CalendarDay[];
  /** The period surely lasts at least until here: the count was not complete when the calendar ended. */
  readonly lastsUntil: Temporal.Instant;
}

export type DayCount = CountedDays | UncountedDays;

/** No regulation counts further; a larger number is a typing mistake. */
export const MAX_BUSINESS_DAYS = 1000;

/**
 * The period of `businessDays` that an event at `from` starts.
 *
 * The event's own day is day 0 at any hour; each business day after it counts one, short days whole;
 * the period ends with the last of them, at `dayEnd`.
 *
 * @clause 4.3-d, 5.3.1-4a — "в течение N рабочих дней"; Civil Code of Russia, articles 190-194
 * @param businessDays a whole number from 1 to {@link MAX_BUSINESS_DAYS}
 */
export function countBusinessDays(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
  businessDays: number,
): DayCount {
  if (!Number.isInteger(businessDays) || businessDays < 1 || businessDays > MAX_BUSINESS_DAYS) {
    throw new RangeError(`business days must be a whole number from 1 to ${MAX_BUSINESS_DAYS}`);
  }
  const countFrom = COUNTS[businessDays - 1] ?? countOf(businessDays);
  return { ...countFrom(calendar, dateOf(calendar, from)), from };
}

type CountOfDay = Omit<CountedDays, 'from'> | Omit<UncountedDays, 'from'>;

function countOf(businessDays: number) {
  return (calendar: BusinessCalendar, anchor: Temporal.PlainDate) =>
    countFromDay(calendar, anchor, businessDays);
}

/** Hours do not matter to a count, so all tickets of a day share it. Longer periods are rare, and not kept. */
const COUNTS = Array.from({ length: 31 }, (_, index) => oncePerDay(countOf(index + 1)));

function countFromDay(
  calendar: BusinessCalendar,
  anchor: Temporal.PlainDate,
  businessDays: number,
): CountOfDay {
  const days: CalendarDay[] = [];
  let date = anchor;
  for (let counted = 0; counted < businessDays; ) {
    date = dayAfter(calendar, date);
    const day = calendar.day(date);
    if (isMissing(day)) return { ...day, businessDays, days, lastsUntil: startOfDay(calendar, date) };
    days.push(day);
    if (day.counts) counted += 1;
  }
  return { kind: 'counted', businessDays, lastDay: date, expiresAt: endOfDay(calendar, date), days };
}

/** Midnight at which a date begins in the desk's zone. */
export const startOfDay = oncePerDay((calendar, date) => date.toZonedDateTime(calendar.zone).toInstant());

/** The exclusive instant at which a last day ends, by the desk's `dayEnd`. @clause AMB-3 */
export const endOfDay = oncePerDay((calendar, date) => {
  if (calendar.dayEnd === '24:00') return startOfDay(calendar, dayAfter(calendar, date));
  const plainTime = calendar.dayEnd === 'deskHours' ? closingTime(calendar, date) : calendar.dayEnd;
  return date.toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant();
});

/** The business day on or after a date. */
export function businessDayFrom(
  calendar: BusinessCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | MissingYear {
  for (let candidate = date; ; candidate = dayAfter(calendar, candidate)) {
    const day = calendar.day(candidate);
    if (isMissing(day)) return day;
    if (day.counts) return candidate;
  }
}
