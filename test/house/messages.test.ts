import { describe, expect, test } from 'vitest';
import type { Binding } from '#core/policy/language/reglament.ts';
import { compileMessage } from '#core/policy/text/messages.ts';
import { wordingOf } from '#core/policy/text/wording.ts';
import { theReglament } from '#test/support/desk.ts';
import { filesIn, readHouseFile } from '#test/support/house-files.ts';

type Texts = Readonly<Record<string, string | readonly string[]>>;

const textsIn = (language: 'ru' | 'en'): Texts =>
  JSON.parse(readHouseFile(`rules/messages/${language}.json`)).messages;
const RU = textsIn('ru');
const EN = textsIn('en');

function textOf(texts: Texts, id: string): string {
  const text = texts[id] ?? '';
  return typeof text === 'string' ? text : text.join('\n\n');
}

function placeholdersOf(texts: Texts, id: string, language: 'ru' | 'en'): readonly string[] {
  const format = compileMessage(textOf(texts, id), language);
  if ('wrong' in format) throw new Error(`${id}: ${format.wrong}`);
  return [...wordingOf(format.getAst()).placeholders].sort();
}

function wordsOf(binding: Binding): readonly string[] {
  const result = 'fact' in binding ? vocabulary.facts.get(binding.fact.id)?.result : undefined;
  if (result?.type !== 'texts' || !('saidAs' in binding)) return [];
  return (result.values ?? []).map((word) => `${binding.saidAs}-${word}`);
}

/** Messages that rules say: in effects and drafts, as the reason why, and for the words of lists. */
const { rules, vocabulary } = theReglament();
const SAID = new Set(
  rules.flatMap(({ why, effects }) => [
    ...(why === undefined ? [] : [why]),
    ...effects.flatMap(({ spec }) =>
      [spec.message, spec.draft].filter((message) => typeof message === 'string'),
    ),
    ...effects.flatMap(({ bindings }) => Object.values(bindings).flatMap(wordsOf)),
  ]),
);

describe('messages', () => {
  test('are the same in both languages', () => {
    expect(Object.keys(RU)).toEqual(Object.keys(EN));
  });

  test('that rules say all exist', () => {
    expect(SAID.size).toBeGreaterThan(10);
    expect([...SAID].filter((id) => !(id in RU) || !(id in EN))).toEqual([]);
  });

  test('that no rule says are said by the program itself', () => {
    const source = filesIn('src', '.ts')
      .map(({ text }) => text)
      .join('\n');
    const silent = Object.keys(RU).filter((id) => !SAID.has(id));

    expect(silent.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
  });

  test.each(Object.keys(RU))('%s has the same placeholders in both languages', (id) => {
    expect(placeholdersOf(RU, id, 'ru')).toEqual(placeholdersOf(EN, id, 'en'));
  });

  test.each(Object.keys(RU).filter((id) => textOf(RU, id).includes('plural')))(
    '%s has every plural form of both languages',
    (id) => {
      expect(textOf(RU, id)).toMatch(/plural, one \{.*\} few \{.*\} many \{.*\} other \{.*\}/);
      expect(textOf(EN, id)).toMatch(/plural, one \{.*\} other \{.*\}/);
    },
  );

  test('never name an exclusive midnight', () => {
    for (const texts of [RU, EN]) {
      for (const id of Object.keys(texts)) expect(textOf(texts, id)).not.toMatch(/24:00|00:00/);
    }
  });
});
