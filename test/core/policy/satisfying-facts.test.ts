import fc from 'fast-check';
import { expect, test } from 'vitest';
import { satisfy } from '#core/policy/inspect/satisfy.ts';
import type { Condition } from '#core/policy/language/reglament.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { isMet } from '#test/support/met-conditions.ts';

const VOCABULARY = standardVocabulary();
const STATES = wordsOf('ticketState');
const PEOPLE = wordsOf('eventBy');

function wordsOf(fact: string): readonly string[] {
  const result = VOCABULARY.facts.get(fact)?.result;
  if (result?.type !== 'oneOf') throw new Error(`${fact} is not one of some words`);
  return result.values;
}

function leaf(id: string, operator: string, value: string | readonly string[] | boolean): Condition {
  const fact = { key: id, id, parameters: {} };
  return { kind: 'leaf', fact, operator, value: { kind: 'written', value }, place: '' };
}

const leaves = fc.oneof(
  fc
    .tuple(fc.constantFrom('equal', 'notEqual'), fc.constantFrom(...STATES))
    .map(([operator, value]) => leaf('ticketState', operator, value)),
  fc
    .tuple(fc.constantFrom('in', 'notIn'), fc.subarray([...PEOPLE]))
    .map(([operator, value]) => leaf('eventBy', operator, value)),
  fc.boolean().map((value) => leaf('questionBounced', 'equal', value)),
);

const conditions = fc.letrec<{ readonly any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, of]) => ({ kind, of })),
    tie('any').map((of) => ({ kind: 'not' as const, of })),
  ),
})).any;

type Ticket = Readonly<Record<string, string | boolean>>;

const EVERY_TICKET: readonly Ticket[] = STATES.flatMap((ticketState) =>
  PEOPLE.flatMap((eventBy) =>
    [true, false].map((questionBounced) => ({ ticketState, eventBy, questionBounced })),
  ),
);

function meets(condition: Condition, ticket: Ticket): boolean {
  return isMet(condition, ({ fact, operator, value }) => {
    const seen = ticket[fact.id] ?? null;
    const compared = value.kind === 'written' ? value.value : null;
    return VOCABULARY.operators.get(operator)?.holds(seen, compared) === true;
  });
}

test('of every condition it is told whether a ticket can meet it, and the example does', () => {
  let impossible = 0;
  fc.assert(
    fc.property(fc.array(conditions, { minLength: 1, maxLength: 3 }), (wanted) => {
      const meeting = EVERY_TICKET.filter((ticket) => wanted.every((condition) => meets(condition, ticket)));
      const found = satisfy(wanted, VOCABULARY);
      if (found === 'impossible') {
        impossible += 1;
        expect(meeting).toEqual([]);
        return;
      }
      if (found === 'unknown') throw new Error('so few facts are told at once');
      const told = Object.fromEntries(found.map(({ use, seen }) => [use.id, seen]));
      expect(meeting.some((ticket) => Object.entries(told).every(([id, seen]) => ticket[id] === seen))).toBe(
        true,
      );
    }),
    { seed: 20270215, numRuns: 1000 },
  );
  expect(impossible).toBeGreaterThan(50);
});
