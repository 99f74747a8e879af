/** The simulated site's time: it stands until it is moved, and no two entries bear the same instant. */
export interface WorldClock {
  readonly now: () => number;
  /** A time for a new entry: now, or a millisecond after the last one. */
  readonly stamp: () => number;
  readonly move: (to: number) => void;
}

export function worldClock(from: number): WorldClock {
  let now = from;
  let last = from - 1;
  return {
    now: () => now,
    stamp() {
      last = Math.max(now, last + 1);
      return last;
    },
    move(to) {
      now = Math.max(now, to);
    },
  };
}
