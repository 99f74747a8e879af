/* How letters of agents and customers read while a request waits, a sentence a line. */
import { describe, expect, test } from 'vitest';
import { effectsOf, forecastOf, judged, lastDayOf, textOf } from '#test/support/desk.ts';
import { ANNA, OLGA, ROBOT } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const QUESTION = 'Пришлите, пожалуйста, журнал ошибок и номер документа.';

/** An error that an automation parked on Tue 16.02, right after an agent's words. */
function parkedAfter(said: string): RawIssue {
  return new RawIssue('2027-02-16 14:00')
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga'] })
    .says(OLGA, '2027-02-16 14:20', said)
    .moves(ROBOT, '2027-02-16 14:20:03', 'Waiting for customer');
}

function answered(said: string): RawIssue {
  return parkedAfter(QUESTION).says(ANNA, '2027-02-18 10:00', said);
}

describe('an agent’s words that surely ask', () => {
  test.each([
    ['Пришлите, пожалуйста, скриншот ошибки.', 'a polite request'],
    ['Скиньте лог, плиз', 'a colloquial one'],
    ['УТОЧНИТЕ ВЕРСИЮ', 'in capitals'],
    ['Уточните, пожалуйста: 1) версию; 2) номер документа; 3) организацию.', 'a list'],
    ['Пришлите,\u00a0пожалуйста,\u00a0лог', 'no-break spaces'],
    ['Приложите скриншот', 'without a full stop'],
    ['Опишите подробнее, что вы делали', 'a request to describe'],
    ['Прошу уточнить номер документа.', 'an official one'],
    ['А что за документ?', 'a bare question'],
    ['Подскажите, актуален ли вопрос?', 'whether it still matters'],
    ['Можете прислать базу?', 'whether they can'],
    ['Не могли бы вы предоставить удалённый доступ?', 'whether they could'],
    ['Правильно ли мы поняли, что нужен отчёт за год?', 'whether we understood'],
    ['Вам удобно созвониться сегодня?', 'a question about them'],
    ['Сообщите, когда будет удобно подключиться.', 'a date of theirs'],
    ['Ответьте, пожалуйста, на вопрос из предыдущего письма.', 'a reminder of an earlier question'],
    ['Исправим в 5.12. А пока пришлите, пожалуйста, номер документа.', 'a statement, then a request'],
    ['Could you attach the log?', 'English'],
    ['What version are you on?', 'an English question'],
    ['Kindly provide the document number.', 'official English'],
  ])('«%s» start the count (%s)', async (said) => {
    const explanation = await judged(parkedAfter(said), 'timePassed', '2027-02-17 09:00');

    expect(lastDayOf(explanation, 'clarification')).toBe('2027-02-24');
    expect(forecastOf(explanation)).toEqual([
      '2027-02-20 09:00 remind-before-closing',
      '2027-02-25 09:00 close-on-silence',
    ]);
  });
});

describe('an agent’s words that do not surely ask', () => {
  test.each([
    ['Уточним и вернёмся с ответом.', 'we ask others'],
    ['Сообщим, когда исправим.', 'we promise'],
    ['Пришлю вам инструкцию завтра.', 'we promise by ourselves'],
    ['Просим прощения за ожидание. Пришлём решение завтра.', 'an apology'],
    ['Просим подождать до пятницы.', 'patience'],
    ['Ожидайте, пожалуйста.', 'patience in a word'],
    ['Сообщите, пожалуйста, если ошибка повторится.', 'only in case'],
    ['Если вам нужна помощь, укажите номер обращения в теме письма.', 'a template'],
    ['Спасибо, лог получили. Больше ничего присылать не нужно.', 'no more is needed'],
    ['Не присылайте, пожалуйста, базу целиком. Разберёмся сами.', 'a request not to'],
    ['Вы прислали лог, спасибо. Изучаем.', 'thanks for an answer'],
    ['Вас понял, передал коллегам. Вопросов нет?', 'a rhetorical question'],
    ['Исправили. Остались вопросы?', 'a courtesy'],
    ['Исправили. Можем ещё чем-то помочь?', 'another courtesy'],
    ['Обращайтесь!', 'a courtesy in a word'],
    ['Вы спрашивали: «Когда исправят?» – исправим в 5.12.', 'their question quoted'],
    ['По вашему вопросу «Как провести документ?»: нажмите F7.', 'their question as a heading'],
    ['Инструкция: https://help.example.org/?id=5', 'a question mark in an address'],
    ['Причину ищем (права доступа? блокировка?).', 'thinking aloud'],
    ['Заявку приняли. Срок? Уточняется.', 'asked and answered'],
    ['Просим вас ознакомиться с инструкцией.', 'something to read'],
    ['Оцените, пожалуйста, качество обслуживания: https://example.org/rate?id=5', 'a survey'],
    ['Передали разработчикам.\n--\nОльга\nЕсть вопросы? Звоните +7 (495) 135-4-135', 'in the signature'],
    ['Передали разработчикам.\n\nС уважением,\nОльга\nОстались вопросы? Пишите!', 'below the greeting'],
    ['Исправили.\n\nпт, 12 февр. 2027 г. в 10:15, Анна <a@example.org>:\nПришлите инструкцию?', 'in history'],
    [
      'Передали.\n\nОт: Анна\nОтправлено: 12 февраля 2027 г.\nТема: Ошибка\n\nКогда исправите?',
      'in Outlook’s',
    ],
    [
      'Passed on.\n\nOn Fri, 12 Feb 2027 at 10:15, Anna wrote:\n> When will it be fixed?',
      'in English history',
    ],
    ['{quote}Когда исправите?{quote}\nВ версии 5.12.', 'in a quotation of Jira'],
    ['Thank you for your patience, we will get back to you.', 'English patience'],
    ['Any questions, let us know. The fix is in 5.12.', 'an English courtesy'],
    ['The fix is in 5.12. Is there anything else we can help you with?', 'another English courtesy'],
    ['Please note that the desk is closed on 8 March.', 'an English notice'],
  ])('«%s» start none (%s)', async (said) => {
    const raw = new RawIssue('2027-02-16 14:00', { flavour: 'cloud-v2' })
      .people({ agents: ['olga'] })
      .says(OLGA, '2027-02-16 14:20', said)
      .moves(ROBOT, '2027-02-16 14:20:03', 'Waiting for customer');

    expect(forecastOf(await judged(raw, 'timePassed', '2027-02-17 09:00'))).toEqual([
      '2027-02-25 09:00 waiting-without-question',
    ]);
    expect(effectsOf(await judged(raw, 'timePassed', '2027-03-10 12:00'))).toEqual(['note:no-question']);
  });
});

