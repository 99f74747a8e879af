import { type BusinessCalendar, isMissing } from '#core/calendar/business-calendar.ts';
import { businessTimeBetween } from '#core/calendar/business-time.ts';

/** A service that did not run for longer than this while the desk was open has missed something. */
const LONGEST_GAP = Temporal.Duration.from({ hours: 2 });

/** Whether a time without a sign of the service was so long that customers could not be warned in it. */
export function isDowntime(
  calendar: BusinessCalendar,
  last: Temporal.Instant,
  at: Temporal.Instant,
): boolean {
  if (Temporal.Instant.compare(last, at) >= 0) return false;
  const missed = businessTimeBetween(calendar, last, at);
  return isMissing(missed) || Temporal.Duration.compare(missed, LONGEST_GAP) > 0;
}
