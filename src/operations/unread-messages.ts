import { isMissing } from '#core/calendar/business-calendar.ts';
import { businessTimeBetween } from '#core/calendar/business-time.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';

/** A message on a closed request that waits longer than this is a customer who waits for nothing. */
const LONGEST_WAIT = Temporal.Duration.from({ hours: 4 });

/** Labels by which rules that hear messages on closed requests make them visible. */
export function lookLabels(reglament: Reglament): readonly string[] {
  const hearing = reglament.rules.filter(({ on }) => on.includes('replied'));
  const effects = hearing.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'label');
  return [...new Set(effects.flatMap(({ spec }) => (Array.isArray(spec.add) ? spec.add.map(String) : [])))];
}

/** How many of these have waited longer than 4 business hours. */
export function waitingTooLong(
  since: readonly Temporal.Instant[],
  now: Temporal.Instant,
  { calendar }: Reglament,
): number {
  return since.filter((at) => {
    const waited = businessTimeBetween(calendar, at, now);
    return !isMissing(waited) && Temporal.Duration.compare(waited, LONGEST_WAIT) > 0;
  }).length;
}
