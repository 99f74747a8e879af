import { describe, expect, test } from 'vitest';
import { checkModes } from '#configuration/check-modes.ts';
import { configured, findingsIn, markIn } from '#test/support/cli-configured.ts';
import { theReglament } from '#test/support/desk.ts';

describe('a cap', () => {
  test.each([
    ['{ "caps": { "reopening": ⟦"lifte"⟧ } }', 'RGL1006'],
    ['{ "caps": { "reopening": { "mode": ⟦"sugest"⟧, "until": "noRivalFor", "days": 7 } } }', 'RGL1006'],
    ['{ "caps": { "reopening": { "mode": "suggest", "until": "noRivalFor", "days": ⟦0⟧ } } }', 'RGL1007'],
    ['{ "caps": { "reopening": ⟦{ "mode": "suggest", "days": 7 }⟧ } }', 'RGL1004'],
  ])('%s is found where it is wrong', (marked, code) => {
    expect(findingsIn(marked)).toMatchObject([{ code, ...markIn(marked) }]);
  });

  test('on a rule or policy that does not exist is an error, with the nearest name', () => {
    const { document } = configured({
      'c.json': { caps: { reopenning: 'lifted', 'late-return': 'lifted' } },
    });
    const found = document === undefined ? [] : checkModes(document, theReglament());

    expect(found).toMatchObject([{ code: 'RGL4001', fix: 'reopening' }]);
  });
});

describe('the key of a control ticket', () => {
  test('that is none is an error', () => {
    expect(findingsIn('{ "control": { "ticket": ⟦"stop"⟧ } }')).toMatchObject([{ code: 'RGL1007' }]);
  });
});
