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

/** A clock that stands still until it is moved: the desk's clock of a demo. It never goes back. */
export interface MovableClock extends Clock {
  readonly move: (to: Temporal.Instant) => void;
}

export function movableClock(from: Temporal.Instant): MovableClock {
  let now = from;
  return {
    now: () => now,
    move(to) {
      if (Temporal.Instant.compare(to, now) > 0) now = to;
    },
  };
}

/** The time zone that the machine is set to, for what is printed where no desk is known. */
export function machineZone(): string {
  return Temporal.Now.timeZoneId();
}
