import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askingSentences } from '#standard/letter/asking-sentences.ts';

/** The same in the words of a pattern, which is plain to read and slow to run. */
const PLAIN = /(?:[^.!?\n]|\.\d){12,300}\?/gu;

describe('sentences that ask', () => {
  test('are found in a letter, each from its beginning', () => {
    const text = 'Добрый день! Как закрыть месяц в версии 10.2? Форму нашли. А где выбрать счёт?';

    expect(askingSentences(text).map((sentence) => sentence.text)).toEqual([
      'Как закрыть месяц в версии 10.2?',
      'А где выбрать счёт?',
    ]);
  });

  test('are those that the plain pattern finds, whatever is written', () => {
    const letters = fc.string({
      unit: fc.constantFrom('а', 'б', ' ', '.', '5', '?', '!', '\n', 'где ', 'счёт '),
      maxLength: 700,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const plain = [...text.matchAll(PLAIN)].map(({ index, 0: found }) => ({
          text: found.trim(),
          from: index,
        }));
        expect(askingSentences(text)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});
