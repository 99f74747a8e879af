import type { ServiceFuse } from './ports.ts';

export interface WatchedFuse extends ServiceFuse {
  /** When it last withheld something, if that was within the hour. */
  readonly blownAt: (now: Temporal.Instant) => Temporal.Instant | undefined;
}

/**
 * Lets so many effects an hour through, of all tickets together, and counts each once. What it counted and then was
 * not recorded after all counts for the hour: too few is the careful side.
 *
 * @param done effects of the last hour, by key
 * @param onBlown called when it begins to withhold; not again before it has let an hour pass without that
 */
export function serviceFuse(
  effectsPerHour: number,
  done: ReadonlyMap<string, Temporal.Instant>,
  onBlown: () => void,
): WatchedFuse {
  const counted = new Map(done);
  let blown: Temporal.Instant | undefined;
  const isOld = (at: Temporal.Instant, now: Temporal.Instant) =>
    Temporal.Instant.compare(at.add({ hours: 1 }), now) <= 0;
  return {
    admits(key, now) {
      for (const [known, at] of counted) if (isOld(at, now)) counted.delete(known);
      if (counted.has(key)) return true;
      if (counted.size < effectsPerHour) {
        counted.set(key, now);
        return true;
      }
      if (blown === undefined || isOld(blown, now)) onBlown();
      blown = now;
      return false;
    },
    blownAt: (now) => (blown === undefined || isOld(blown, now) ? undefined : blown),
  };
}
