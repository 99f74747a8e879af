import type { WorldClock } from './world-clock.ts';

/** Something of the site that acts by time alone. */
export interface TimedPart {
  readonly nextAt: () => number | undefined;
  readonly play: (now: number) => void;
}

/** Moves the clock from one due instant to the next, so that nothing happens later than it would have. */
export function passTime(clock: WorldClock, parts: readonly TimedPart[], to: number): void {
  for (let at = nextOf(parts); at !== undefined && at <= to; at = nextOf(parts)) {
    clock.move(at);
    for (const part of parts) part.play(clock.now());
  }
  clock.move(to);
}

/** The next instant at which any of them will act. */
export function nextOf(parts: readonly Pick<TimedPart, 'nextAt'>[]): number | undefined {
  const times = parts.map((part) => part.nextAt()).filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
