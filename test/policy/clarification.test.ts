import { describe, expect, test } from 'vitest';
import { forecast } from '#core/decision/forecast.ts';
import {
  effectsOf,
  forecastOf,
  judged,
  lastDayOf,
  reglamentWith,
  textOf,
  theReglament,
  ticketOf,
} from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { type Flavour, RawIssue } from '#test/support/raw-issue.ts';

const QUESTION = 'Добрый день! Пришлите, пожалуйста, журнал ошибок и номер документа.';
const STATEMENT = 'Передали разработчикам, исправим в 5.12.';

/** An error that waits for the customer since Tue 16.02, 14:21. */
function waiting(flavour: Flavour = 'cloud-v3', said = QUESTION): RawIssue {
  return new RawIssue('2027-02-16 14:00', { flavour })
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga', 'ivan'] })
    .says(OLGA, '2027-02-16 14:20', said)
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
}

/** The same, with our reminder of Sat 20.02. */
function reminded(lastDay = '2027-02-24'): RawIssue {
  return waiting().says(BOT, '2027-02-20 09:00', 'Мы ещё ждём…', {
    marker: { v: 1, key: 'k', rule: 'remind-before-closing', message: 'reminder', promisedLastDay: lastDay },
  });
}

describe('silence after a question', () => {
  test.each(['cloud-v3', 'cloud-v2', 'data-center'] as const)(
    'is reminded on Saturday 20.02 and closed on Thursday 25.02 (%s)',
    async (flavour) => {
      const explanation = await judged(waiting(flavour), 'timePassed', '2027-02-17 10:00');

      expect(effectsOf(explanation)).toEqual([]);
      expect(lastDayOf(explanation, 'clarification')).toBe('2027-02-24');
      expect(lastDayOf(explanation, 'reminder')).toBe('2027-02-19');
      expect(forecastOf(explanation)).toEqual([
        '2027-02-20 09:00 remind-before-closing',
        '2027-02-25 09:00 close-on-silence',
      ]);
    },
  );

  test('the reminder names the last day, the zone and the clause', async () => {
    const text = textOf(await judged(waiting(), 'timePassed', '2027-02-20 09:00'), 'reminder');

    expect(text).toContain('Здравствуйте, Анна Сергеевна!');
    expect(text).toContain('до конца дня 24 февраля 2027 г. (МСК)');
    expect(text).toContain('«Пришлите, пожалуйста, журнал ошибок и номер документа».');
    expect(text).toContain('(п. 4.3)');
  });

  test('before the desk opens, the reminder waits for it', async () => {
    const { decision } = await judged(waiting(), 'timePassed', '2027-02-20 03:00');

    expect(decision.effects[0]?.notBefore?.equals(msk('2027-02-20 09:00'))).toBe(true);
  });

  test('the closing says until when it may be returned: two business days for an error', async () => {
    const explanation = await judged(reminded(), 'timePassed', '2027-02-25 09:00');

    expect(effectsOf(explanation)).toEqual([
      'transition:closed',
      'reply:closed-unanswered',
      'note:why-closed-unanswered',
    ]);
    const text = textOf(explanation, 'closed-unanswered');
    expect(text).toContain('до конца дня 24 февраля 2027 г. (МСК)');
    expect(text).toContain('до конца дня 1 марта 2027 г. (МСК)');
    expect(explanation.decision.effects[1]?.data).toMatchObject({ promisedLastDay: '2027-03-01' });
  });

  test('each step waits for the one before it: nobody is told of a closing that did not happen', async () => {
    const { decision } = await judged(reminded(), 'timePassed', '2027-02-25 09:00');
    const [transition, reply, note] = decision.effects;

    expect(transition?.after).toBeUndefined();
    expect(reply?.after).toBe(transition?.key);
    expect(note?.after).toBe(reply?.key);
  });

  test('nothing is due while the last day lasts', async () => {
    expect(effectsOf(await judged(reminded(), 'timePassed', '2027-02-24 17:59'))).toEqual([]);
  });

  test('English letters get English answers', async () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .ofKind('Error')
      .says(ANNA, '2027-02-16 14:05', 'The document cannot be posted, the program stops with an error.')
      .says(OLGA, '2027-02-16 14:20', 'Could you please send us the error log?')
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');

    const text = textOf(await judged(raw, 'timePassed', '2027-02-20 09:00'), 'reminder');

    expect(text).toContain('by the end of 24 February 2027 (Moscow time)');
    expect(text).toContain('“Could you please send us the error log?”');
  });
});

