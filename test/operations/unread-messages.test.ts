import { describe, expect, test } from 'vitest';
import { lookLabels, waitingTooLong } from '#operations/unread-messages.ts';
import { reglamentWith, theReglament } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';

describe('a message on a closed request', () => {
  test('is made visible by the labels that the policy names', () => {
    const other = reglamentWith(['reopening.policy.json', '["reglament-look"]', '["posmotret", "srochno"]']);

    expect(lookLabels(theReglament())).toEqual(['reglament-look']);
    expect(lookLabels(other)).toEqual(['posmotret', 'srochno']);
  });

  test.each([
    ['four working hours are not too long', '2027-02-24 10:00', '2027-02-24 14:00', 0],
    ['a minute more is', '2027-02-24 10:00', '2027-02-24 14:01', 1],
    ['a night does not count', '2027-02-24 17:00', '2027-02-25 11:59', 0],
    ['nor do a holiday and a Sunday', '2027-02-20 17:00', '2027-02-24 11:59', 0],
  ])('%s', (_, since, now, expected) => {
    expect(waitingTooLong([msk(since)], msk(now), theReglament())).toBe(expected);
  });
});
