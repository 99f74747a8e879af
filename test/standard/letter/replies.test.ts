/* What customers' letters read as; each line is a letter that people write. */
import { describe, expect, test } from 'vitest';
import type { Message } from '#core/ticket/entry.ts';
import { readReply } from '#standard/letter/read-reply.ts';
import type { ReplyIntent } from '#standard/letter/reply-reading.ts';
import { theReglament } from '#test/support/desk.ts';

const AT = Temporal.Instant.from('2027-02-18T10:00+03:00');
const WRITTEN = Temporal.PlainDate.from('2027-02-18');

function read(text: string, files: readonly (readonly [name: string, bytes: number])[] = []) {
  const message: Message = {
    kind: 'message',
    id: '1',
    at: AT,
    actor: 'customer',
    public: true,
    text,
    attachments: files.map(([name, bytes], index) => ({
      id: String(index),
      name,
      bytes,
      mimeType: '',
      at: AT,
    })),
    fromOutside: false,
  };
  return readReply(message, WRITTEN, theReglament().words);
}

function reads(intent: ReplyIntent, letters: readonly string[]): void {
  test.each(letters.map((letter) => [letter]))('%j', (letter) => {
    expect(read(letter).intent).toBe(intent);
  });
}

describe('what stands around a quotation is the customer’s own', () => {
  reads('message', [
    '19.02.2027 17:30, Ольга пишет:\n> Обновитесь до 5.11.\n\nНе помогло, ошибка осталась.',
    'пт, 19 февр. 2027 г. в 17:30, Ольга <help@example.org>:\n> Исправлено.\n\nНет, всё по-прежнему.',
    'On Fri, 19 Feb 2027 at 17:30 Olga wrote:\n> Please update.\n\nIt did not help.',
    'Программа пишет:\nСчёт 105 заблокирован',
    'Тема: отчёт по кассе пустой',
    'От: 01.02.2027 документ задвоился',
    'Спасибо!\nС уважением, Анна\nP.S. Ошибка снова появилась',
    'Не печатает.\nИсполнитель не назначается',
  ]);
});

describe('a letter without words of its own is never nothing', () => {
  reads('unsure', [
    '--- Пересылаемое сообщение ---\nОт: Анна\nКому: Олег\n\nошибка осталась',
    'От: Анна Петрова\nКому: help\n\nНомер документа 115',
    '❌',
    '👎',
    '!!!',
  ]);
  test('an empty letter is', () => expect(read('').intent).toBe('nothing'));
  test('a signature’s logo alone is', () =>
    expect(read('', [['image001.png', 4000]]).intent).toBe('nothing'));
  test('a small screenshot under another name is a message', () =>
    expect(read('', [['Рисунок1.png', 9000]]).intent).toBe('message'));
});

describe('words of machines in letters of people', () => {
  reads('message', [
    'Сотрудник в отпуске, а табель считает ему рабочие дни',
    'Иванова на больничном с 1 по 10 марта, программа начисляет полный оклад',
    'Опять та же ошибка: пользователь не найден',
    'Документ по маршруту не удалось доставить',
    'The report lists people on holiday twice',
    'Бухгалтер в отпуске до 9 марта, журнал отправляю я, номер 77',
  ]);
  reads('unsure', [
    'Автоматический ответ сервера налоговой: ошибка 500, документ 123',
    'Ошибка осталась.\n\nThis is an automated notice of our antivirus.',
  ]);
  test('a file with an absence is an answer', () =>
    expect(read('Я в отпуске, журнал во вложении.', [['log.zip', 90_000]]).intent).toBe('message'));
  test('an absence with an answer beside it is not sure', () =>
    expect(read('Я в отпуске, но номер документа 115').intent).toBe('unsure'));
});

describe('notices of absence', () => {
  reads('autoReply', [
    'Автоматический ответ: я в отпуске до 9 марта. По срочным вопросам обращайтесь к Кириллу Ершову.',
    'Здравствуйте! Я в отпуске до 9 марта. Замещает Ершов К., тел. +7 (8352) 32-33-23.',
    'Нахожусь в командировке, вернусь 01.03.2027.',
    'Automatic reply: I am out of the office until 9 March.',
    'OOO until 3/9',
    'I am on annual leave until 1 March.',
  ]);
  test.each([
    ['Я в отпуске до 9 марта.', '2027-03-09'],
    ['Я в отпуске по 9 марта.', '2027-03-10'],
    ['Я в отпуске до 9 марта включительно.', '2027-03-10'],
    ['Автоответ: буду в офисе с 2027-03-09.', '2027-03-09'],
    ['Automatic reply: back on 9-Mar-2027.', '2027-03-09'],
  ])('%j names its day', (letter, day) => {
    expect(read(letter).day?.toString()).toBe(day);
  });
});

describe('thanks and nothing else', () => {
  reads('thanks', [
    'Спасибо!',
    'Спасибо, Ольга!',
    'Большое спасибо за помощь, хорошего дня',
    'Добрый день! Спасибо, всё заработало.',
    'Спасибо, теперь ошибок нет',
    'Добрый день! Спасибо за оперативность. С уважением, Петрова А.С., гл. бухгалтер, тел. 8 (8352) 32-33-23',
    'Cпасибо',
    'Спасибо за быстрый ответ!',
    'Отлично! Спасибо за быстрый ответ.',
    'Благодарю за оперативный и подробный ответ!',
    'Большое спасибо за понятное разъяснение.',
    'Спасибо Вам за терпение, отзывчивость и профессионализм!',
    'Спасибо за консультацию',
    'Дякую!',
    'Thank you very much!',
    'Thanks for such a quick response!',
    'Thank you for getting back to us so quickly.',
    'Thanks, Olga!',
    '👍',
    '🙏🙏',
  ]);
  test.each([['Да, спасибо'], ['Спасибо, всё заработало'], ['Yes, thank you'], ['Хорошо, спасибо']])(
    '%j may answer a question as well',
    (letter) => expect(read(letter).mayAnswer).toBe(true),
  );
  test('bare thanks answer nothing', () => expect(read('Спасибо!').mayAnswer).toBeUndefined());
});

describe('thanks with a word more are not sure, and with an objection a message', () => {
  reads('unsure', [
    '115, спасибо',
    'Спасибо, 115',
    'Отправила, спасибо',
    'Спасибо, крутится',
    'Спасибо, хуже',
    'Спасибо, верните',
    'Спасибо, всё упало',
    'Спасибо, помогло временно',
    'Спасибо за бесполезный ответ',
    'Спасибо за быстрый ответ, жду',
    'Thanks for the useless reply',
    'Thanks, worse',
    'Ок',
    'Принято',
    'Спасибо 👎',
    'С наступающим!',
  ]);
  reads('message', [
    'Спасибо, но опять ошибка',
    'Спасибо, зависает',
    'Спасибо, вопрос закрыт преждевременно',
    'Thanks for nothing',
    'Thanks. One more thing: the report is empty.',
  ]);
});

describe('promises', () => {
  reads('promise', ['Пришлю в понедельник.', 'Завтра пришлём журнал.', "I'll send the log tomorrow."]);
  reads('message', [
    'Пришлю завтра, но скажите, какой именно журнал?',
    'Отвечу по пунктам: 1) версия 5.11 2) номер 115',
    'Уточню: ошибка при проведении, номер 115',
    'Пришлю завтра, версия 5.11',
  ]);
  reads('unsure', [
    'Отправим базу, только дайте ссылку',
    'Завтра пришлю. Ошибка теперь и у Ивановой.',
    'Мы не предоставим базу, это персональные данные',
    'We will send nothing',
  ]);
});