describe('a dated public warning', () => {
  test('comes instead of the closing when the days are over and none was sent', async () => {
    const explanation = await judged(waiting(), 'timePassed', '2027-02-26 10:00');

    expect(effectsOf(explanation)).toEqual(['reply:reminder']);
    expect(textOf(explanation, 'reminder')).toContain('до конца дня 1 марта 2027 г.');
  });

  test('must be one full business day old before the ticket closes', async () => {
    const late = waiting().says(BOT, '2027-02-26 10:00', 'Мы ещё ждём…', {
      marker: {
        v: 1,
        key: 'k',
        rule: 'remind-before-closing',
        message: 'reminder',
        promisedLastDay: '2027-03-01',
      },
    });

    expect(effectsOf(await judged(late, 'timePassed', '2027-02-27 12:00'))).toEqual([]);
    expect(effectsOf(await judged(late, 'timePassed', '2027-03-01 12:00'))).toEqual([]);
    expect(effectsOf(await judged(late, 'timePassed', '2027-03-02 09:00'))).toContain('transition:closed');
  });

  test('holds the closing to the date that it printed, whatever the policy says today', async () => {
    const shorter = reglamentWith(['clarification.policy.json', '"5 business days"', '"4 business days"']);
    const longer = reglamentWith(['clarification.policy.json', '"5 business days"', '"7 business days"']);

    expect(
      lastDayOf(await judged(reminded(), 'timePassed', '2027-02-21 10:00', shorter), 'clarification'),
    ).toBe('2027-02-24');
    expect(
      lastDayOf(await judged(reminded(), 'timePassed', '2027-02-21 10:00', longer), 'clarification'),
    ).toBe('2027-02-26');
  });

  test('is known by its wording where comments keep no properties', async () => {
    const text = textOf(await judged(waiting('data-center'), 'timePassed', '2027-02-20 09:00'), 'reminder');
    const raw = waiting('data-center').says(BOT, '2027-02-20 09:00', text);

    const explanation = await judged(raw, 'timePassed', '2027-02-21 12:00');

    expect(effectsOf(explanation)).toEqual([]);
    expect(forecastOf(explanation)).toEqual(['2027-02-25 09:00 close-on-silence']);
  });
});

describe('silence is counted only from a question', () => {
  test('«передали разработчикам» asks nothing: eight business days later there is one note, and the ticket is open', async () => {
    const raw = waiting('cloud-v3', STATEMENT);

    const explanation = await judged(raw, 'timePassed', '2027-03-01 12:00');

    expect(effectsOf(explanation)).toEqual(['note:no-question']);
    expect(forecastOf(explanation)).toEqual([]);
  });

  test('the note comes once', async () => {
    const [effect] = (await judged(waiting('cloud-v3', STATEMENT), 'timePassed', '2027-02-25 12:00')).decision
      .effects;
    const raw = waiting('cloud-v3', STATEMENT).notes(BOT, '2027-02-25 12:00', 'Ждём клиента…', {
      marker: { v: 1, key: effect?.key, rule: effect?.rule, message: 'no-question' },
    });

    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-10 12:00'))).toEqual([]);
  });

  test.each([
    ['Если ошибка повторится, пришлите журнал.', 'a request only in case'],
    ['Исправили, проверьте, пожалуйста.', 'please check'],
    ['Если возникнут вопросы, обращайтесь.', 'a courtesy'],
    ['Уточняем у разработчиков.', 'we are asking others'],
    ['> Пришлите журнал ошибок.\nСпасибо, получили.', 'a quoted question'],
  ])('«%s» starts no count (%s)', async (said) => {
    const explanation = await judged(waiting('cloud-v3', said), 'timePassed', '2027-03-01 12:00');

    expect(effectsOf(explanation)).toEqual(['note:no-question']);
  });

  test.each([
    'Какая версия программы установлена?',
    'Уточните, пожалуйста, номер документа',
    'Здравствуйте! Подскажите, у вас ошибка повторяется на другом компьютере?',
    'Просим предоставить скриншот.',
    'Could you tell us which version you are using?',
  ])('«%s» does', async (said) => {
    const explanation = await judged(waiting('cloud-v3', said), 'timePassed', '2027-02-17 12:00');

    expect(lastDayOf(explanation, 'clarification')).toBe('2027-02-24');
  });

  test('a question asked before an intermediate statement still counts', async () => {
    const raw = waiting().says(OLGA, '2027-02-17 12:00', STATEMENT);

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-18 12:00'), 'clarification')).toBe(
      '2027-02-24',
    );
  });

  test('a second question starts the count anew', async () => {
    const raw = waiting().says(IVAN, '2027-02-18 12:00', 'И ещё подскажите номер релиза.');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-18 13:00'), 'clarification')).toBe(
      '2027-02-26',
    );
  });

  test('a question that was answered counts no more', async () => {
    const raw = waiting().says(ANNA, '2027-02-17 12:00', 'Номер документа 115, версия 5.11.');

    const explanation = await judged(raw, 'timePassed', '2027-03-05 12:00');

    expect(effectsOf(explanation)).toEqual([]);
    expect(forecastOf(explanation)).toEqual([]);
  });

  test('an internal question is no question to the customer', async () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .notes(OLGA, '2027-02-16 14:20', QUESTION)
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');

    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-01 12:00'))).toEqual(['note:no-question']);
  });

  test('a ticket that does not wait is never closed, however long nobody answers', async () => {
    const raw = new RawIssue('2027-02-16 14:00').says(OLGA, '2027-02-16 14:20', QUESTION);

    const explanation = await judged(raw, 'timePassed', '2027-05-01 12:00');

    expect(effectsOf(explanation)).toEqual([]);
    expect(forecastOf(explanation)).toEqual([]);
  });

  test('on a status that is not mapped nothing is done', async () => {
    const raw = waiting().moves(OLGA, '2027-02-17 10:00', 'Escalated');

    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-10 12:00'))).toEqual([]);
  });

  test('whoever is not surely an agent asks nothing', async () => {
    const stranger: Someone = { id: 'contractor', name: 'Подрядчик', accountType: 'atlassian' };
    const raw = new RawIssue('2027-02-16 14:00')
      .people({ agents: ['olga'] })
      .says(stranger, '2027-02-16 14:20', QUESTION)
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-17 12:00'), 'clarification')).toBeUndefined();
  });
});

