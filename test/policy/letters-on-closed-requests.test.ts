/* How customers' letters on a closed request read, a sentence a line: in the window, and after it. */
import { describe, expect, test } from 'vitest';
import { effectsOf, judged } from '#test/support/desk.ts';
import { ANNA, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

/** An error solved on Fri 19.02; its two business days end with Wed 24.02. */
async function written(said: string, at: string): Promise<readonly string[]> {
  const raw = new RawIssue('2027-02-16 14:00', { flavour: 'cloud-v2' })
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga'] })
    .says(OLGA, '2027-02-19 17:29', 'Откройте «Сервис», «Пересчёт итогов»: после него документ проведётся.')
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done')
    .says(ANNA, at, said);
  return effectsOf(await judged(raw, 'replied', '2027-03-20 12:00'));
}

describe('a letter that says something', () => {
  test.each([
    ['Спасибо, но опять ошибка', 'thanks, but'],
    ['Спасибо но не то', 'without a comma'],
    ['спасибо,но не помогло', 'without a space'],
    ['Спасибо…\nно ошибка', 'on two lines'],
    ['СПАСИБО, НО ОШИБКА', 'in capitals'],
    ['спасибо\u200b, но ошибка', 'with an invisible space'],
    ['Спасибо! А как теперь удалить документ?', 'thanks and a question'],
    ['Спасибо, а когда исправите?', 'thanks and a date'],
    ['Спасибо, заработало, но теперь не печатает', 'thanks and the next trouble'],
    ['Спасибо, обновили, теперь ошибка 0x8000', 'thanks and a new error'],
    ['Благодарю за помощь, однако документ так и не проводится', 'politely'],
    ['Спасибо, у Ивановой не работает', 'a colleague’s trouble'],
    ['Спасибо, проблема осталась', 'the trouble is left'],
    ['Ничего не работает, спасибо', 'thanks at the end'],
    ['Не помогло', 'bluntly'],
    ['Опять', 'one word'],
    ['То же самое', 'the same again'],
    ['Нет', 'no'],
    ['?', 'a question mark'],
    ['Ау', 'a call'],
    ['Всё равно не работает', 'with ё'],
    ['Все равно не работает', 'with е'],
    ['Не решено', 'not solved'],
    ['Вопрос не решён', 'nor the question'],
    ['Непонятно', 'not understood'],
    ['Верните в работу', 'please reopen'],
    ['Всё ок, но отчёт пустой', 'fine, but'],
    ['> Откройте меню «Сервис»\nНе помогло', 'below a quotation'],
    ['{quote}Откройте меню{quote}\nНе помогло', 'below a quotation of Jira'],
    ['Thanks, but it is still broken', 'English'],
    ['Thanks. One more thing: the report is empty.', 'English, one more thing'],
    ['Ok, what about the report?', 'an English question'],
    [`${'Спасибо! '.repeat(2000)}Не работает.`, 'very long'],
  ])('«%.60s» reopens in the window, and opens a follow-up after it (%s)', async (said) => {
    expect(await written(said, '2027-02-24 10:00')).toEqual(['transition:inProgress', 'reply:returned']);
    expect(await written(said, '2027-02-25 10:00')).toEqual([
      'openTicket',
      'reply:late-return',
      'label:reglament-look',
    ]);
  });
});

describe('a letter that only thanks', () => {
  test.each([
    'спс',
    'СПАСИБО!!!',
    'Спасибо)',
    'Спасибо большое за помощь',
    'Благодарим за помощь!',
    'Хорошо, спасибо',
    'Супер, спасибо :)',
    'Большое спасибо, всё работает',
    'Все работает, спасибо',
    'Всё получилось, спасибо!',
    'Спасибо, вопрос решён, можно закрывать',
    'Спасибо, вопросов больше нет',
    'Спасибо.\n\nОтправлено с iPhone',
    'Спасибо\n\nпт, 19 февр. 2027 г. в 17:30, Ольга <help@rostu-comp.ru>:\n> Проверьте, ошибка не повторяется?',
    'Спасибо!\n\nОт: Ольга\nОтправлено: 19 февраля\nКому: Анна\nТема: Ошибка\n\nНе проводится документ?',
    'Thx',
    'Thank you very much, it works now',
  ])('«%s» reopens nothing, is answered by nobody, and is seen', async (said) => {
    expect(await written(said, '2027-02-24 10:00')).toEqual(['label:reglament-look']);
    expect(await written(said, '2027-03-10 10:00')).toEqual(['label:reglament-look']);
  });
});

describe('a letter of a machine', () => {
  test.each([
    'Автоматический ответ: я в отпуске до 9 марта',
    'Out of office: I am out of the office until March 9',
    'Это автоматическое уведомление: ваше письмо получено и будет рассмотрено.',
    'Undelivered Mail Returned to Sender\n\nThis is the mail system at host mail.example.org.',
    'Delivery Status Notification (Failure)',
  ])('«%s» reopens nothing, and is seen', async (said) => {
    expect(await written(said, '2027-02-24 10:00')).toEqual(['label:reglament-look']);
    expect(await written(said, '2027-03-10 10:00')).toEqual(['label:reglament-look']);
  });
});

describe('a letter that is perhaps only thanks', () => {
  test.each([
    'Спасибо, в отчёте пусто',
    'Спасибо, жду исправления',
    'Работает криво',
    'Всё работает, кроме отчёта',
  ])('«%s» reopens in the window; after it somebody looks, whatever it was', async (said) => {
    expect(await written(said, '2027-02-24 10:00')).toContain('transition:inProgress');
    expect(await written(said, '2027-03-10 10:00')).toContain('label:reglament-look');
  });
});
