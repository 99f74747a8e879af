import { type BusinessCalendar, isMissing, type MissingYear } from './business-calendar.ts';
import { nextOpenHours } from './desk-hours.ts';

const NO_TIME = Temporal.Duration.from({ milliseconds: 0 });

/**
 * The instant at which the desk, from `from` on, has been open for `open`.
 *
 * The answer lies inside open hours or on their closing edge; with a zero duration it is `from` itself.
 *
 * @param open not negative, in units of hours and smaller
 */
export function addBusinessTime(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
  open: Temporal.Duration,
): Temporal.Instant | MissingYear {
  let left = open;
  for (let at = from; ; ) {
    if (left.blank) return at;
    const hours = nextOpenHours(calendar, at);
    if (isMissing(hours)) return hours;
    const start = later(at, hours.opensAt);
    const available = start.until(hours.closesAt);
    if (Temporal.Duration.compare(left, available) <= 0) return start.add(left);
    left = left.subtract(available);
    at = hours.closesAt;
  }
}

/** How long the desk was open between two instants; zero when `to` is not after `from`. */
export function businessTimeBetween(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Temporal.Duration | MissingYear {
  let total = NO_TIME;
  for (let at = from; Temporal.Instant.compare(at, to) < 0; ) {
    const hours = nextOpenHours(calendar, at);
    if (isMissing(hours)) return hours;
    const start = later(at, hours.opensAt);
    if (Temporal.Instant.compare(start, to) >= 0) return total;
    const end = Temporal.Instant.compare(hours.closesAt, to) < 0 ? hours.closesAt : to;
    total = total.add(start.until(end));
    at = end;
  }
  return total;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}
