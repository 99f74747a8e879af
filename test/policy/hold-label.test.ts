/* A ticket that people have taken in hand: its label keeps everything of ours from it, and the time it held is nobody's fault. */
import { describe, expect, test } from 'vitest';
import { effectsOf, forecastOf, judged } from '#test/support/desk.ts';
import { OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

function waiting(): RawIssue {
  return new RawIssue('2027-02-16 14:00')
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga'] })
    .says(OLGA, '2027-02-16 14:20', 'Добрый день! Пришлите, пожалуйста, журнал ошибок.')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
}

function labelled(raw: RawIssue, labels: readonly string[]): object {
  const json = raw.toJson() as { readonly fields: object };
  return { ...json, fields: { ...json.fields, labels } };
}

describe('the hold label', () => {
  test('keeps the reminder from being written, and nothing is forecast', async () => {
    const free = await judged(labelled(waiting(), []), 'timePassed', '2027-02-20 09:00');
    const held = await judged(labelled(waiting(), ['reglament-hold']), 'timePassed', '2027-02-20 09:00');

    expect(effectsOf(free)).toEqual(['reply:reminder']);
    expect(effectsOf(held)).toEqual([]);
    expect(forecastOf(held)).toEqual([]);
  });

  test('is told as the reason', async () => {
    const { decision } = await judged(
      labelled(waiting(), ['reglament-hold']),
      'timePassed',
      '2027-02-20 09:00',
    );

    expect(decision.dropped).toEqual([{ rule: 'remind-before-closing', kind: 'reply', why: 'held' }]);
  });

  test('is no other label', async () => {
    const like = await judged(labelled(waiting(), ['reglament-holdings']), 'timePassed', '2027-02-20 09:00');

    expect(effectsOf(like)).toEqual(['reply:reminder']);
  });
});
