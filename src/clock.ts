/** Tells an instant. The desk's clock rules decisions and wake-ups; the machine's rules leases and retries. */
export interface Clock {
  readonly now: () => Temporal.Instant;
}

/** The computer's clock: the only place where the program reads the time. */
export const machineClock: Clock = { now: () => Temporal.Now.instant() };

/** Milliseconds on a clock that only goes forward, for measuring how long something took. */
export function elapsedSince(start: number): number {
  return performance.now() - start;
}

export function startTiming(): number {
  return performance.now();
}
