import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearMiss } from '#core/policy/source/near-miss.ts';
import { compiledWith, swapped, VOCABULARY } from '#test/support/cli-mistakes.ts';
import { oneTypo } from '#test/support/cli-typos.ts';

const POLICY = 'clarification.policy.json';
const DEADLINES = ['reminder', 'clarification', 'unasked', 'reopen', 'returnAfterClosing'];
const PLACEHOLDERS = [...VOCABULARY.placeholders.keys(), 'lastDay', 'ledger'];
const MESSAGES = ['reminder', 'returned', 'closed-unanswered', 'pasted-letter', 'why-look'];

/** Where such a word stands in the shipped policy, and how a wrong one gets there. */
const PLACES = [
  ['a fact', 'RGL1101', [...VOCABULARY.facts.keys()], '"fact": "questionOpen"', '"fact": "%"'],
  ['an operator', 'RGL1102', [...VOCABULARY.operators.keys()], '"operator": "hasPassed"', '"operator": "%"'],
  ['a kind of effect', 'RGL1103', [...VOCABULARY.effects.keys()], '"kind": "reply"', '"kind": "%"'],
  [
    'a parameter',
    'RGL1104',
    ['answerWithin', 'remindAfter'],
    '"parameter": "remindAfter"',
    '"parameter": "%"',
  ],
  ['a message', 'RGL1105', MESSAGES, '"message": "reminder"', '"message": "%"'],
  ['a deadline', 'RGL1107', DEADLINES, '"params": { "name": "reminder" }', '"params": { "name": "%" }'],
  ['a moment', 'RGL1108', [...VOCABULARY.moments.keys()], '"cause": "wait"', '"cause": "%"'],
  ['a lower bound', 'RGL1109', [...VOCABULARY.lowerBounds.keys()], '["customerIsBack"]', '["%"]'],
] as const;

/** Nothing known is nearer to the wrong word than what is proposed for it. */
function expectNearest(wrong: string, proposed: string | undefined, known: readonly string[]): void {
  const edits = (word: string) => distance(wrong.toLowerCase(), word.toLowerCase());

  expect(known).toContain(proposed);
  expect(edits(proposed ?? '')).toBe(Math.min(...known.map(edits)));
}

describe('one typing mistake still tells what was meant', () => {
  test.each(PLACES)('in %s', (_, code, words, from, to) => {
    fc.assert(
      fc.property(oneTypo(words), (wrong) => {
        const { diagnostics } = compiledWith({ [POLICY]: swapped(from, to.replace('%', wrong)) });
        const finding = diagnostics.find((diagnostic) => diagnostic.code === code);

        expectNearest(wrong, finding?.fix, finding?.hint === undefined ? [] : knownOf(code, words));
        expect(finding?.hint?.en).toBe(`did you mean "${finding?.fix}"?`);
        expect(finding?.hint?.ru).toBe(`может быть, «${finding?.fix}»?`);
      }),
      { numRuns: 12 },
    );
  });

  test('in a placeholder of a message', () => {
    fc.assert(
      fc.property(oneTypo(PLACEHOLDERS), (wrong) => {
        const { diagnostics } = compiledWith({
          'messages/ru.json': swapped('{summary}', `{${wrong}}`),
        });

        expect(diagnostics).toHaveLength(1);
        expect(diagnostics[0]?.code).toBe('RGL1110');
        expectNearest(wrong, diagnostics[0]?.fix, PLACEHOLDERS);
      }),
      { numRuns: 12 },
    );
  });
});

/** All that a finding of this code may propose; messages are more than those that the test misspells. */
function knownOf(code: string, words: readonly string[]): readonly string[] {
  if (code !== 'RGL1105') return words;
  const ru = compiledWith({}).reglament?.messages.ids ?? new Set<string>();
  return [...ru];
}

describe('a word that is far from all we know', () => {
  test('gets the list of what is known instead of a guess', () => {
    expect(didYouMean('elephant', ['reply', 'note'])).toEqual({
      hint: { ru: 'известны: note, reply', en: 'known are: note, reply' },
    });
  });

  test('of two letters is near to nothing', () => {
    expect(nearMiss('nt', ['note', 'not'])).toBeUndefined();
  });

  test('is not compared where nothing is known', () => {
    expect(didYouMean('reminder', []).hint).toEqual({
      ru: 'здесь ничего не определено',
      en: 'none is defined here',
    });
  });

  test.each([
    ['>=', 'greaterThanInclusive'],
    ['equals', 'equal'],
    ['pending', 'waitingForCustomer'],
    ['close', 'transition'],
  ])('%s is how other programs call %s', (word, ours) => {
    expect(nearMiss(word, [ours, 'reply', 'note'])).toBe(ours);
  });

  test('is never taken for a property that every object has', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(nearMiss(word, ['reply', 'note'])).toBeUndefined();
    }
  });
});
