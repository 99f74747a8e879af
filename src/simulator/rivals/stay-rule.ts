import { Later } from '#simulator/later.ts';
import type { Happening, Issue } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';

const DAY_MILLISECONDS = 86_400_000;

/** An automation that acts once on a request which has stood in one status for so many calendar days. */
export class StayRule {
  readonly #world: World;
  readonly #statusId: string;
  readonly #act: (issue: Issue) => void;
  readonly #later = new Later();
  /** Since when an issue stood there when the rule acted on it: it acts once in a stay. */
  readonly #acted = new Map<string, number>();
  #days: number | undefined;

  constructor(world: World, statusId: string, act: (issue: Issue) => void) {
    this.#world = world;
    this.#statusId = statusId;
    this.#act = act;
  }

  /** @param days `undefined` switches it off; requests that stand there already are counted from when they came */
  set(days: number | undefined): void {
    this.#days = days;
    this.#later.clear();
    for (const issue of this.#world.issues.values()) this.#plan(issue);
  }

  hear(happening: Happening): void {
    const issue = this.#world.issues.get(happening.issueId);
    if (happening.kind !== 'changed' || issue === undefined) return;
    const history = issue.histories.find(({ id }) => id === happening.historyId);
    if (history?.items.some(({ field }) => field === 'status') === true) this.#plan(issue);
  }

  play(now: number): void {
    this.#later.play(now);
  }

  nextAt(): number | undefined {
    return this.#later.nextAt();
  }

  #plan(issue: Issue): void {
    const { statusSince: since } = issue;
    if (this.#days === undefined || issue.status.id !== this.#statusId) return;
    if (this.#acted.get(issue.id) === since) return;
    this.#later.add(since + this.#days * DAY_MILLISECONDS, () => {
      const stands = issue.status.id === this.#statusId && issue.statusSince === since;
      if (!stands || !this.#world.issues.has(issue.id)) return;
      this.#acted.set(issue.id, since);
      this.#act(issue);
    });
  }
}
