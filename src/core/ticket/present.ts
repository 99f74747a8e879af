import type { Ticket } from './ticket.ts';

/** Two clocks that are kept by their machines differ by no more than this. */
const LARGEST_SKEW = Temporal.Duration.from({ minutes: 5 });

/**
 * The present of a ticket that was just fetched: what has happened on it has happened, even when Jira's clock is a
 * little ahead of ours. An entry of a far future is no reason to go there.
 */
export function presentOf({ entries }: Ticket, now: Temporal.Instant): Temporal.Instant {
  const farthest = now.add(LARGEST_SKEW);
  return entries.reduce(
    (present, { at }) =>
      Temporal.Instant.compare(at, present) > 0 && Temporal.Instant.compare(at, farthest) <= 0 ? at : present,
    now,
  );
}
