import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '#faults.ts';
import { loadRules, readRules, versionOf } from '#policies/load-rules.ts';
import { folderWith, projectWith } from '#test/support/cli-folder.ts';
import { shippedRules, swapped, VOCABULARY } from '#test/support/cli-mistakes.ts';

/** The version of the shipped rules with each file changed. */
function versionWith(change: (text: string, name: string) => string): string {
  const { shown, files } = shippedRules();
  return versionOf({ shown, files: files.map((file) => ({ ...file, text: change(file.text, file.path) })) });
}

const shippedVersion = versionOf(shippedRules());

describe('a rules folder', () => {
  test('is read with its subfolders, sorted, and with nothing that is no part of the reglament', () => {
    const folder = folderWith({
      'desk.json': {},
      'a.policy.json': {},
      'calendars/xx.calendar.json': {},
      'vocabulary/words.json': {},
      'messages/ru.json': {},
      'regulation.json': {},
      'README.md': 'not for the program',
      'scenarios/story.json': {},
      'a.policy.json.bak': {},
    });

    expect(readRules(folder, 'desk').files.map((file) => file.path)).toEqual([
      'desk/a.policy.json',
      'desk/calendars/xx.calendar.json',
      'desk/desk.json',
      'desk/messages/ru.json',
      'desk/regulation.json',
      'desk/vocabulary/words.json',
    ]);
  });

  test('that cannot be read is a fault with a code and words in both languages', () => {
    const read = () => readRules(path.join(folderWith({}), 'gone'), 'gone');

    expect(read).toThrow(expect.objectContaining({ code: 'RGL9001' }));
    try {
      read();
    } catch (error) {
      expect(isFault(error, 'RGL9001') && error.words.ru).toContain('папка правил не читается');
    }
  });

  test('that is empty has no reglament, and every file that it lacks is named', () => {
    const { reglament, diagnostics } = loadRules(readRules(folderWith({}), 'rules'), VOCABULARY);

    expect(reglament).toBeUndefined();
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'RGL1008 rules/calendars/….calendar.json',
      'RGL1008 rules/desk.json',
      'RGL1008 rules/messages/en.json',
      'RGL1008 rules/messages/ru.json',
      'RGL1008 rules/regulation.json',
    ]);
  });

  test('that was shipped is one reglament', () => {
    const { reglament, diagnostics } = loadRules(
      readRules(path.join(projectWith(), 'rules'), 'rules'),
      VOCABULARY,
    );

    expect(diagnostics).toEqual([]);
    expect(reglament?.version).toBe(shippedVersion);
    expect(reglament?.rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['late-return', 'close-on-silence']),
    );
  });
});

describe('the version of a policy', () => {
  test('is a hash', () => {
    expect(shippedVersion).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('does not change with white space, or with the order of keys', () => {
    expect(versionWith((text) => JSON.stringify(JSON.parse(text)))).toBe(shippedVersion);
    expect(versionWith((text) => JSON.stringify(backwards(JSON.parse(text))))).toBe(shippedVersion);
  });

  test('does not depend on what the folder is called', () => {
    const files = shippedRules().files.map((file) => ({
      ...file,
      path: file.path.replace(/^rules/, '/srv/desk'),
    }));

    expect(versionOf({ shown: '/srv/desk', files })).toBe(shippedVersion);
  });

  test.each([
    ['clarification.policy.json', '"5 business days"', '"6 business days"'],
    ['messages/ru.json', 'Спасибо, что написали.', 'Благодарим за письмо.'],
    ['vocabulary/conversation.json', '"с уважением"', '"с почтением"'],
    ['calendars/ru.calendar.json', '"01-07"', '"01-08"'],
    ['desk.json', '"opens": "09:00"', '"opens": "10:00"'],
  ])('changes with %s', (name, from, to) => {
    const change = swapped(from, to);

    expect(versionWith((text, file) => (file === `rules/${name}` ? change(text) : text))).not.toBe(
      shippedVersion,
    );
  });

  test('changes with the order of a list', () => {
    const files = (list: readonly number[]) => [{ path: 'rules/x.policy.json', text: JSON.stringify(list) }];

    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), (list) => {
        expect(versionOf({ shown: 'rules', files: files(list) })).not.toBe(
          versionOf({ shown: 'rules', files: files(list.toReversed()) }),
        );
      }),
    );
  });

  test('is told even of files that are no JSON', () => {
    expect(versionWith((text) => text.slice(0, -5))).toMatch(/^sha256:/);
  });
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}
