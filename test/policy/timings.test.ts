/* What the calendar, the clock and the order of things make of a wait and of a return window. */
import { describe, expect, test } from 'vitest';
import { effectsOf, forecastOf, judged, lastDayOf } from '#test/support/desk.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const QUESTION = 'Пришлите, пожалуйста, журнал ошибок и номер документа.';
const SOLUTION = 'Откройте «Сервис», «Пересчёт итогов»: после него документ проведётся.';
const COMPLAINT = 'Добрый день. Ошибка повторилась на другом документе, помогите.';
const LATE = ['openTicket', 'reply:late-return', 'label:reglament-look'];

function ticket(channel = 'email'): RawIssue {
  return new RawIssue('2027-02-16 00:01')
    .ofKind('Ошибка')
    .channel(channel)
    .people({ agents: ['olga', 'ivan'] });
}

function asked(at: string): RawIssue {
  return ticket().says(OLGA, at, QUESTION).moves(OLGA, at, 'Waiting for customer');
}

function reminded(at = '2027-02-20 09:00', promisedLastDay = '2027-02-24'): RawIssue {
  return asked('2027-02-16 14:20').says(BOT, at, 'Мы ещё ждём…', {
    marker: { v: 1, key: 'k', rule: 'remind-before-closing', message: 'reminder', promisedLastDay },
  });
}

function solved(at = '2027-02-19 17:30', channel = 'email'): RawIssue {
  return ticket(channel).says(OLGA, at, SOLUTION).moves(OLGA, at, 'Resolved', 'Done');
}

describe('five business days after a question', () => {
  test.each([
    ['2027-02-19 17:59', '2027-03-01', 'on Friday evening, with a working Saturday and two holidays ahead'],
    ['2027-02-20 10:00', '2027-03-02', 'on the working Saturday, which is day 0'],
    ['2027-02-21 10:00', '2027-03-02', 'on Sunday, which is day 0 as well'],
    ['2027-02-16 23:59:59.999', '2027-02-24', 'in the last millisecond of Tuesday'],
    ['2027-02-17 00:00:00', '2027-02-25', 'in the first of Wednesday'],
    ['2027-03-05 12:00', '2027-03-15', 'before 8 March'],
    ['2027-04-30 12:00', '2027-05-11', 'before the holidays of May'],
  ])('asked %s end with %s (%s)', async (at, lastDay) => {
    const raw = new RawIssue('2027-02-16 00:01')
      .says(OLGA, at, QUESTION)
      .moves(OLGA, at, 'Waiting for customer');

    expect(lastDayOf(await judged(raw, 'timePassed', at), 'clarification')).toBe(lastDay);
  });
});

describe('a wait', () => {
  test('that was not looked at for weeks starts with the warning, in desk hours, and closes a full day after it', async () => {
    const explanation = await judged(asked('2027-02-16 14:20'), 'timePassed', '2027-03-05 19:00');

    expect(effectsOf(explanation)).toEqual(['reply:reminder']);
    expect(forecastOf(explanation)).toEqual([
      '2027-03-09 09:00 remind-before-closing',
      '2027-03-11 09:00 close-on-silence',
    ]);
  });

  test('whose last day ends at midnight closes when the desk opens', async () => {
    const { decision } = await judged(reminded(), 'timePassed', '2027-02-25 00:05');

    expect(decision.effects.map(({ notBefore }) => notBefore?.toString())).toEqual([
      '2027-02-25T06:00:00Z',
      '2027-02-25T06:00:00Z',
      '2027-02-25T06:00:00Z',
    ]);
  });

  test('that is answered a second before the desk opens is not closed', async () => {
    const raw = reminded().says(ANNA, '2027-02-25 08:59:59', 'Номер 115.');

    expect(effectsOf(await judged(raw, 'timePassed', '2027-02-25 09:00'))).toEqual([]);
  });

  test('is warned of anew when a second question follows the warning', async () => {
    const raw = reminded().says(IVAN, '2027-02-24 12:00', 'Уточните ещё, пожалуйста, версию.');

    expect(forecastOf(await judged(raw, 'timePassed', '2027-02-24 13:00'))).toEqual([
      '2027-03-02 09:00 remind-before-closing',
      '2027-03-04 09:00 close-on-silence',
    ]);
  });

  test('warned of on Friday night has Monday as its full business day', async () => {
    const explanation = await judged(
      reminded('2027-02-26 23:50', '2027-02-26'),
      'timePassed',
      '2027-03-01 12:00',
    );

    expect(effectsOf(explanation)).toEqual([]);
    expect(forecastOf(explanation)).toEqual(['2027-03-02 09:00 close-on-silence']);
  });

  test('warned of with a later date than is counted lasts until that date', async () => {
    const explanation = await judged(
      reminded('2027-02-20 09:00', '2027-03-02'),
      'timePassed',
      '2027-02-25 09:00',
    );

    expect(effectsOf(explanation)).toEqual([]);
    expect(lastDayOf(explanation, 'clarification')).toBe('2027-03-02');
  });

  test('is not ended by thanks that come after the warning', async () => {
    const raw = reminded().says(ANNA, '2027-02-24 12:00', 'Спасибо!');

    expect(forecastOf(await judged(raw, 'timePassed', '2027-02-24 13:00'))).toEqual([
      '2027-02-25 09:00 close-on-silence',
    ]);
  });

  test('for an answer that came, and was thanked for, closes nothing', async () => {
    const raw = reminded()
      .says(ANNA, '2027-02-24 12:00', 'Номер 115.')
      .says(OLGA, '2027-02-24 12:30', 'Спасибо, изучаем.');

    expect(forecastOf(await judged(raw, 'timePassed', '2027-02-24 13:00'))).toEqual([]);
  });

  test('counts anew from the question that was asked after a bounce', async () => {
    const raw = asked('2027-02-16 14:20')
      .says(ANNA, '2027-02-16 14:25', 'Undelivered Mail Returned to Sender')
      .says(OLGA, '2027-02-17 12:00', 'Повторно: пришлите, пожалуйста, номер документа.');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-18 12:00'), 'clarification')).toBe(
      '2027-02-25',
    );
  });

  test('goes on after a phone answer that came before the question', async () => {
    const raw = ticket()
      .notes(OLGA, '2027-02-16 14:10', 'Звонили. #ответ-клиента')
      .says(OLGA, '2027-02-16 14:20', QUESTION)
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-17 12:00'), 'clarification')).toBe(
      '2027-02-24',
    );
  });

  test('is stopped by a letter from outside the request', async () => {
    const raw = asked('2027-02-16 14:20').says(BORIS, '2027-02-17 09:00', 'Номер 115', {
      internal: true,
      outside: true,
    });

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 09:01'))).toEqual(['transition:inProgress']);
  });

  test('for which an automation asked is none', async () => {
    const raw = ticket()
      .says(ROBOT, '2027-02-16 14:20', QUESTION)
      .moves(ROBOT, '2027-02-16 14:21', 'Waiting for customer');

    expect(forecastOf(await judged(raw, 'timePassed', '2027-02-24 10:00'))).toEqual([
      '2027-02-25 09:00 waiting-without-question',
    ]);
  });
});

