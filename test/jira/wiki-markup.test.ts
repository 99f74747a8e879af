import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { wikiText } from '#core/issue/wiki-text.ts';
import { toWiki } from '#jira/wiki-markup.ts';

/**
 * What Jira would take for markup, looked for in another way than it is escaped: escapes, entities and addresses are
 * taken out, and none of its marks may be left.
 */
function markupIn(wiki: string): readonly string[] {
  const left = wiki
    .replace(/https?:\/\/(?:&(?!amp;)|[\w/:.?=%#~+@-])+/g, 'address')
    .replace(/&(#\d+|amp);/g, '§')
    .replace(/\\[-#*_+?^~|%{}[\]()!@]/g, '§');
  return [
    ...(left.match(/[{}[\]|*_~^@]/g) ?? []),
    ...(left.match(/![^\s!]/g) ?? []),
    ...(left.match(/\\\\/g) ?? []),
    ...(left.match(/\?\?/g) ?? []),
    ...(left.match(/(^|\s)[-+]|^\s*#/gm) ?? []),
    ...(left.match(/^\s*(h[1-6]|bq)\.\s/gm) ?? []),
    ...(left.match(/\((x|i|\/|!)\)|:\)/g) ?? []),
  ];
}

const PIECES = [
  ...'\\{}[]|!*_~^@#?+-()&:;.',
  '{panel}',
  '{code:sql}',
  '[x|http://evil]',
  '[~admin]',
  '!a.png!',
  'h1. ',
  'bq. ',
  '----',
  '(x)',
  ':)',
  '&amp;',
  '&#92;',
  'C:\\temp\\*.txt',
  '\\\\сервер\\-общая',
  'какой-то',
  'п. 4.3',
  'https://site.ru/a_b?c=1&d_e=2',
  ' ',
  '\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

/** Line breaks at the ends, and more than one blank line, are lost on the way like everywhere. */
const tidied = (written: string) => written.replace(/\n{3,}/g, '\n\n').trim();

describe('a text in wiki markup', () => {
  test.each([
    ['a macro', '{panel}', '\\{panel\\}'],
    ['a mention', '[~admin]', '\\[\\~admin\\]'],
    ['a picture', 'вот !a.png!', 'вот \\!a.png!'],
    ['a heading', 'h1. Тема', 'h1&#46; Тема'],
    ['a list', '- раз\n# два', '\\- раз\n\\# два'],
    ['a share of Windows', '\\\\srv\\*', '&#92;&#92;srv&#92;\\*'],
    ['an exclamation', 'Добрый день!', 'Добрый день!'],
    ['a hyphen', 'какой-то', 'какой-то'],
    ['an address', 'https://site.ru/a_b', 'https://site.ru/a_b'],
  ])('keeps %s as it is written', (_, written, markup) => {
    expect(toWiki(written)).toBe(markup);
    expect(wikiText(markup)).toBe(written);
  });

  it('whatever it is, begins no markup', () => {
    const begins = fc.property(text, (written) => {
      expect(markupIn(toWiki(written))).toEqual([]);
    });
    fc.assert(begins, { numRuns: 2000 });
  });

  it('whatever it is, is read back as it was written', () => {
    const returns = fc.property(text, (written) => {
      expect(wikiText(toWiki(written))).toBe(tidied(written));
    });
    fc.assert(returns, { numRuns: 2000 });
  });

  it('is seen to have markup where nothing was escaped', () => {
    expect(markupIn('{panel} [~admin] !a.png! *x* h1. y (x)').length).toBeGreaterThan(8);
  });
});
