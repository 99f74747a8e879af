import { describe, expect, test } from 'vitest';
import { moscow } from '#test/support/desk.ts';
import { ANNA, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import { COMPLAINT, judgedEvents, looksAt, solvedOnFriday } from '#test/support/service-looks.ts';

const letterAt = (time: string) => solvedOnFriday().says(ANNA, time, COMPLAINT);
const DONE = ['PLANNED transition:inProgress', 'PLANNED reply:returned'];

describe('Jira’s clock', () => {
  test.each(['2027-02-24 12:00:03', '2027-02-24 12:05:00'])(
    'a little ahead of ours (%s at 12:00) loses no letter: what has happened has happened',
    async (time) => {
      const looks = await looksAt(letterAt(time));

      const record = await looks.at('2027-02-24 12:00');

      expect(judgedEvents(record)).toContain('replied');
      expect(await looks.kept()).toEqual(DONE);
    },
  );

  test('a little ahead of ours loses no deadline: a question that was just asked is counted from', async () => {
    const asked = new RawIssue('2027-02-16 13:00')
      .ofKind('Ошибка')
      .channel('email')
      .says(OLGA, '2027-02-16 14:20:02', 'Добрый день! Пришлите, пожалуйста, номер документа.')
      .moves(OLGA, '2027-02-16 14:20:04', 'Waiting for customer');
    const looks = await looksAt(asked);

    await looks.at('2027-02-16 14:20:00');

    expect(await looks.promised()).toEqual(['timePassed 2027-02-20 00:00']);
  });

  test('a little ahead of ours makes nothing twice when ours comes after it', async () => {
    const looks = await looksAt(letterAt('2027-02-24 12:00:03'));
    await looks.at('2027-02-24 12:00');

    const again = await looks.at('2027-02-24 12:01');

    expect(judgedEvents(again)).toEqual(['timePassed']);
    expect(await looks.kept()).toEqual(DONE);
  });

  test('far ahead does not drag us there: deadlines run by our own clock', async () => {
    const looks = await looksAt(letterAt('2027-06-24 12:00'));

    const record = await looks.at('2027-02-24 12:00');

    expect(moscow(record.decidedAt)).toBe('2027-02-24 12:00');
  });

  test('far ahead hides nothing that happens meanwhile, and is judged when its time has come', async () => {
    const future = () => solvedOnFriday().says(ANNA, '2027-06-24 12:00', 'Спасибо!');
    const looks = await looksAt(future());
    expect(judgedEvents(await looks.at('2027-02-24 12:00'))).not.toContain('replied');

    looks.ticket = future().says(ANNA, '2027-02-24 12:10', COMPLAINT);

    expect(judgedEvents(await looks.at('2027-02-24 12:11'))).toContain('replied');
  });

  test('behind ours judges a letter by its own time, in which it was in the window', async () => {
    const looks = await looksAt(letterAt('2027-02-24 23:59'));

    await looks.at('2027-02-25 09:00');

    expect(await looks.kept()).toEqual(DONE);
  });
});
