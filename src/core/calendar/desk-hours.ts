import { type BusinessCalendar, isMissing, type MissingYear } from './business-calendar.ts';
import { dateOf } from './date-of.ts';
import { dayAfter, oncePerDay } from './once-per-day.ts';

/** How much earlier a short day ends (Labour Code of Russia, article 95). */
const SHORT_DAY_ENDS_EARLIER = { hours: 1 };

/** One stretch in which the desk is open: `opensAt` inside, `closesAt` outside. */
export interface OpenHours {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** When the desk closes on a date, if it opens at all: an hour earlier on a short day. */
export function closingTime(calendar: BusinessCalendar, date: Temporal.PlainDate): Temporal.PlainTime {
  const day = calendar.day(date);
  const short = !isMissing(day) && day.short;
  return short ? calendar.deskHours.closes.subtract(SHORT_DAY_ENDS_EARLIER) : calendar.deskHours.closes;
}

/** The desk's open hours on a date; `undefined` when it stays closed. */
export function openHoursOn(
  calendar: BusinessCalendar,
  date: Temporal.PlainDate,
): OpenHours | MissingYear | undefined {
  const day = calendar.day(date);
  if (isMissing(day)) return day;
  return day.counts ? hoursOfDay(calendar, date) : undefined;
}

const hoursOfDay = oncePerDay<OpenHours>((calendar, date) => {
  const at = (plainTime: Temporal.PlainTime) =>
    date.toZonedDateTime({ timeZone: calendar.zone, plainTime }).toInstant();
  return { opensAt: at(calendar.deskHours.opens), closesAt: at(closingTime(calendar, date)) };
});

/** The first open hours that are not over at `from`. */
export function nextOpenHours(calendar: BusinessCalendar, from: Temporal.Instant): OpenHours | MissingYear {
  for (let date = dateOf(calendar, from); ; date = dayAfter(calendar, date)) {
    const hours = openHoursOn(calendar, date);
    if (hours === undefined) continue;
    if (isMissing(hours)) return hours;
    if (from.epochNanoseconds < hours.closesAt.epochNanoseconds) return hours;
  }
}

/** The earliest instant, `from` itself included, at which the desk is open. */
export function deskOpenAt(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
): Temporal.Instant | MissingYear {
  const hours = nextOpenHours(calendar, from);
  if (isMissing(hours)) return hours;
  return from.epochNanoseconds < hours.opensAt.epochNanoseconds ? hours.opensAt : from;
}
