import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLetter } from '#standard/letter/read-letter.ts';
import { HOSTILE_PIECES, hostileText } from '#test/letters/hostile-texts.ts';
import { theReglament } from '#test/support/desk.ts';

const { words } = theReglament();

const anyFile = fc.record({ name: fc.string(), bytes: fc.nat(), inline: fc.boolean() });
const anyMail = fc.record({
  channel: fc.constantFrom('email' as const, 'phone' as const, 'portal' as const),
  subject: fc.string({ unit: 'binary', maxLength: 80 }),
  from: fc.string({ unit: 'binary', maxLength: 60 }),
  body: fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(...Object.values(HOSTILE_PIECES)),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
  attachments: fc.array(anyFile, { maxLength: 3 }),
});

describe('any letter at all', () => {
  test('is read, with each field in one list at most', () => {
    fc.assert(
      fc.property(anyMail, (mail) => {
        const { present, missing, unsure } = readLetter(mail, words);
        const all = [...present, ...missing, ...unsure];
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 150 },
    );
  });

  test('is read the same each time', () => {
    fc.assert(
      fc.property(anyMail, (mail) => {
        expect(readLetter({ ...mail }, words)).toEqual(readLetter(mail, words));
      }),
      { numRuns: 30 },
    );
  });

  test.each(Object.entries(HOSTILE_PIECES))('made of nothing but %s is read to its end', (_, piece) => {
    const body = hostileText(piece, 3000);
    expect(() =>
      readLetter({ channel: 'email', subject: '', from: '', body, attachments: [] }, words),
    ).not.toThrow();
  });

  test('that is longer than anybody writes lacks nothing for sure', () => {
    const body = `Не проводится документ. ${'Подробности ниже. '.repeat(1500)}`;
    expect(
      readLetter({ channel: 'email', subject: '', from: '', body, attachments: [] }, words).missing,
    ).toEqual([]);
  });
});
