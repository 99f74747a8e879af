/* What `check` says of rules that are written well and can hardly be meant so. */
import { describe, expect, test } from 'vitest';
import { inspectReglament } from '#core/policy/inspect/inspect-reglament.ts';
import { compiledWith, compiledWithMistake, placeOf } from '#test/support/cli-mistakes.ts';
import { MISTAKES_IN_USE } from '#test/support/cli-mistakes-in-use.ts';
import { msk } from '#test/support/moscow-time.ts';

/** Before October: the calendar of the next year is not wanted yet. */
const SUMMER = msk('2027-06-15 12:00');

function warningsOf(compiled: ReturnType<typeof compiledWith>, now = SUMMER) {
  const { reglament, documents, diagnostics } = compiled;
  if (reglament === undefined) throw new Error(JSON.stringify(diagnostics));
  return inspectReglament(documents, reglament, now);
}

describe('one mistake is one warning, at its place, in both languages', () => {
  test.each(MISTAKES_IN_USE.map((mistake) => [mistake.code, mistake.en, mistake] as const))(
    '%s: %s',
    (_, __, mistake) => {
      const { code, file, ru, en, to } = mistake;
      const place = to.includes('⟦') ? placeOf(mistake) : {};

      expect(warningsOf(compiledWithMistake(mistake))).toEqual([
        expect.objectContaining({
          code,
          severity: 'warning',
          file: `rules/${file}`,
          ...place,
          message: { ru, en },
          hint: { ru: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
        }),
      ]);
    },
  );

  test('the shipped rules give none', () => {
    expect(warningsOf(compiledWith({}))).toEqual([]);
  });
});

describe('hints', () => {
  const hintOf = (code: string): string => {
    const mistake = MISTAKES_IN_USE.find((one) => one.code === code);
    if (mistake === undefined) throw new Error(`no mistake is made for ${code}`);
    return warningsOf(compiledWithMistake(mistake))[0]?.hint?.en ?? '';
  };

  test('name the fewest conditions that exclude each other, and where they stand', () => {
    expect(hintOf('RGL2012')).toMatch(
      /^never true together: ticketState equal "closed" \(rules\/reopening\.policy\.json:\d+:\d+\); ticketState equal "inProgress" \(rules\/reopening\.policy\.json:\d+:\d+\)$/,
    );
  });

  test('show a ticket for which two rules want different things', () => {
    expect(hintOf('RGL2014')).toContain('eventBy "automation"');
    expect(hintOf('RGL2014')).toContain('customersReturn true');
  });

  test('show a ticket that another rule always moves first', () => {
    expect(hintOf('RGL2013')).toMatch(/example: .*returnIntent "thanks"/);
  });
});

describe('the calendar of the next year', () => {
  test.each([
    ['2027-09-30 23:59', 0],
    ['2027-10-01 00:00', 1],
    ['2028-02-01 12:00', 1],
  ])('at %s Moscow time gives %i warnings', (time, count) => {
    expect(warningsOf(compiledWith({}), msk(time)).map(({ code }) => code)).toEqual(
      Array(count).fill('RGL3004'),
    );
  });
});