describe('a return window', () => {
  test('of a portal request ends to the millisecond', async () => {
    const at = async (time: string) =>
      effectsOf(
        await judged(
          solved('2027-02-19 17:30', 'portal').says(ANNA, time, COMPLAINT),
          'replied',
          '2027-03-01 12:00',
        ),
      );

    expect(await at('2027-02-24 23:59:59.999')).toEqual(['transition:inProgress', 'reply:returned']);
    expect(await at('2027-02-25 00:00:00.000')).toEqual(LATE);
  });

  test('moves with an agent’s addition ten minutes before its end, not with one five minutes after', async () => {
    const addition = 'Дополнительно: установите обновление 5.12, в нём исправлено проведение документа.';
    const added = async (time: string) =>
      effectsOf(
        await judged(
          solved().says(OLGA, time, addition).says(ANNA, '2027-02-26 12:00', COMPLAINT),
          'replied',
          '2027-02-26 12:01',
        ),
      );

    expect(await added('2027-02-24 23:50')).toContain('transition:inProgress');
    expect(await added('2027-02-25 00:05')).toEqual(LATE);
  });

  test('is that of the kind which the request got just before closing', async () => {
    const raw = ticket()
      .becomes(OLGA, '2027-02-18 10:00', 'Доработка')
      .says(OLGA, '2027-02-19 17:29', SOLUTION)
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-19 18:00'), 'reopen')).toBe('2027-03-01');
  });

  test('is open to a file alone, and to thanks with a real picture', async () => {
    const file = solved().attaches(ANNA, '2027-02-24 10:00', 'errors.zip', 100_000);
    const picture = solved()
      .says(ANNA, '2027-02-24 10:00', 'Спасибо')
      .attaches(ANNA, '2027-02-24 10:00:20', 'error.png', 300_000);

    expect(effectsOf(await judged(file, 'replied', '2027-02-24 10:05'))).toContain('transition:inProgress');
    expect(effectsOf(await judged(picture, 'replied', '2027-02-24 10:05'))).toContain(
      'transition:inProgress',
    );
  });

  test('is not needed to return by one’s own hand what one cancelled oneself', async () => {
    const raw = ticket()
      .moves(ANNA, '2027-02-17 10:10', 'Canceled', 'Canceled')
      .moves(ANNA, '2027-03-15 10:00', 'Waiting for support', null);

    expect(effectsOf(await judged(raw, 'transitioned', '2027-03-15 10:01'))).toEqual([]);
  });

  test('is open to an agent who is the reporter', async () => {
    const raw = new RawIssue('2027-02-16 14:00', { reporter: IVAN })
      .ofKind('Ошибка')
      .people({ agents: ['olga', 'ivan'] })
      .says(OLGA, '2027-02-19 17:29', SOLUTION)
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done')
      .says(IVAN, '2027-02-24 10:00', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 10:01'))).toEqual([
      'transition:inProgress',
      'reply:returned',
    ]);
  });

  test('means nothing on a status that is not mapped', async () => {
    const raw = solved()
      .moves(OLGA, '2027-02-20 10:00', 'Escalated')
      .says(ANNA, '2027-02-20 11:00', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-20 11:01'))).toEqual([]);
  });
});
