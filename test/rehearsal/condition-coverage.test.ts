import { describe, expect, test } from 'vitest';
import type { Decision } from '#core/decision/decision.ts';
import type { Condition, Leaf } from '#core/policy/language/reglament.ts';
import { conditionCoverage } from '#rehearsal/condition-coverage.ts';
import { theReglament } from '#test/support/desk.ts';
import { isMet } from '#test/support/met-conditions.ts';

const reglament = theReglament();

function leaf(name: string): Leaf {
  const fact = { key: name, id: name, parameters: {} };
  return {
    kind: 'leaf',
    fact,
    operator: 'equal',
    value: { kind: 'written', value: true },
    place: `${name}:1:1`,
  };
}

const CLOSED = leaf('closed');
const LATE = leaf('late');
const THANKS = leaf('thanks');
/** Closed, late and no thanks. */
const CONDITION: Condition = { kind: 'all', of: [CLOSED, LATE, { kind: 'not', of: THANKS }] };

/** Names of the conditions that are proven by tickets on which these hold. */
function provenBy(condition: Condition, ...tickets: readonly (readonly Leaf[])[]): readonly string[] {
  const [some] = reglament.rules;
  if (some === undefined) throw new Error('there are no rules');
  const rule = { ...some, id: 'put-back', condition };
  const coverage = conditionCoverage();
  for (const holding of tickets) {
    const leaves = [CLOSED, LATE, THANKS].map((one) => ({
      leaf: one,
      value: true,
      seen: holding.includes(one),
      holds: holding.includes(one),
    }));
    const fired = isMet(condition, (one) => holding.includes(one));
    coverage.see({ rules: [{ rule, clauses: [], fired, leaves }] } as unknown as Decision);
  }
  return coverage
    .of({ ...reglament, rules: [rule] })
    .filter(({ proven }) => proven)
    .map(({ leaf: one }) => one.fact.id);
}

describe('a condition is proven', () => {
  test('by a ticket on which only it keeps the rule from firing', () => {
    expect(provenBy(CONDITION, [CLOSED])).toEqual(['late']);
    expect(provenBy(CONDITION, [LATE])).toEqual(['closed']);
    expect(provenBy(CONDITION, [CLOSED, LATE, THANKS])).toEqual(['thanks']);
  });

  test('by no ticket on which the rule fires, or on which something else holds it back as well', () => {
    expect(provenBy(CONDITION, [CLOSED, LATE])).toEqual([]);
    expect(provenBy(CONDITION, [])).toEqual([]);
    expect(provenBy(CONDITION, [THANKS])).toEqual([]);
  });

  test('as one of several ways, by a ticket that has no other', () => {
    const either: Condition = { kind: 'any', of: [CLOSED, LATE] };

    expect(provenBy(either, [CLOSED])).toEqual(['closed']);
    expect(provenBy(either, [CLOSED, LATE])).toEqual([]);
  });

  test('by all tickets together', () => {
    expect(provenBy(CONDITION, [CLOSED], [LATE], [CLOSED, LATE, THANKS])).toEqual([
      'closed',
      'late',
      'thanks',
    ]);
  });
});
