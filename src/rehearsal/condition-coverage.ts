import type { Decision, RuleTrace } from '#core/decision/decision.ts';
import { leavesOf } from '#core/policy/language/conditions.ts';
import type { Condition, Leaf, Reglament } from '#core/policy/language/reglament.ts';

/** Which conditions of which rules were ever decisive: without them a rule would have fired where it did not, or not where it did. */
export interface ConditionCoverage {
  readonly see: (decision: Decision) => void;
  readonly of: (reglament: Reglament) => readonly CoveredCondition[];
}

/** A condition as it is written: a named one that many rules ask stands there once. */
export interface CoveredCondition {
  readonly leaf: Leaf;
  /** The rules that ask it. */
  readonly rules: readonly string[];
  /** Whether it was decisive for one of them. */
  readonly proven: boolean;
}

/** Conditions are known by their rule and their place among its conditions: scenarios play with parameters of their own. */
export function conditionCoverage(): ConditionCoverage {
  const proven = new Map<string, Set<number>>();
  return {
    see({ rules }) {
      for (const trace of rules) {
        const known = proven.get(trace.rule.id) ?? new Set();
        proven.set(trace.rule.id, known);
        for (const index of decisiveIn(trace, known)) known.add(index);
      }
    },
    of({ rules }) {
      const asked = rules.flatMap(({ id, condition }) =>
        leavesOf(condition).map((leaf, index) => ({
          id,
          leaf,
          isProven: proven.get(id)?.has(index) === true,
        })),
      );
      return [...Map.groupBy(asked, ({ leaf }) => leaf.place).values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined) return [];
        const ids = [...new Set(same.map(({ id }) => id))];
        return [{ leaf: first.leaf, rules: ids, proven: same.some(({ isProven }) => isProven) }];
      });
    },
  };
}

function decisiveIn({ rule, fired, leaves: seen }: RuleTrace, known: ReadonlySet<number>): readonly number[] {
  const leaves = leavesOf(rule.condition);
  if (known.size === leaves.length) return [];
  const holds = new Map(seen.map(({ leaf, holds: held }) => [leaf, held]));
  return leaves.flatMap((leaf, index) =>
    !known.has(index) && (judged(rule.condition, holds, leaf) ?? true) !== fired ? [index] : [],
  );
}

/** What a condition comes to when one of its leaves is taken out; `undefined` where nothing is left of it. */
function judged(condition: Condition, holds: ReadonlyMap<Leaf, boolean>, without: Leaf): boolean | undefined {
  switch (condition.kind) {
    case 'leaf':
      return condition === without ? undefined : holds.get(condition) === true;
    case 'not': {
      const inner = judged(condition.of, holds, without);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const parts = condition.of
        .map((part) => judged(part, holds, without))
        .filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      return condition.kind === 'all' ? parts.every(Boolean) : parts.some(Boolean);
    }
  }
}
