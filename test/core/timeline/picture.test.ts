import { describe, expect, test } from 'vitest';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import { timeOf } from '#test/support/ticket-time.ts';

function opened(at: string, kind = 'Ошибка'): RawIssue {
  return new RawIssue(at)
    .ofKind(kind)
    .channel('email')
    .people({ agents: ['olga'] });
}

/** Asked on Tuesday 16 February; nobody answers. */
function asked(): RawIssue {
  return opened('2027-02-16 13:52')
    .says(OLGA, '2027-02-16 14:20', 'Пришлите, пожалуйста, журнал ошибок и номер документа?')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
}

function closedOnSilence(): RawIssue {
  const marker = (message: string, promisedLastDay: string) => ({
    marker: { v: 1, key: message, rule: message, message, promisedLastDay },
  });
  return asked()
    .says(BOT, '2027-02-20 09:00', 'Мы ещё ждём.', marker('reminder', '2027-02-24'))
    .moves(BOT, '2027-02-25 09:00', 'Resolved', 'Done')
    .says(BOT, '2027-02-25 09:00', 'Закрыли.', marker('closed-unanswered', '2027-03-01'));
}

describe("the picture of a ticket's time", () => {
  test('shows what is still to come: the reminder, the last day, the closing', async () => {
    expect(await timeOf(asked(), '2027-02-18 10:00')).toMatchInlineSnapshot(`
      "               февраль
                     вт ср чт пт сб вс пн вт ср чт
                     16 17 18 19 20 21 22 23 24 25
      рабочие дни    ══ ══ ══ ══ ═*'·· ·· ·· ══ ══
      обращение       ░░░░░░░
      события        +?    ▲     !              ×
      ждём ответ      0  1  2  3  4  ·  ·  ·  5]
        ══ рабочий день   ═* рабочая по переносу   ' на час короче   ·· выходной или праздник
        ░ пауза: ждём клиента   + создано   ? вопрос клиенту   ! напоминание   × закрыто   ▲ сейчас
        0 1 2] счёт рабочих дней до последнего"
    `);
  });
  test('of a request closed on silence counts both periods, each to its last day', async () => {
    expect(await timeOf(closedOnSilence(), '2027-02-25 12:00')).toMatchInlineSnapshot(`
      "               февраль                                март
                     вт ср чт пт сб вс пн вт ср чт пт сб вс пн
                     16 17 18 19 20 21 22 23 24 25 26 27 28  1
      рабочие дни    ══ ══ ══ ══ ═*'·· ·· ·· ══ ══ ══ ·· ·· ══
      обращение       ░░░░░░░░░░░░░░░░░░░░░░░░░░░─
      события        +?          !              ×>▲
      ждём ответ      0  1  2  3  4  ·  ·  ·  5]
      можно вернуть                              0  1  ·  ·  2]
        ══ рабочий день   ═* рабочая по переносу   ' на час короче   ·· выходной или праздник
        ░ пауза: ждём клиента   ─ закрыто   + создано   ? вопрос клиенту   ! напоминание
        > пишет служба   × закрыто   ▲ сейчас   0 1 2] счёт рабочих дней до последнего"
    `);
  });
  test('leaves out a long quiet stretch and says how long it was', async () => {
    expect(await timeOf(closedOnSilence(), '2027-07-30 18:00', 'en')).toMatchInlineSnapshot(`
      "               February                               March      July
                     Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo         Fr
                     16 17 18 19 20 21 22 23 24 25 26 27 28  1 …99 …51 30
      business days  ══ ══ ══ ══ ═*'·· ·· ·· ══ ══ ══ ·· ·· ══ …   …   ══
      ticket          ░░░░░░░░░░░░░░░░░░░░░░░░░░░──────────────…   …   ───
      events         +?          !              ×>             …   …   ▲
      answer due      0  1  2  3  4  ·  ·  ·  5]               …   …
      may return                                 0  1  ·  ·  2]…   …
        ══ business day   ═* working by transfer   ' an hour shorter   ·· day off
        ░ paused: waiting for the customer   ─ closed   + created   ? question to the customer
        ! reminder   > desk writes   × closed   ▲ now   0 1 2] business days counted, to the last
        …8 so many days without events"
    `);
  });
  test('shows days that are held beyond the count, and that an answer ends it', async () => {
    const vacation = opened('2027-02-18 11:20')
      .says(OLGA, '2027-02-18 12:00', 'Пришлите, пожалуйста, архив журнала ошибок?')
      .moves(OLGA, '2027-02-18 12:01', 'Waiting for customer')
      .says(ANNA, '2027-02-18 12:02', 'Автоматический ответ: я в отпуске до 9 марта.');
    expect(await timeOf(vacation, '2027-02-19 12:00', 'en')).toMatchInlineSnapshot(`
      "               February                         March
                     Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo Tu We Th
                     18 19 20 21 22 23 24 25 26 27 28  1  2  3  4  5  6  7  8  9 10 11
      business days  ══ ══ ═*'·· ·· ·· ══ ══ ══ ·· ·· ══ ══ ══ ══ ══ ·· ·· ·· ══ ══ ══
      ticket          ░░░░
      events         +?<▲                                                     !     ×
      answer due      0  1  2  ·  ·  ·  3  4  5  ·  ·  ~  ~  ~  ~  ~  ·  ·  ·  ~  ~]
        ══ business day   ═* working by transfer   ' an hour shorter   ·· day off
        ░ paused: waiting for the customer   + created   ? question to the customer   ! reminder
        < customer writes   × closed   ▲ now   0 1 2] business days counted, to the last
        ~ held longer than the count"
    `);
    vacation
      .says(ANNA, '2027-03-02 15:40', 'Журнал во вложении, документ 58.')
      .moves(BOT, '2027-03-02 15:41', 'In progress');
    expect(await timeOf(vacation, '2027-03-03 12:00', 'en')).toMatchInlineSnapshot(`
      "               February                         March
                     Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo Tu We
                     18 19 20 21 22 23 24 25 26 27 28  1  2  3
      business days  ══ ══ ═*'·· ·· ·· ══ ══ ══ ·· ·· ══ ══ ══
      ticket          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░████
      events         +?<                                 <  ▲
      answer due      0  1  2  ·  ·  ·  3  4  5  ·  ·  ~  ~
        ══ business day   ═* working by transfer   ' an hour shorter   ·· day off   █ in work
        ░ paused: waiting for the customer   + created   ? question to the customer
        < customer writes   ▲ now   0 1 2] business days counted, to the last
        ~ held longer than the count"
    `);
  });
  test('of a request that was returned in time shows the work between two solutions, in two bands for 40 days', async () => {
    const returned = opened('2027-02-01 10:10', 'Доработка');
    for (let day = 2; day < 26; day += 4) {
      returned.says(OLGA, `2027-02-${String(day).padStart(2, '0')} 12:00`, 'Работаем над доработкой отчёта.');
    }
    returned
      .says(OLGA, '2027-02-26 12:00', 'Колонка добавлена в версии 5.11.3, её включают в настройке.')
      .moves(OLGA, '2027-02-26 12:01', 'Resolved', 'Done')
      .says(ANNA, '2027-03-04 10:00', 'Колонка есть, но дата договора не выводится.')
      .moves(BOT, '2027-03-04 10:00', 'In progress');
    expect(await timeOf(returned, '2027-03-12 18:00')).toMatchInlineSnapshot(`
      "               февраль
                     пн вт ср чт пт сб вс пн вт ср чт пт сб вс пн вт ср чт пт сб вс пн вт ср чт пт сб
                      1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
      рабочие дни    ══ ══ ══ ══ ══ ·· ·· ══ ══ ══ ══ ══ ·· ·· ══ ══ ══ ══ ══ ═*'·· ·· ·· ══ ══ ══ ··
      обращение       ███████████████████████████████████████████████████████████████████████████─────
      события        +  >           >           >           >           >           >           >×
      можно вернуть                                                                              0  ·
                     февраль март
                     вс пн вт ср чт пт сб вс пн вт ср чт пт
                     28  1  2  3  4  5  6  7  8  9 10 11 12
      рабочие дни    ·· ══ ══ ══ ══ ══ ·· ·· ·· ══ ══ ══ ══
      обращение      ─────────────██████████████████████████
      события                    ^<                      ▲
      можно вернуть   ·  1  2  3  4
        ══ рабочий день   ═* рабочая по переносу   ' на час короче   ·· выходной или праздник
        █ в работе   ─ закрыто   + создано   < пишет клиент   > пишет служба   × закрыто
        ^ возвращено   ▲ сейчас   0 1 2] счёт рабочих дней до последнего"
    `);
  });
});
