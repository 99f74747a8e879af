import { beforeAll, describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '#core/policy/source/diagnostic.ts';
import { FAULTS } from '#faults.ts';
import { reglament } from '#test/support/cli-run.ts';
import { filesIn, foundIn, readHouseFile } from '#test/support/house-files.ts';

const CODES: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  ...DIAGNOSTIC_CODES,
  ...FAULTS,
};
const SOURCE = filesIn('src', '.ts');

/** A code in a comment tells of a code; in a string it is used. */
function usedIn(text: string): readonly string[] {
  return foundIn(text, /'(RGL\d+)'/g);
}

describe('a code', () => {
  test('has four digits, and belongs to one catalogue', () => {
    for (const code of Object.keys(DIAGNOSTIC_CODES)) expect(code).toMatch(/^RGL[1-5]\d{3}$/);
    for (const code of Object.keys(FAULTS)) expect(code).toMatch(/^RGL9\d{3}$/);
  });

  test('has a meaning of its own, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const meanings = Object.values(CODES).map((words) => words[language]);

      expect(meanings).not.toContain('');
      expect(new Set(meanings).size).toBe(meanings.length);
    }
  });

  test('that stands anywhere in the source, the rules or the README is in a catalogue', () => {
    const told = [...SOURCE, { name: 'README.md', text: readHouseFile('README.md') }].flatMap(
      ({ name, text }) => foundIn(text, /\b(RGL\d{4})\b/g).map((code) => `${name} ${code}`),
    );

    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((place) => !((place.split(' ')[1] ?? '') in CODES))).toEqual([]);
  });

  test('of a catalogue is used', () => {
    const used = new Set(SOURCE.flatMap(({ text }) => usedIn(text)));

    expect(Object.keys(CODES).filter((code) => !used.has(code))).toEqual([]);
  });
});

describe('reglament explain CODE', () => {
  const told = new Map<string, string>();

  beforeAll(async () => {
    const samples = ['RGL1001', 'RGL2010', 'RGL4003', 'RGL9005', 'RGL9302'];
    const outcomes = await Promise.all(samples.map((code) => reglament(['explain', code, '--lang', 'en'])));
    for (const [index, { stdout }] of outcomes.entries()) told.set(samples[index] ?? '', stdout);
  });

  test('is where a code is documented', () => {
    for (const [code, text] of told) expect(text).toContain(`${code}: ${CODES[code]?.en}`);
    expect(told.size).toBe(5);
  });
});
