import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { nativePattern } from '#core/policy/text/native-pattern.ts';
import { patternSyntax } from '#core/policy/text/pattern-syntax.ts';
import { waysOf } from '#core/policy/text/pattern-ways.ts';
import { findingByRe2, findingNatively } from '#core/policy/text/patterns.ts';
import { lettersIn } from '#test/letters/labelled-letters.ts';
import { PROJECT } from '#test/support/desk.ts';
import { anyPattern } from './any-pattern.ts';
import { everyMatch } from './every-match.ts';

function syntaxOf(source: string) {
  const syntax = patternSyntax(source);
  if (syntax === undefined) throw new Error(`not a pattern: ${source}`);
  return syntax;
}

describe('ways to go on from one place', () => {
  test.each([
    ['ошибка', 1],
    ['(не работает|не открывается)', 2],
    ['(завис|упал)', 1],
    ['завис\\p{L}{0,40} \\d', 1],
    ['завис\\p{L}{0,40}ла', 41],
    ['кнопк.{0,20}не', 21],
    ['кнопк.{0,20}не.{0,20}нажим', 21 * 21],
    ['дата\\s{0,40}\\d', 1],
    ['дата\\s{0,40}\\s', 41],
    ['вы?ход', 1],
    ['вы?ы', 2],
  ])('%s: %i', (source, ways) => {
    expect(waysOf(syntaxOf(source))).toBe(ways);
  });
});

test('a pattern is counted in no time, however deep its groups stand in each other', () => {
  const deep = `${'('.repeat(200)}а${'){1}'.repeat(200)}`;

  expect(waysOf(syntaxOf(deep))).toBe(1);
});

describe("a pattern for JavaScript's own engine", () => {
  test.each([['(а+)+б'], ['(а|аа)+б'], ['(.*)(.*)б'], ['(а?){30}а{30}'], ['(\\p{L}+\\s?)+в отпуске']])(
    'is not made where it could try for ages: %s',
    (source) => {
      expect(nativePattern(syntaxOf(source))).toBeUndefined();
    },
  );

  test.each([['\\bкод'], ['\\W+@'], ['[α-ω]+'], ['[\\S,]']])(
    'is not made where both engines do not say the same: %s',
    (source) => {
      expect(nativePattern(syntaxOf(source))).toBeUndefined();
    },
  );

  test('finds what RE2 finds, line by line and regardless of case', () => {
    const texts = fc.string({
      unit: fc.constantFrom(
        'а',
        'б',
        'в',
        'А',
        'Б',
        'ё',
        ' ',
        '\u00a0',
        '.',
        '\n',
        '\r',
        '\u2028',
        '1',
        '_',
        'K',
        's',
        'ſ',
        '\u212a',
        '😀',
      ),
      maxLength: 39,
    });
    fc.assert(
      fc.property(anyPattern, texts, (source, text) => {
        const native = nativePattern(syntaxOf(source));
        fc.pre(native !== undefined);
        if (native === undefined) return;
        expect(everyMatch(findingNatively(native), text)).toEqual(
          everyMatch(findingByRe2(re2(source)), text),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('finds in letters what RE2 finds, whatever our lists look for', () => {
    const letters = lettersIn(path.join(PROJECT, 'test', 'fixtures', 'letters', 'open.jsonl')).slice(0, 40);
    const sources = patternsOfLists();
    const natives = sources.flatMap((source) => {
      const native = nativePattern(syntaxOf(source));
      return native === undefined ? [] : [{ source, native, other: re2(source) }];
    });
    // Most are of this kind, else nothing would be gained.
    expect(natives.length / sources.length).toBeGreaterThan(0.85);
    for (const { source, native, other } of natives) {
      for (const { mail } of letters) {
        const [found, expected] = [findingNatively(native), findingByRe2(other)].map((finding) =>
          everyMatch(finding, mail.body),
        );
        expect(found, source).toEqual(expected);
      }
    }
  });
});

function re2(source: string): RE2JS {
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
}

function patternsOfLists(): readonly string[] {
  const folder = path.join(PROJECT, 'rules', 'vocabulary');
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/"\/((?:[^"\\]|\\.)+)\/"/g)].map(([, source]) => JSON.parse(`"${source}"`)),
  );
}