describe('an answer', () => {
  test('takes the ticket out of waiting into work', async () => {
    const raw = waiting().says(ANNA, '2027-02-17 10:00', 'Номер документа 115.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 10:01'))).toEqual(['transition:inProgress']);
  });

  test('of 23:58 that Jira shows at 00:06 is in time, by grace', async () => {
    const raw = reminded().says(ANNA, '2027-02-25 00:06', 'Номер документа 115.');

    const { decision } = await judged(raw, 'replied', '2027-02-25 00:07');

    expect(decision.effects.map(({ data }) => data.kind)).toEqual(['transition']);
    const deadline = decision.deadlines.find(({ name }) => name === 'clarification');
    expect(deadline).toMatchObject({ state: 'met', byGrace: true });
    expect(deadline?.kind === 'known' && deadline.expiresAt.equals(msk('2027-02-25 00:00'))).toBe(true);
    expect(decision.rules.find(({ fired }) => fired)?.why?.ru).toContain('Принято с поправкой на почту');
  });

  test('as a file alone is an answer, a signature logo is none', async () => {
    const file = waiting().attaches(ANNA, '2027-02-17 10:00', 'errors.zip', 120_000);
    const logo = waiting().attaches(ANNA, '2027-02-17 10:00', 'image001.png', 4_000);

    expect(effectsOf(await judged(file, 'replied', '2027-02-17 10:05'))).toEqual(['transition:inProgress']);
    expect(effectsOf(await judged(logo, 'replied', '2027-02-17 10:05'))).toEqual([]);
    expect(lastDayOf(await judged(logo, 'timePassed', '2027-02-17 10:05'), 'clarification')).toBe(
      '2027-02-24',
    );
  });

  test('of a colleague counts', async () => {
    const raw = waiting().says(BORIS, '2027-02-17 10:00', 'Отправляю вместо Анны: номер документа 115.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 10:01'))).toEqual(['transition:inProgress']);
  });

  test('of somebody unknown stops the silence too', async () => {
    const stranger: Someone = { id: 'stranger', name: 'Кто-то' };
    const raw = waiting('data-center').says(stranger, '2027-02-17 10:00', 'Номер документа 115.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 10:01'))).toEqual(['transition:inProgress']);
  });

  test('that came by mail from outside the request stops the silence', async () => {
    const raw = waiting().says(BORIS, '2027-02-17 10:00', 'Номер документа 115.', {
      outside: true,
      internal: true,
    });

    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-05 10:00'))).toEqual([]);
  });

  test('by phone is one when an agent notes it with #ответ-клиента', async () => {
    const noted = waiting().notes(
      OLGA,
      '2027-02-17 10:00',
      'Перезвонил, номер документа 115. #ответ-клиента',
    );
    const labelled = waiting().labelled(OLGA, '2027-02-17 10:00', ['#ответ-клиента']);

    expect(effectsOf(await judged(noted, 'noted', '2027-02-17 10:01'))).toEqual(['transition:inProgress']);
    expect(effectsOf(await judged(labelled, 'edited', '2027-02-17 10:01'))).toEqual([
      'transition:inProgress',
    ]);
  });

  test('pasted by an agent stops the silence, and the agent is told', async () => {
    const raw = waiting().notes(
      OLGA,
      '2027-02-17 10:00',
      'Пришло на общую почту:\nОт: Анна Петрова\nКому: help\nНомер документа 115.',
    );

    expect(effectsOf(await judged(raw, 'noted', '2027-02-17 10:01'))).toEqual(['note:pasted-letter']);
    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-05 10:00'))).toEqual([]);
  });

  test('a note without the tag changes nothing', async () => {
    const raw = waiting().notes(OLGA, '2027-02-17 10:00', 'Жду ответа, сам пока смотрю базу.');

    expect(effectsOf(await judged(raw, 'noted', '2027-02-17 10:01'))).toEqual([]);
    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-17 10:02'), 'clarification')).toBe(
      '2027-02-24',
    );
  });

  test('that an agent has dealt with already moves nothing', async () => {
    const raw = waiting()
      .says(ANNA, '2027-02-17 10:00', 'Номер документа 115.')
      .moves(OLGA, '2027-02-17 10:05', 'In progress')
      .says(OLGA, '2027-02-17 10:06', 'Спасибо, смотрим.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 11:00'))).toEqual([]);
  });
});

