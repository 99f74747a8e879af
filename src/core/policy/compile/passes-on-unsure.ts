import { leavesOf } from '#core/policy/language/conditions.ts';
import type { Condition, FactUse, Leaf } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import { possibleValues } from './compile-parameters.ts';

/** What a condition can come to while one fact is unsure and all others are free. */
interface Outcomes {
  readonly canHold: boolean;
  readonly canFail: boolean;
  /** It can hold, or fail, by a comparison that `unsure` itself decides so. */
  readonly holdsByUnsure: boolean;
  readonly failsByUnsure: boolean;
}

const FREE: Outcomes = { canHold: true, canFail: true, holdsByUnsure: false, failsByUnsure: false };

/**
 * The first leaf that asks a three-valued fact, where the condition can hold because that fact is `unsure`.
 *
 * What we are not sure of may never bother a customer and never close a ticket: an effect that does either
 * needs a condition that does not rest on `unsure`.
 */
export function passesOnUnsure(condition: Condition, vocabulary: Vocabulary): Leaf | undefined {
  const leaves = leavesOf(condition);
  return leaves.find(
    (leaf) =>
      isThreeValued(leaf.fact, vocabulary) && outcomes(condition, leaf.fact, vocabulary).holdsByUnsure,
  );
}

function isThreeValued(use: FactUse, vocabulary: Vocabulary): boolean {
  const result = vocabulary.facts.get(use.id)?.result;
  return result?.type === 'oneOf' && result.values.includes('unsure');
}

function outcomes(condition: Condition, unsure: FactUse, vocabulary: Vocabulary): Outcomes {
  if (condition.kind === 'leaf') {
    return condition.fact.key === unsure.key ? leafOutcomes(condition, vocabulary) : FREE;
  }
  if (condition.kind === 'not') return negated(outcomes(condition.of, unsure, vocabulary));
  const parts = condition.of.map((part) => outcomes(part, unsure, vocabulary));
  // "any" is "all" seen from the other side.
  return condition.kind === 'all' ? allOf(parts) : negated(allOf(parts.map(negated)));
}

function allOf(parts: readonly Outcomes[]): Outcomes {
  const canHold = parts.every((part) => part.canHold);
  return {
    canHold,
    canFail: parts.some((part) => part.canFail),
    holdsByUnsure: canHold && parts.some((part) => part.holdsByUnsure),
    failsByUnsure: parts.some((part) => part.failsByUnsure),
  };
}

function negated({ canHold, canFail, holdsByUnsure, failsByUnsure }: Outcomes): Outcomes {
  return { canHold: canFail, canFail: canHold, holdsByUnsure: failsByUnsure, failsByUnsure: holdsByUnsure };
}

function leafOutcomes(leaf: Leaf, vocabulary: Vocabulary): Outcomes {
  const operator = vocabulary.operators.get(leaf.operator);
  if (operator === undefined) return FREE;
  const results = possibleValues(leaf.value).map((value) => operator.holds('unsure', value));
  const canHold = results.includes(true);
  const canFail = results.includes(false);
  return { canHold, canFail, holdsByUnsure: canHold, failsByUnsure: canFail };
}