describe('a customer’s words that answer', () => {
  test.each([
    ['Номер 123 от 01.02.2027', 'what was asked'],
    ['123456', 'a number alone'],
    ['5.11.2', 'a version alone'],
    ['Да', 'one word'],
    ['Нет', 'the other word'],
    ['Не знаю', 'they do not know'],
    ['Журнала нет под рукой', 'it is not at hand'],
    ['Не понимаю, где взять журнал', 'they do not know how'],
    ['Где взять журнал?', 'a question back'],
    ['А зачем?', 'a doubt'],
    ['Уже не актуально', 'no longer needed'],
    ['Закройте, пожалуйста, обращение', 'please close'],
    ['Проблема решилась сама', 'it went away'],
    ['Уже присылала вчера', 'it was sent before'],
    ['Отправил файл по ссылке https://disk.example.org/d/abc', 'a link'],
    ['Лог во вложении, спасибо', 'an attachment that is not there'],
    ['Спасибо, но журнала нет', 'thanks, and more'],
    ['Автоматически документ не проводится, номер 123', 'a word of auto-replies'],
    ['> Пришлите номер документа.\nНомер 123', 'below our quoted question'],
    ['Here is the number: 123', 'English'],
    ['I do not have the log', 'they have none'],
  ])('«%s» resume the work (%s)', async (said) => {
    expect(effectsOf(await judged(answered(said), 'replied', '2027-02-18 10:01'))).toEqual([
      'transition:inProgress',
    ]);
    expect(forecastOf(await judged(answered(said), 'timePassed', '2027-02-18 10:02'))).toEqual([]);
  });
});

describe('a customer’s words that are no answer', () => {
  test.each(['Спасибо!', 'Спасибо за оперативность', 'Благодарю', '👍'])(
    '«%s» change nothing',
    async (said) => {
      expect(effectsOf(await judged(answered(said), 'replied', '2027-02-18 10:01'))).toEqual([]);
      expect(lastDayOf(await judged(answered(said), 'timePassed', '2027-02-18 10:02'), 'clarification')).toBe(
        '2027-02-24',
      );
    },
  );

  test.each([
    ['Завтра пришлю', '2027-02-26'],
    ['Постараюсь сегодня прислать', '2027-02-26'],
    ['Уточню у бухгалтера и отпишусь', '2027-02-26'],
    ['Хорошо, пришлю после обеда', '2027-02-26'],
    ['Добрый день. Журнал пришлем завтра. С уважением, Петрова', '2027-02-26'],
    ['I will send it tomorrow', '2027-02-26'],
    ['Пришлю 10 марта', '2027-03-11'],
  ])('«%s» promise: the count starts anew, until %s', async (said, lastDay) => {
    const explanation = await judged(answered(said), 'replied', '2027-02-18 10:01');

    expect(effectsOf(explanation)).toEqual(['note:why-promised']);
    expect(lastDayOf(explanation, 'clarification')).toBe(lastDay);
  });

  test.each([
    ['Я в отпуске с 18.02 по 08.03.2027. Это автоответ.', '10 марта'],
    ['Автоматический ответ: отпуск по 8 марта включительно', '10 марта'],
    ['Буду отсутствовать до 09.03.2027. По срочным вопросам: Сидоров', '10 марта'],
    ['Автоответ. Вернусь 09.03.', '10 марта'],
    ['Автоответчик: нахожусь в отпуске, выхожу 9-го марта', '10 марта'],
    ['Out of office: I am out of the office until March 9', '10 марта'],
    ['I am on annual leave and will be back on 9 March 2027.', '10 марта'],
    ['Automatic reply: I am away, back Tue 9 Mar', '10 марта'],
    ['Это автоматическое уведомление: ваше письмо получено.', '24 февраля'],
  ])('«%s» hold the closing until the end of %s', async (said, lastDay) => {
    const explanation = await judged(answered(said), 'replied', '2027-02-18 10:01');

    expect(effectsOf(explanation)).toEqual(['note:why-auto-reply']);
    expect(textOf(explanation, 'why-auto-reply')).toContain(`Раньше конца дня ${lastDay} 2027 г.`);
  });

  test.each([
    'Undelivered Mail Returned to Sender\n\nYour message could not be delivered.',
    'Delivery Status Notification (Failure)',
    'Ваше сообщение не доставлено: ящик переполнен.',
  ])('«%s» tells that nobody has read the question: nothing closes', async (said) => {
    expect(effectsOf(await judged(answered(said), 'replied', '2027-02-18 10:01'))).toEqual([
      'note:why-bounced',
    ]);
    expect(forecastOf(await judged(answered(said), 'timePassed', '2027-02-18 10:02'))).toEqual([]);
  });
});
