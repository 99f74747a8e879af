import type { Condition, Leaf } from '#core/policy/language/reglament.ts';

/** Whether a condition is met, by which of its comparisons hold. */
export function isMet(condition: Condition, holds: (leaf: Leaf) => boolean): boolean {
  switch (condition.kind) {
    case 'leaf':
      return holds(condition);
    case 'not':
      return !isMet(condition.of, holds);
    case 'all':
      return condition.of.every((part) => isMet(part, holds));
    case 'any':
      return condition.of.some((part) => isMet(part, holds));
  }
}
