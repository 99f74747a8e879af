import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText } from '#core/policy/text/cut-text.ts';
import { isCommonSyntax, patternSyntax } from '#core/policy/text/pattern-syntax.ts';
import { compilePattern } from '#core/policy/text/patterns.ts';
import { openPrefilter } from '#core/policy/text/prefilter.ts';
import { foldLiteral } from '#core/policy/text/required-literals.ts';
import { openWordLists, readEntry } from '#core/policy/text/word-lists.ts';
import { anyPattern } from './any-pattern.ts';
import { everyMatch } from './every-match.ts';

function required(source: string) {
  const pattern = compilePattern(source);
  return 'wrong' in pattern ? undefined : pattern.required();
}

describe('what every match of a pattern holds', () => {
  test.each([
    ['не (работает|открывается)', ['не работает', 'не открывается']],
    ['принтер\\p{L}* не печат', [' не печат']],
    ['(?i:ошибка)', ['ошибка']],
    ['(синий|синем) экран', ['синий экран', 'синем экран']],
    ['выда[её]т', ['выдает', 'выдаёт']],
    ['до \\d+ (марта|апреля)', [' марта', ' апреля']],
    ['не ?работает', ['неработает', 'не работает']],
    ['(ошибка)+ \\d', ['ошибка']],
    ['^\\s*Тел\\.: \\d', ['тел.: ']],
    ['(?:abc|abcd)x', ['abcx', 'abcdx']],
  ])('%s', (source, literals) => {
    expect(required(source)?.literals).toEqual(literals);
  });

  test.each([
    ['\\d{2}\\.\\d{2}'],
    ['[а-я]+'],
    ['(до|к) \\d'],
    ['ошибка|'],
    ['(ошибка)?'],
    ['(?P<code>ошибка)\\Q.\\E'],
    ['[^о]{3}'],
  ])('is nothing in particular: %s', (source) => {
    expect(required(source)).toBeUndefined();
  });
});

describe('a search for literals', () => {
  const letters = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'Б', ' ', 'x'), maxLength: 60 });
  const literal = fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' ', 'x'), minLength: 3, maxLength: 6 });

  test('finds every place of each of them, whatever the case, and no other', () => {
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 12 }), letters, (literals, text) => {
        const found = openPrefilter(literals)(text);
        const folded = foldLiteral(text);
        for (const one of new Set(literals)) {
          const places = [...folded].flatMap((_, at) => (folded.startsWith(one, at) ? [at] : []));
          expect(found.get(one) ?? []).toEqual(places);
        }
        expect([...found.keys()].filter((one) => !literals.includes(one))).toEqual([]);
      }),
    );
  });

  test('keeps the places in a text that grows when it is folded', () => {
    expect(openPrefilter(['ошибка'])('İİ Ошибка').get('ошибка')).toEqual([3]);
  });
});

const anyText = fc.string({
  unit: fc.constantFrom('а', 'б', 'в', 'А', 'Б', ' ', '.', '\n', '1'),
  maxLength: 120,
});

describe('a list of patterns', () => {
  test('finds what its patterns find when they look through the whole text', () => {
    fc.assert(
      fc.property(anyPattern, anyText, (source, text) => {
        const pattern = compilePattern(source);
        const entry = readEntry(`/${source}/`);
        fc.pre(!('wrong' in pattern) && !('wrong' in entry));
        if ('wrong' in pattern || 'wrong' in entry) return;
        const whole = everyMatch(pattern.find, text);
        const hits = openWordLists(new Map([['list', [entry]]]))('list').hits(cutText(text));
        expect(
          hits.map(({ from, to }) => `${from}-${to}`).filter((match) => !/^(\d+)-\1$/.test(match)),
        ).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  test('sees where a word and a line end, though it looks at a piece of the text only', () => {
    const entry = readEntry('/^ошибка$/');
    if ('wrong' in entry) throw new Error(entry.wrong);
    const list = openWordLists(new Map([['list', [entry]]]))('list');
    const far = 'слово '.repeat(200);

    expect(list.hits(cutText(`${far}\nошибка\n${far}`))).toHaveLength(1);
    expect(list.hits(cutText(`${far}ошибка ${far}`))).toHaveLength(0);
    expect(list.hits(cutText(`${far}\nошибка2 ${far}`))).toHaveLength(0);
  });
});

describe('a pattern that is compiled only when it is looked for', () => {
  test('compiles, whatever is written in the common syntax', () => {
    fc.assert(
      fc.property(anyPattern, (source) => {
        const syntax = patternSyntax(source);
        fc.pre(syntax !== undefined && isCommonSyntax(syntax));
        const pattern = compilePattern(source);
        expect('wrong' in pattern ? pattern.wrong : pattern.find('абв')).not.toBeTypeOf('string');
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['(?=а)б'],
    ['(?<!а)б'],
    ['(а)\\1'],
    ['(а{100}){100}'],
    ['а{1001}'],
    ['(а'],
    ['[б-а]'],
    ['\\p{Нет}'],
    ['\\p{Script=Cyrillic}'],
    ['\\u0430'],
  ])('is refused at once where it cannot be: %s', (source) => {
    expect(compilePattern(source)).toHaveProperty('wrong');
  });

  test.each([
    ['(?i:ошибка)'],
    ['(?P<code>ошибка)'],
    ['\\Qошибка\\E'],
    ['[[:^alpha:]]?ошибка'],
    ['\\x{43E}шибка'],
  ])('takes what only RE2 writes so: %s', (source) => {
    const pattern = compilePattern(source);
    if ('wrong' in pattern) throw new Error(pattern.wrong);
    expect(pattern.find('здесь ошибка')).toBeDefined();
  });
});
