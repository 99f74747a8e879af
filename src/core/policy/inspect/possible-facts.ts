import { possibleValues } from '#core/policy/compile/compile-parameters.ts';
import type { FactUse, Leaf } from '#core/policy/language/reglament.ts';
import type {
  FactType,
  FactValue,
  OperatorDefinition,
  Vocabulary,
} from '#core/policy/language/vocabulary.ts';

/** What a fact can be, as far as conditions tell the difference: each with the leaves that hold then. */
export interface PossibleFact {
  readonly use: FactUse;
  readonly states: readonly FactState[];
}

export interface FactState {
  readonly seen: FactValue;
  readonly holding: ReadonlySet<Leaf>;
}

/**
 * Every fact of some leaves, with one value for each way in which it makes them hold or fail. A leaf whose value depends
 * on the kind of request may hold or fail whatever the fact is.
 */
export function possibleFacts(leaves: readonly Leaf[], vocabulary: Vocabulary): readonly PossibleFact[] {
  const byKey = Map.groupBy(leaves, ({ fact }) => fact.key);
  return [...byKey.values()].map((asked) => {
    const [first] = asked;
    if (first === undefined) throw new Error('a group has a first element');
    const type = vocabulary.facts.get(first.fact.id)?.result ?? { type: 'any' };
    const settled = asked.filter(({ value }) => possibleValues(value).length === 1);
    const states = seenValues(type, settled).map((seen) => ({
      seen,
      holding: new Set(settled.filter((leaf) => holds(leaf, seen, vocabulary.operators))),
    }));
    return { use: first.fact, states: distinct(states, settled) };
  });
}

/** Leaves that hold or fail whatever their fact is said to be. */
export function isSettled({ value }: Leaf): boolean {
  return possibleValues(value).length === 1;
}

function holds(
  { operator, value }: Leaf,
  seen: FactValue,
  operators: ReadonlyMap<string, OperatorDefinition>,
): boolean {
  const [compared] = possibleValues(value);
  return compared !== undefined && operators.get(operator)?.holds(seen, compared) === true;
}

/** Two values with which the same leaves hold are one. */
function distinct(states: readonly FactState[], leaves: readonly Leaf[]): readonly FactState[] {
  const nameOf = ({ holding }: FactState) => leaves.map((leaf) => (holding.has(leaf) ? '1' : '0')).join('');
  return [...new Map(states.map((state) => [nameOf(state), state])).values()];
}

/** A text or a number that no condition names. */
const ANOTHER_TEXT = '…';

function seenValues(type: FactType, leaves: readonly Leaf[]): readonly FactValue[] {
  const compared = leaves.flatMap(({ value }) => possibleValues(value)).flat() as readonly FactValue[];
  switch (type.type) {
    case 'yesNo':
      return [true, false];
    case 'oneOf':
      return type.values;
    case 'number':
      return compared
        .filter((value) => typeof value === 'number')
        .flatMap((value) => [value - 1, value, value + 1]);
    case 'texts':
      return [
        [],
        ...compared.filter((value) => typeof value === 'string').map((value) => [value]),
        [ANOTHER_TEXT],
        compared,
      ];
    case 'deadline':
      return [{ state: 'running' }, { state: 'passed' }, { missingYear: 0 }, {}];
    case 'text':
    case 'any':
      return [...compared, ANOTHER_TEXT];
  }
}
