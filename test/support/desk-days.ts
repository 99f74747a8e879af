/* The days and hours of the shipped desk, told apart from the code that counts deadlines. */
import { isMissing } from '#core/calendar/business-calendar.ts';
import { russianCalendar } from './russian-calendar.ts';

const CALENDAR = russianCalendar();

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(CALENDAR.zone).toPlainDate();

function isBusinessDay(date: Temporal.PlainDate): boolean {
  const day = CALENDAR.day(date);
  return !isMissing(day) && day.counts;
}

/** Desk hours are 09:00 to 18:00, to 17:00 on short days. */
export function deskIsOpen(at: Temporal.Instant): boolean {
  const { hour } = at.toZonedDateTimeISO(CALENDAR.zone);
  const day = CALENDAR.day(dayOf(at));
  return !isMissing(day) && day.counts && hour >= 9 && hour < (day.short ? 17 : 18);
}

/** Business days that lie wholly between two instants. */
export function businessDaysBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  let days = 0;
  for (let date = dayOf(from).add({ days: 1 }); Temporal.PlainDate.compare(date, dayOf(to)) < 0; ) {
    if (isBusinessDay(date)) days += 1;
    date = date.add({ days: 1 });
  }
  return days;
}

/** The midnight that ends the n-th business day after an instant; `undefined` where the calendar does not reach. */
export function endOfBusinessDay(from: Temporal.Instant, count: number): Temporal.Instant | undefined {
  let date = dayOf(from);
  for (let counted = 0; counted < count; ) {
    date = date.add({ days: 1 });
    if (isMissing(CALENDAR.day(date))) return undefined;
    if (isBusinessDay(date)) counted += 1;
  }
  return date.add({ days: 1 }).toZonedDateTime(CALENDAR.zone).toInstant();
}
