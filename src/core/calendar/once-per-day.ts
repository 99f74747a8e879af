import { type BusinessCalendar, type CalendarDay, isMissing } from './business-calendar.ts';

type OfDay<Value> = (calendar: BusinessCalendar, date: Temporal.PlainDate) => Value;

/**
 * Computes something of a calendar's days once each: every ticket counts over the same few weeks, and reckoning with
 * zones and dates is most of what a deadline costs.
 *
 * @param compute rests on nothing but its arguments; a day whose calendar is missing is computed each time
 */
export function oncePerDay<Value>(compute: OfDay<Value>): OfDay<Value> {
  const calendars = new WeakMap<BusinessCalendar, Map<CalendarDay, Value>>();
  return (calendar, date) => {
    const day = calendar.day(date);
    if (isMissing(day)) return compute(calendar, date);
    let known = calendars.get(calendar);
    if (known === undefined) {
      known = new Map();
      calendars.set(calendar, known);
    }
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const value = compute(calendar, day.date);
    known.set(day, value);
    return value;
  };
}

/** The date after a date. */
export const dayAfter: OfDay<Temporal.PlainDate> = oncePerDay((_, date) => date.add({ days: 1 }));
