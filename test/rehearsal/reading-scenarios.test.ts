import { describe, expect, test } from 'vitest';
import { readScenarios } from '#rehearsal/read-scenarios.ts';
import { theReglament } from '#test/support/desk.ts';

const MAIL = {
  at: 'Tue 16.02 13:52',
  who: 'marina',
  does: 'mails',
  kind: 'error',
  subject: 'Не проводится документ',
  text: 'Документ не проводится.',
};

/** A file with one scenario that holds these steps after its first letter. */
function fileWith(steps: readonly object[], rest: object = {}) {
  const file = { year: 2027, scenarios: [{ name: 'Проба', ...rest, story: [MAIL, ...steps] }] };
  return { path: 'rules/scenarios/a.scenarios.json', text: JSON.stringify(file, undefined, 1) };
}

function findingsOf(steps: readonly object[], rest: object = {}) {
  const { diagnostics } = readScenarios([fileWith(steps, rest)], theReglament());
  return diagnostics.map(({ code, fix, message }) => [code, fix ?? message.en]);
}

/** The text of the line that a finding points to. */
function pointedAt(steps: readonly object[], rest: object = {}) {
  const file = fileWith(steps, rest);
  const { diagnostics } = readScenarios([file], theReglament());
  return diagnostics.map(({ line }) => file.text.split('\n')[line - 1]?.trim());
}

/** A step that expects; no promise, though it has a `then`. */
const thenSee = (seen: object) => Object.fromEntries([['then', seen]]);

const LATER = { at: '5 min later', who: 'olga', does: 'answers', text: 'Готово.' };

describe('a scenario', () => {
  test('is read with its names, its times and its steps in order', () => {
    const { scenarios, diagnostics } = readScenarios([fileWith([LATER])], theReglament());

    expect(diagnostics).toEqual([]);
    expect(scenarios[0]?.steps.map(({ at }) => at.toString())).toEqual([
      '2027-02-16T10:52:00Z',
      '2027-02-16T10:57:00Z',
    ]);
  });

  test('has one step for each of many tickets', () => {
    const { scenarios, diagnostics } = readScenarios(
      [fileWith([{ ...MAIL, ticket: 'more', many: 3 }, thenSee({ ticket: 'more 3' })])],
      theReglament(),
    );

    expect(diagnostics).toEqual([]);
    expect(scenarios[0]?.steps).toHaveLength(5);
  });

  test.each([
    ['a deed', { ...LATER, does: 'answer' }, ['RGL1006', 'answers']],
    ['a person', { ...LATER, who: 'olgа2' }, ['RGL1201', 'olga']],
    ['a ticket', { ...LATER, ticket: 'requset' }, ['RGL1202', 'request']],
    [
      'a ticket to merge into',
      { ...LATER, does: 'merges', text: undefined, into: 'requset' },
      ['RGL1202', 'request'],
    ],
    ['a message', thenSee({ letters: [{ message: 'remindr' }] }), ['RGL1105', 'reminder']],
    ['a rule', thenSee({ whyNot: ['close-on-silense'] }), ['RGL1203', 'close-on-silence']],
    ['an aspect', thenSee({ leters: [] }), ['RGL1003', 'letters']],
    ['a state', thenSee({ state: 'close' }), ['RGL1006', 'closed']],
  ])('with a wrong word for %s is told the right one', (_, step, finding) => {
    expect(findingsOf([step])).toEqual([finding]);
  });

  test.each([
    [
      'a day of the week that the date is not',
      { ...LATER, at: 'Mon 17.02 10:00' },
      '2027-02-17 is a Wed, not a Mon',
    ],
    ['a day that does not exist', { ...LATER, at: '30.02 10:00' }, 'there is no day "2027-02-30"'],
    ['a time that does not exist', { ...LATER, at: '17.02 25:00' }, 'there is no time "25:00"'],
  ])('names %s', (_, step, said) => {
    expect(findingsOf([step])).toEqual([['RGL2102', said]]);
    expect(pointedAt([step])).toEqual([`"at": "${step.at}",`]);
  });

  test('cannot go back in time', () => {
    expect(findingsOf([{ ...LATER, at: 'Tue 16.02 13:00' }]).map(([code]) => code)).toEqual(['RGL2101']);
  });

  test('says what a deed needs, and what it has no use for', () => {
    const { text: _, ...wordless } = LATER;
    expect(findingsOf([wordless])).toEqual([['RGL1004', '"text" is missing here']]);
    expect(findingsOf([{ ...LATER, kind: 'error' }]).map(([code]) => code)).toEqual(['RGL1003']);
    expect(pointedAt([{ ...LATER, kind: 'error' }])).toEqual(['"kind": "error"']);
  });

  test('proves a clause and a rule of conduct that there are', () => {
    expect(findingsOf([], { clauses: ['4.3-e'] }).map(([code]) => code)).toEqual(['RGL1106']);
    expect(findingsOf([], { conduct: ['16'] }).map(([code]) => code)).toEqual(['RGL1006']);
  });

  test('bears a name that no other bears', () => {
    const { diagnostics } = readScenarios(
      [fileWith([]), { ...fileWith([]), path: 'rules/scenarios/b.scenarios.json' }],
      theReglament(),
    );

    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['RGL2001', 'rules/scenarios/b.scenarios.json'],
    ]);
  });
});
