/** One measured value. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `ms`, `µs`, `MB`, `requests/s`; `x` for a ratio. */
  readonly unit: string;
  /** Lowest and highest of the rounds: the noise of this run. */
  readonly range?: readonly [number, number];
  readonly goal?: Goal;
}

export interface Goal {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Figures that one method gives. */
export interface Measured {
  readonly title: string;
  /** How it was measured: processes, connections, rounds, what is left out. */
  readonly method: string;
  readonly figures: readonly Figure[];
}

/** @returns `undefined` for a figure without a goal */
export function holds({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return value >= (goal.atLeast ?? -Infinity) && value <= (goal.atMost ?? Infinity);
}
