import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { PROJECT } from '#test/support/desk.ts';

function findingsWith(file: string, from: RegExp, to: string): readonly string[] {
  const folder = readRules(path.join(PROJECT, 'rules'), 'rules');
  const whole = readFileSync(path.join(PROJECT, 'rules', file), 'utf8');
  if (!from.test(whole)) throw new Error(`${file} does not hold ${from}`);
  const files = folder.files.map((one) =>
    one.path === `rules/${file}` ? { ...one, text: one.text.replace(from, to) } : one,
  );
  const { diagnostics } = loadRules({ ...folder, files }, standardVocabulary());
  return diagnostics.map(({ code, message }) => `${code} ${message.en}`);
}

describe('a letter that promises a day', () => {
  test('has to name it in each language', () => {
    expect(
      findingsWith(
        'messages/ru.json',
        /до конца дня \{lastDay\} \(\{zone\}\), и мы продолжим/,
        'скорее, и мы продолжим',
      ),
    ).toEqual(['RGL2010 "reminder" does not name {lastDay} in ru']);
  });
});

describe('a message that asks for what no value is', () => {
  test('is refused before a letter has to be written by it', () => {
    const [finding] = findingsWith(
      'messages/en.json',
      /came on \{writtenAt\}/,
      'came on {writtenAt, date, short}',
    );
    expect(finding).toMatch(/^RGL2006 the message "why-answered" cannot be formatted/);
  });
});
