import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '#core/policy/source/diagnostic.ts';
import { compiledWith, findingsOf, hintOf, placeOf, swapped } from '#test/support/cli-mistakes.ts';
import { MISTAKES_IN_FORM } from '#test/support/cli-mistakes-in-form.ts';
import { MISTAKES_IN_MEANING } from '#test/support/cli-mistakes-in-meaning.ts';
import { MISTAKES_IN_NAMES } from '#test/support/cli-mistakes-in-names.ts';
import { MISTAKES_IN_USE } from '#test/support/cli-mistakes-in-use.ts';

const MISTAKES = [...MISTAKES_IN_FORM, ...MISTAKES_IN_NAMES, ...MISTAKES_IN_MEANING];

/** What follows `…` is a parser's own words. */
function worded(text: string): unknown {
  return text.endsWith('…') ? expect.stringContaining(text.slice(0, -1)) : text;
}

describe('one mistake is one finding, at its place, in both languages', () => {
  test.each(MISTAKES.map((mistake) => [mistake.code, mistake.en, mistake] as const))(
    '%s: %s',
    (_, __, mistake) => {
      const { code, file, ru, en, fix } = mistake;
      const hint = hintOf(mistake);

      expect(findingsOf(mistake)).toEqual([
        {
          code,
          severity: 'error',
          file: `rules/${file}`,
          ...placeOf(mistake),
          message: { ru: worded(ru), en: worded(en) },
          ...(hint === undefined ? {} : { hint }),
          ...(fix === undefined ? {} : { fix }),
        },
      ]);
    },
  );

  test('RGL1008: a file without which there is no reglament is missed by its name', () => {
    expect(compiledWith({ 'desk.json': () => undefined }).diagnostics).toMatchObject([
      {
        code: 'RGL1008',
        severity: 'error',
        file: 'rules/desk.json',
        line: 1,
        column: 1,
        message: { ru: 'этого файла нет', en: 'this file is missing' },
      },
    ]);
  });

  test('every code about rules is provoked above, or as a warning; those of configuration and scenarios are elsewhere', () => {
    const provoked = new Set<string>([
      'RGL1008',
      ...[...MISTAKES, ...MISTAKES_IN_USE].map(({ code }) => code),
    ]);
    const known = Object.keys(DIAGNOSTIC_CODES).filter((code) => !/^RGL(4|12|21)/.test(code));

    expect([...provoked].sort()).toEqual(known.sort());
  });
});

describe('findings', () => {
  const manyMistakes = () =>
    compiledWith({
      'reopening.policy.json': swapped('"id": "late-return"', '"id": "Late"'),
      'clarification.policy.json': (text) =>
        swapped(
          '"fact": "warned"',
          '"fact": "wraned"',
        )(swapped('"fact": "questionOpen"', '"fact": "open"')(text)),
      'desk.json': swapped('"language": "ru"', '"language": "de"'),
      'vocabulary/conversation.json': swapped('"greetings":', '"hellos":'),
    }).diagnostics;

  test('of all files come at once', () => {
    expect(manyMistakes().map(({ file, code }) => `${file} ${code}`)).toEqual([
      'rules/clarification.policy.json RGL1101',
      'rules/clarification.policy.json RGL1101',
      'rules/desk.json RGL1006',
      'rules/reopening.policy.json RGL1007',
      'rules/vocabulary/conversation.json RGL1112',
    ]);
  });

  test('stand in the order of files, lines and columns', () => {
    const { diagnostics } = compiledWith({
      'clarification.policy.json': (text) =>
        text
          .replaceAll('"operator": "equal"', '"operator": "eqal"')
          .replaceAll('"fact": "warned"', '"fact": "wraned"'),
    });
    const places = diagnostics.map(({ line, column }) => line * 1000 + column);

    expect(places.length).toBeGreaterThan(10);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
  });

  test('of what nobody can use keep the reglament from being used', () => {
    expect(compiledWith({ 'desk.json': swapped('"ru"', '"de"') }).reglament).toBeUndefined();
    expect(compiledWith({}).reglament).toBeDefined();
    expect(compiledWith({}).diagnostics).toEqual([]);
  });
});
