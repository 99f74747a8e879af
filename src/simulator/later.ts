interface Planned {
  readonly at: number;
  readonly act: () => void;
}

/** What will happen at its instant by the site's clock. */
export class Later {
  #planned: Planned[] = [];

  add(at: number, act: () => void): void {
    this.#planned.push({ at, act });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Does what is due, in the order of its instants. */
  play(now: number): void {
    const due = this.#planned.filter(({ at }) => at <= now);
    this.#planned = this.#planned.filter(({ at }) => at > now);
    for (const { act } of due.toSorted((a, b) => a.at - b.at)) act();
  }

  nextAt(): number | undefined {
    return this.#planned.reduce<number | undefined>(
      (first, { at }) => (first === undefined ? at : Math.min(first, at)),
      undefined,
    );
  }
}
