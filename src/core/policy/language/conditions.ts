import type { CompiledEffect, CompiledRule, Condition, Leaf } from './reglament.ts';

/** Every comparison in a condition, in the order of the policy file. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' ? leavesOf(condition.of) : condition.of.flatMap(leavesOf);
}

/** All that must hold for an effect to be planned. */
export function conditionsOf(rule: CompiledRule, effect: CompiledEffect): readonly Condition[] {
  return effect.condition === undefined ? [rule.condition] : [rule.condition, effect.condition];
}

/**
 * Whether a condition holds by what is known of its comparisons.
 *
 * @param known `undefined` of a comparison that can still come out either way
 * @returns `undefined` where that leaves the condition open
 */
export function holdsBy(
  condition: Condition,
  known: (leaf: Leaf) => boolean | undefined,
): boolean | undefined {
  switch (condition.kind) {
    case 'leaf':
      return known(condition);
    case 'not': {
      const inner = holdsBy(condition.of, known);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const parts = condition.of.map((part) => holdsBy(part, known));
      const deciding = condition.kind === 'any';
      if (parts.includes(deciding)) return deciding;
      return parts.includes(undefined) ? undefined : !deciding;
    }
  }
}
