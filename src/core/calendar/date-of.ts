import type { CalendarSettings } from './business-calendar.ts';

/** The desk's own date at an instant. */
export function dateOf({ zone }: CalendarSettings, at: Temporal.Instant): Temporal.PlainDate {
  const known = dates.get(at);
  if (known?.zone === zone) return known.date;
  const date = at.toZonedDateTimeISO(zone).toPlainDate();
  dates.set(at, { zone, date });
  return date;
}

/** Several deadlines are counted from the instant of one entry, and again at every look. */
const dates = new WeakMap<Temporal.Instant, { readonly zone: string; readonly date: Temporal.PlainDate }>();