describe('a human non-answer', () => {
  test('«пришлю в понедельник» keeps waiting and starts the count anew', async () => {
    const raw = waiting().says(ANNA, '2027-02-18 10:00', 'Добрый день! Пришлю в понедельник.');

    const explanation = await judged(raw, 'replied', '2027-02-18 10:01');

    expect(effectsOf(explanation)).toEqual(['note:why-promised']);
    expect(lastDayOf(explanation, 'clarification')).toBe('2027-02-26');
  });

  test('a promise for a later day holds the closing until a business day after it', async () => {
    const raw = waiting().says(ANNA, '2027-02-18 10:00', 'Отправлю логи 10 марта.');

    const explanation = await judged(raw, 'timePassed', '2027-02-18 10:01');

    expect(lastDayOf(explanation, 'clarification')).toBe('2027-03-11');
    expect(forecastOf(explanation)).toEqual([
      '2027-03-11 09:00 remind-before-closing',
      '2027-03-15 09:00 close-on-silence',
    ]);
  });

  test('«в отпуске до 9 марта» is no answer, but holds the closing until a business day after the return', async () => {
    const raw = waiting().says(
      ANNA,
      '2027-02-18 10:00',
      'Автоматический ответ: я в отпуске до 9 марта. По срочным вопросам обращайтесь к Борису Смирнову.',
    );

    const replied = await judged(raw, 'replied', '2027-02-18 10:01');
    const later = await judged(raw, 'timePassed', '2027-02-18 10:02');

    expect(effectsOf(replied)).toEqual(['note:why-auto-reply']);
    expect(textOf(replied, 'why-auto-reply')).toContain('10 марта 2027 г.');
    expect(forecastOf(later)).toEqual([
      '2027-03-09 09:00 remind-before-closing',
      '2027-03-11 09:00 close-on-silence',
    ]);
  });

  test('a colleague answers for whoever is away', async () => {
    const raw = waiting()
      .says(ANNA, '2027-02-18 10:00', 'Автоматический ответ: я в отпуске до 9 марта.')
      .says(BORIS, '2027-02-26 11:00', 'Журнал во вложении.')
      .attaches(BORIS, '2027-02-26 11:00', 'journal.zip', 90_000);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-26 11:05'))).toEqual(['transition:inProgress']);
  });

  test('thanks are no answer', async () => {
    const raw = waiting().says(ANNA, '2027-02-17 10:00', 'Спасибо!');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 10:01'))).toEqual([]);
    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-17 10:02'), 'clarification')).toBe(
      '2027-02-24',
    );
  });

  test('a question that bounced is never taken for silence', async () => {
    const raw = waiting().says(ANNA, '2027-02-16 14:25', 'Undelivered Mail Returned to Sender: mailbox full');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-16 14:26'))).toEqual(['note:why-bounced']);
    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-05 10:00'))).toEqual([]);
  });
});

