import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from '#test/support/cli-run.ts';
import { theReglament } from '#test/support/desk.ts';
import { filesIn, foundIn } from '#test/support/house-files.ts';

const REFERENCE = path.join(HOME, '..', 'shared', 'domain', 'clauses.md');
const known = existsSync(REFERENCE);

/** `4.3-d`, `5.3.2-8c`, `X-4`, `AMB-3`: with those that the reference writes in short, `5.3.2-8a..d`. */
function clausesOf(reference: string): ReadonlySet<string> {
  const ids = foundIn(reference, /(?<![\w.])((?:\d(?:\.\d)*|X|AMB)-[\w]+)/g);
  const ranges = [...reference.matchAll(/((?:\d\.)+\d-\d?)([a-z])\.\.([a-z])/g)].flatMap(
    ([, head, from, to]) => lettersBetween(from ?? '', to ?? '').map((letter) => `${head}${letter}`),
  );
  return new Set([...ids, ...ranges, ...shortened(reference)]);
}

/** Behind `5.3.2-6a` a line may go on with `-6b`: the same clause. */
function shortened(reference: string): readonly string[] {
  return reference.split('\n').flatMap((line) => {
    const head = /\*\*((?:\d\.)+\d)-/.exec(line)?.[1];
    return head === undefined ? [] : foundIn(line, /\*\*(-\w+)\*\*/g).map((rest) => `${head}${rest}`);
  });
}

function lettersBetween(from: string, to: string): readonly string[] {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';
  return [...alphabet.slice(alphabet.indexOf(from), alphabet.indexOf(to) + 1)];
}

const { clauses, rules } = theReglament();

describe('clauses', () => {
  test('that rules keep all stand in rules/regulation.json, in both languages', () => {
    const kept = new Set(rules.flatMap((rule) => rule.clauses));

    expect(kept.size).toBeGreaterThan(5);
    expect([...kept].filter((id) => !clauses.has(id))).toEqual([]);
    for (const { text } of clauses.values()) expect(text.ru === text.en).toBe(false);
  });

  test('are named by every rule', () => {
    expect(rules.filter((rule) => rule.clauses.length === 0)).toEqual([]);
  });

  test.skipIf(!known)(
    known
      ? 'of rules/regulation.json are those of the reference'
      : 'of the reference are not here to compare with',
    () => {
      const reference = clausesOf(readFileSync(REFERENCE, 'utf8'));

      expect(reference.size).toBeGreaterThan(50);
      expect([...clauses.keys()].filter((id) => !reference.has(id))).toEqual([]);
    },
  );

  test.skipIf(!known)(
    known
      ? 'that comments in the source quote are those of the reference'
      : 'quoted in the source cannot be compared',
    () => {
      const reference = clausesOf(readFileSync(REFERENCE, 'utf8'));
      const quoted = filesIn('src', '.ts').flatMap(({ text }) =>
        foundIn(text, /@clause ([^\n—]*)/g).flatMap((list) => foundIn(list, /([\w.]+-\w+)/g)),
      );

      expect(quoted.length).toBeGreaterThan(2);
      expect(quoted.filter((id) => !reference.has(id))).toEqual([]);
    },
  );

  test('speak of one kind of request where their text does', () => {
    for (const { id, text, kind } of clauses.values()) {
      const named = /^(Консультация|Ошибка|Доработка):/.exec(text.ru)?.[1];
      const expected = { Консультация: 'consultation', Ошибка: 'error', Доработка: 'changeRequest' }[
        named ?? ''
      ];
      expect([id, kind]).toEqual([id, expected]);
    }
  });
});
