import { describe, expect, test } from 'vitest';
import { reglamentWith } from '#test/support/desk.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import { COMPLAINT, looksAt, returnedInTime, solvedOnFriday } from '#test/support/service-looks.ts';

describe('the fuse of a ticket', () => {
  test('lets through as many effects within an hour as are allowed, the rest is withheld', async () => {
    const looks = await looksAt(returnedInTime(), { effectsPerTicketPerHour: 1 });

    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'WITHHELD reply:returned (fuse)']);
  });

  test('has what it withheld judged again when the hour is over, and done then', async () => {
    const looks = await looksAt(returnedInTime(), { effectsPerTicketPerHour: 1 });
    await looks.at('2027-02-24 12:01');
    expect(await looks.promised()).toEqual([expect.stringMatching(/^comment:\d+ 2027-02-24 13:01$/)]);

    looks.ticket = returnedInTime().moves(BOT, '2027-02-24 12:02', 'In progress', null);

    await looks.at('2027-02-24 12:40', 'sweep');
    expect(await looks.kept()).toContain('WITHHELD reply:returned (fuse)');
    await looks.at('2027-02-24 13:02', 'wakeup');

    expect(await looks.kept()).toContain('PLANNED reply:returned');
  });

  test('is not blown by as many effects as are allowed', async () => {
    const looks = await looksAt(returnedInTime(), { effectsPerTicketPerHour: 2 });

    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'PLANNED reply:returned']);
  });

  test('counts what was done within the hour before, and nothing older', async () => {
    const late = () =>
      solvedOnFriday().says(ANNA, '2027-02-25 10:00', COMPLAINT).says(ANNA, '2027-02-25 10:30', COMPLAINT);
    const second = async (lookedFirstAt: string) => {
      const looks = await looksAt(solvedOnFriday().says(ANNA, '2027-02-25 10:00', COMPLAINT), {
        effectsPerTicketPerHour: 3,
      });
      await looks.at(lookedFirstAt);
      looks.ticket = late();
      await looks.at('2027-02-25 11:05');
      return (await looks.kept()).filter((line) => line.includes('late-message'));
    };

    expect(await second('2027-02-25 10:06')).toEqual(['WITHHELD note:late-message (fuse)']);
    expect(await second('2027-02-25 10:04')).toEqual(['PLANNED note:late-message']);
  });

  test('does not count what is only observed', async () => {
    const looks = await looksAt(returnedInTime(), {
      effectsPerTicketPerHour: 1,
      modes: { default: 'enforce', policies: { clarification: 'observe', reopening: 'observe' } },
    });

    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toEqual([
      'WITHHELD transition:inProgress (observe)',
      'WITHHELD reply:returned (observe)',
    ]);
  });
});

describe('one cause', () => {
  test('that a letter told of and a sweep found makes one effect', async () => {
    const looks = await looksAt(returnedInTime());

    await looks.at('2027-02-24 12:01', 'delivery');
    await looks.at('2027-02-24 12:01', 'sweep');

    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'PLANNED reply:returned']);
  });

  test('that two letters of one look share makes one effect', async () => {
    const looks = await looksAt(returnedInTime().says(ANNA, '2027-02-24 12:05', COMPLAINT));

    const record = await looks.at('2027-02-24 12:06');

    const keys = record.decisions.flatMap(({ effects }) => effects.map(({ effect }) => effect.key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'PLANNED reply:returned']);
  });

  test('makes the same effect under a new version of the policy: a redeploy says nothing again', async () => {
    const looks = await looksAt(returnedInTime());
    const first = await looks.at('2027-02-24 12:01');
    const changed = reglamentWith(['messages/ru.json', 'снова в работе', 'опять в работе']);
    const again = await (await looksAt(returnedInTime(), { reglament: changed })).at('2027-02-24 12:02');

    const keys = (record: typeof first) =>
      record.decisions.flatMap(({ effects }) => effects.map(({ effect }) => effect.key));
    expect(keys(again)).toEqual(keys(first));
    expect(again.decisions[0]?.decision.policyVersion).not.toBe(first.decisions[0]?.decision.policyVersion);
  });
});

describe('a year without a calendar', () => {
  const asked = () =>
    new RawIssue('2027-12-28 13:00')
      .ofKind('Ошибка')
      .channel('email')
      .says(OLGA, '2027-12-29 14:20', 'Добрый день! Пришлите, пожалуйста, номер документа.')
      .moves(OLGA, '2027-12-29 14:21', 'Waiting for customer');

  test('is no reason to guess: nothing is done to the customer, and the agent gets one hint', async () => {
    const looks = await looksAt(asked());

    await looks.at('2027-12-29 14:22');
    await looks.at('2027-12-30 10:00', 'sweep');
    await looks.at('2028-02-01 10:00', 'sweep');

    expect(await looks.kept()).toEqual(['PLANNED note:calendar-missing']);
  });
});

describe('a ticket that cannot be read', () => {
  test('is said to be so, with the reason', async () => {
    const why = { ru: 'нет такого обращения (404)', en: 'no such ticket (404)' };
    const looks = await looksAt({ kind: 'notThere', why });

    expect(await looks.only('2027-02-24 12:01')).toEqual({ kind: 'unreadable', why: why.en });
  });

  test('because Jira gave something else is said to be so as well', async () => {
    const looks = await looksAt({ kind: 'issue', issue: { key: 'SUP-7' }, reading: {} as never });

    expect((await looks.only('2027-02-24 12:01')).kind).toBe('unreadable');
  });
});