describe('a missing calendar year', () => {
  const raw = () =>
    new RawIssue('2027-12-28 10:00')
      .says(OLGA, '2027-12-29 10:00', QUESTION)
      .moves(OLGA, '2027-12-29 10:01', 'Waiting for customer');

  test('closes nothing and warns nobody; the agent gets one hint that names the year', async () => {
    const explanation = await judged(raw(), 'transitioned', '2027-12-29 10:02');

    expect(effectsOf(explanation)).toEqual(['note:calendar-missing']);
    expect(textOf(explanation, 'calendar-missing')).toContain('2028');
    expect(await forecast(theReglament(), ticketOf(raw()), msk('2027-12-29 10:02'))).toEqual([]);
  });

  test('whatever day it is by then', async () => {
    const explanation = await judged(raw(), 'timePassed', '2028-02-01 10:00');

    expect(effectsOf(explanation)).toEqual(['note:calendar-missing']);
  });
});

describe('our own letter that asked nothing', () => {
  const returned = { v: 1, key: 'k', rule: 'return-in-time', message: 'returned' };
  const parkedBy = (who: Someone, seconds: string) =>
    new RawIssue('2027-02-16 14:00')
      .moves(OLGA, '2027-02-17 10:00', 'Resolved', 'Done')
      .says(ANNA, '2027-02-17 11:00', 'Опять ошибка.')
      .moves(BOT, '2027-02-17 11:01', 'In progress', null)
      .says(BOT, '2027-02-17 11:01', 'Ваш ответ получен…', { marker: returned })
      .moves(who, `2027-02-17 11:${seconds}`, 'Waiting for customer');

  test('is no reason to wait: what an automation parked is put back', async () => {
    expect(effectsOf(await judged(parkedBy(ROBOT, '01:05'), 'transitioned', '2027-02-17 11:02'))).toEqual([
      'transition:inProgress',
    ]);
  });

  test('a person who works on the ticket parks it as they like', async () => {
    const raw = parkedBy(OLGA, '01:40').says(OLGA, '2027-02-17 11:01:50', 'Пришлите журнал.');

    expect(effectsOf(await judged(raw, 'transitioned', '2027-02-17 11:03'))).toEqual([]);
  });
});

describe('a question that the team no longer waits for', () => {
  const askedByUs = () =>
    new RawIssue('2027-02-17 11:00')
      .ofKind('Ошибка')
      .channel('portal')
      .people({ agents: ['olga', 'ivan'] })
      .moves(BOT, '2027-02-17 11:05', 'Waiting for customer')
      .says(BOT, '2027-02-17 11:05:01', 'Чтобы решить обращение…', {
        marker: {
          v: 1,
          key: 'k',
          rule: 'ask-for-what-is-missing',
          message: 'ask',
          asked: ['entity'],
          promisedLastDay: '2027-02-25',
        },
      })
      .moves(OLGA, '2027-02-17 15:25', 'In progress')
      .says(OLGA, '2027-02-17 15:30', STATEMENT);

  test('starts no count when an automation parks the ticket again: nothing is closed, one note says why', async () => {
    const parked = askedByUs().moves(ROBOT, '2027-02-17 15:30:05', 'Waiting for customer');

    expect(forecastOf(await judged(parked, 'timePassed', '2027-02-18 10:00'))).toEqual([
      '2027-02-26 09:00 waiting-without-question',
    ]);
  });

  test('is asked anew by the team’s next question, which is the one that counts', async () => {
    const asked = askedByUs()
      .says(OLGA, '2027-02-18 10:00', QUESTION)
      .moves(OLGA, '2027-02-18 10:01', 'Waiting for customer');

    expect(forecastOf(await judged(asked, 'timePassed', '2027-02-18 10:02'))).toEqual([
      '2027-02-25 09:00 remind-before-closing',
      '2027-03-01 09:00 close-on-silence',
    ]);
  });

  test('is still open when only an automation took the ticket out of waiting for a moment', async () => {
    const parked = waiting()
      .moves(ROBOT, '2027-02-16 14:30', 'Waiting for support')
      .moves(OLGA, '2027-02-16 15:00', 'Waiting for customer');

    expect(forecastOf(await judged(parked, 'timePassed', '2027-02-17 10:00'))).toContain(
      '2027-02-20 09:00 remind-before-closing',
    );
  });
});
