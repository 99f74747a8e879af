import type { Condition, Leaf } from '#core/policy/language/reglament.ts';
import type { RuleTrace } from './decision.ts';
import type { ForecastStep } from './forecast.ts';
import type { SeenLeaf } from './rule-engine.ts';

/** One comparison that would have to come out otherwise. */
export interface Change {
  readonly seen: SeenLeaf;
  /** Whether it would have to hold; else it would have to fail. */
  readonly holds: boolean;
}

/** Why a rule did not fire: the fewest comparisons that would have to come out otherwise. */
export interface WhyNot {
  readonly changes: readonly Change[];
  /** When time alone would bring it about, if nobody does anything. */
  readonly byTimeAt?: Temporal.Instant;
}

/**
 * @param next what time alone will do from here
 * @returns `undefined` when the rule fired
 */
export function whyNot(
  { rule, fired, leaves }: RuleTrace,
  next: readonly ForecastStep[],
): WhyNot | undefined {
  if (fired) return undefined;
  const seen = new Map(leaves.map((one) => [one.leaf, one]));
  const changes = fewestChanges(rule.condition, true, seen);
  const byTime = next.find((step) => step.rule === rule.id);
  return { changes, ...(byTime === undefined ? {} : { byTimeAt: byTime.at }) };
}

/** The fewest changes with which a condition comes out as wanted; of as few, those that are written first. */
function fewestChanges(
  condition: Condition,
  wanted: boolean,
  seen: ReadonlyMap<Leaf, SeenLeaf>,
): readonly Change[] {
  switch (condition.kind) {
    case 'leaf': {
      const one = seen.get(condition);
      return one === undefined || one.holds === wanted ? [] : [{ seen: one, holds: wanted }];
    }
    case 'not':
      return fewestChanges(condition.of, !wanted, seen);
    default: {
      const parts = condition.of.map((part) => fewestChanges(part, wanted, seen));
      // "all" is to hold, or "any" to fail, by each of its parts; else one part is enough.
      const needsEach = (condition.kind === 'all') === wanted;
      return needsEach
        ? parts.flat()
        : parts.reduce((least, part) => (part.length < least.length ? part : least));
    }
  }
}
