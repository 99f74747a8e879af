/* What `explain` says of a rule that did not fire: the least that would have to be otherwise, and when time does it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeenLeaf } from '#core/decision/rule-engine.ts';
import { whyNot } from '#core/decision/why-not.ts';
import type { Condition, Leaf } from '#core/policy/language/reglament.ts';
import { judged, theReglament } from '#test/support/desk.ts';
import { isMet } from '#test/support/met-conditions.ts';
import { OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

function waiting(): RawIssue {
  return new RawIssue('2027-02-16 14:00')
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga'] })
    .says(OLGA, '2027-02-16 14:20', 'Добрый день! Пришлите, пожалуйста, журнал ошибок.')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
}

async function missedOn(raw: RawIssue, rule: string, at: string) {
  const { decision, next } = await judged(raw.toJson(), 'timePassed', at);
  const trace = decision.rules.find((one) => one.rule.id === rule);
  if (trace === undefined) throw new Error(`${rule} does not concern the event`);
  return whyNot(trace, next);
}

describe('a rule that did not fire', () => {
  test('tells the one thing that kept it back, and when time alone will do', async () => {
    const missed = await missedOn(waiting(), 'remind-before-closing', '2027-02-17 10:00');

    expect(missed?.changes.map(({ seen, holds }) => [seen.leaf.fact.id, seen.leaf.operator, holds])).toEqual([
      ['deadline', 'hasPassed', true],
    ]);
    expect(missed?.byTimeAt?.toString()).toBe('2027-02-20T06:00:00Z');
  });

  test('on a ticket in another state tells that first, and no date', async () => {
    const open = new RawIssue('2027-02-16 14:00').ofKind('Ошибка').channel('email');
    const missed = await missedOn(open, 'close-on-silence', '2027-02-17 10:00');

    expect(missed?.changes[0]?.seen.leaf.fact.id).toBe('ticketState');
    expect(missed?.byTimeAt).toBeUndefined();
  });

  test('is not asked about when it fired', async () => {
    const reminded = await missedOn(waiting(), 'remind-before-closing', '2027-02-20 09:00');

    expect(reminded).toBeUndefined();
  });
});

const NAMES = ['closed', 'late', 'thanks', 'duplicate'];
const LEAVES = NAMES.map(
  (id): Leaf => ({
    kind: 'leaf',
    fact: { key: id, id, parameters: {} },
    operator: 'equal',
    value: { kind: 'written', value: true },
    place: `${id}:1:1`,
  }),
);

/** Each leaf stands once: what is changed for one part changes no other. */
const conditions: fc.Arbitrary<Condition> = fc
  .tuple(fc.shuffledSubarray(LEAVES, { minLength: 1 }), fc.infiniteStream(fc.nat(5)))
  .map(([leaves, choices]) => grown(leaves, choices));

function grown(leaves: readonly Leaf[], choices: Iterator<number>): Condition {
  const choice = (choices.next().value as number | undefined) ?? 0;
  const [first] = leaves;
  if (first === undefined) throw new Error('nothing grows of nothing');
  if (choice === 0) return { kind: 'not', of: grown(leaves, choices) };
  if (leaves.length === 1) return first;
  const half = Math.ceil(leaves.length / 2);
  const of = [grown(leaves.slice(0, half), choices), grown(leaves.slice(half), choices)];
  return { kind: choice % 2 === 0 ? 'all' : 'any', of };
}

test('the changes make it fire, and no fewer would', () => {
  const [some] = theReglament().rules;
  if (some === undefined) throw new Error('there are no rules');
  let missedOnce = 0;
  fc.assert(
    fc.property(conditions, fc.subarray(LEAVES), (condition, holding) => {
      const held = new Set(holding);
      const leaves = LEAVES.map(
        (leaf): SeenLeaf => ({ leaf, value: true, seen: held.has(leaf), holds: held.has(leaf) }),
      );
      const fired = isMet(condition, (leaf) => held.has(leaf));
      const missed = whyNot({ rule: { ...some, condition }, clauses: [], fired, leaves }, []);
      if (missed === undefined) {
        expect(fired).toBe(true);
        return;
      }
      missedOnce += 1;
      const changed = new Set(missed.changes.map(({ seen }) => seen.leaf));
      expect(isMet(condition, (leaf) => flipped(held, changed).has(leaf))).toBe(true);
      for (const few of subsets(LEAVES).filter(({ size }) => size < changed.size)) {
        expect(isMet(condition, (leaf) => flipped(held, few).has(leaf))).toBe(false);
      }
    }),
    { seed: 20270216, numRuns: 500 },
  );
  expect(missedOnce).toBeGreaterThan(100);
});

function flipped(held: ReadonlySet<Leaf>, changed: ReadonlySet<Leaf>): ReadonlySet<Leaf> {
  return new Set(LEAVES.filter((leaf) => held.has(leaf) !== changed.has(leaf)));
}

function subsets(leaves: readonly Leaf[]): readonly ReadonlySet<Leaf>[] {
  return Array.from(
    { length: 2 ** leaves.length },
    (_, bits) => new Set(leaves.filter((_leaf, index) => (bits >> index) % 2 === 1)),
  );
}
