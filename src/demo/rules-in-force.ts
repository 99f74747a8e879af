import type { Reglament } from '#core/policy/language/reglament.ts';

/** The rules of a run, as they were at each time. */
export class RulesInForce {
  readonly #versions: { readonly from: Temporal.Instant; readonly reglament: Reglament }[];
  #latest: Reglament;

  constructor(first: Reglament, from: Temporal.Instant) {
    this.#latest = first;
    this.#versions = [{ from, reglament: first }];
  }

  replace(reglament: Reglament, from: Temporal.Instant): void {
    this.#latest = reglament;
    this.#versions.push({ from, reglament });
  }

  latest(): Reglament {
    return this.#latest;
  }

  at(instant: Temporal.Instant): Reglament {
    const then = this.#versions.findLast(({ from }) => Temporal.Instant.compare(from, instant) <= 0);
    return then?.reglament ?? this.#latest;
  }
}
