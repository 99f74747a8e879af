/** A task that runs once at a time, however often it is asked for. */
export interface SingleFlight {
  /** Asks for a run; one that is under way is followed by another. */
  readonly nudge: () => void;
  readonly isBusy: () => boolean;
  /** Resolves when no run is under way. */
  readonly settled: () => Promise<void>;
}

/** @param task never rejects: whoever made it has seen to its errors */
export function singleFlight(task: () => Promise<void>): SingleFlight {
  let flight: Promise<void> | undefined;
  let again = false;
  const fly = async () => {
    do {
      again = false;
      await task();
    } while (again);
    flight = undefined;
  };
  return {
    nudge() {
      if (flight === undefined) flight = fly();
      else again = true;
    },
    isBusy: () => flight !== undefined,
    settled: async () => {
      while (flight !== undefined) await flight;
    },
  };
}
