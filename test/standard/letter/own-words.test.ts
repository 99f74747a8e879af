/* What mail programs put around a person's words; each text is a letter as it arrives. */
import { describe, expect, test } from 'vitest';
import { ownWords } from '#standard/letter/own-words.ts';
import { asWritten, plainText } from '#standard/letter/plain-text.ts';
import { readLetter } from '#standard/letter/read-letter.ts';
import { signedLetters } from '#standard/letter/signed-letters.ts';
import { theReglament } from '#test/support/desk.ts';

const { words } = theReglament();
const OWN = 'Не помогло, ошибка осталась.';

describe('history is set apart, whichever program quoted it', () => {
  test.each([
    [
      'Outlook',
      'From: Desk <help@desk.example>\nSent: Tuesday, January 13, 2026 2:15 PM\nTo: Anna\nSubject: RE: x\n\nОбновитесь.',
    ],
    [
      'Outlook по-русски',
      'От: Поддержка <help@desk.example>\nОтправлено: 13 января 2026 г. 14:15\nКому: Анна\nТема: RE: x\n\nОбновитесь.',
    ],
    [
      'Outlook под чертой',
      '________________________________\nОт: Поддержка\nОтправлено: 13 января 2026 г.\nКому: Анна\n\nОбновитесь.',
    ],
    ['исходное сообщение', '-----Исходное сообщение-----\nОт: Поддержка\nКому: Анна\nТема: x\n\nОбновитесь.'],
    ['Original Message', '-----Original Message-----\nFrom: Desk\nTo: Anna\n\nUpdate.'],
    ['Gmail', 'On Fri, Mar 13, 2026 at 10:15 AM Desk <help@desk.example> wrote:\n\nUpdate.'],
    [
      'Gmail, a broken line',
      'On Fri, Mar 13, 2026 at 10:15 AM Desk of the Software <\nhelp@desk.example> wrote:\n\n> Update.',
    ],
    ['Gmail по-русски', 'пт, 13 мар. 2026 г. в 10:15, Поддержка <help@desk.example>:\n\n> Обновитесь.'],
    ['Яндекс', '13.03.2026, 10:15, "Поддержка" <help@desk.example>:\nОбновитесь.'],
    ['Mail.ru', 'Пятница, 13 марта 2026, 10:15 +03:00 от Поддержка <help@desk.example>:\n\nОбновитесь.'],
    ['Thunderbird', '13.03.2026 10:15, Поддержка пишет:\n> Обновитесь.'],
    ['Apple', '13 марта 2026 г., в 10:15, Поддержка <help@desk.example> написал(а):\n\n> Обновитесь.'],
    ['Roundcube', 'Поддержка писал(а) 13.03.2026 10:15:\n> Обновитесь.'],
    ['The Bat', 'Здравствуйте, Анна.\n\nВы писали 13 марта 2026 г., 10:15:23:\n\n> Обновитесь.'],
    ['no head at all', '> Обновитесь.\n> С уважением, поддержка'],
  ])('%s', (program, history) => {
    const { cut, inner } = ownWords(`${OWN}\n\n${history}`, words);
    expect(cut.text.startsWith(OWN)).toBe(true);
    expect(cut.text).not.toMatch(/Обновитесь|Update\./);
    expect(inner.length, program).toBe(1);
  });
});

describe('a signature is set apart', () => {
  test.each([
    'С уважением,\nИванова М.П.',
    'С ув. Иванова М.П.',
    '--\nИванова М.П.\nМБОУ СОШ 5',
    '____________________________\nМБОУ СОШ 5\nт. 8 (47355) 2-10-65',
    'Иванова Мария Петровна\nгл. бухгалтер\nМБОУ СОШ № 5\n8 (8352) 64-20-17',
    'Н. Прокопчук\nт. 8-912-600-41-17',
    'Савченко',
    'Комлева Дарья, бухгалтер\n[логотип]',
    'Отправлено с iPhone',
    'Отправлено из мобильной Яндекс Почты',
    'Отправлено из Mail для Android',
    'Sent from my Galaxy',
    'Best,\nOlga Petrenko',
    'Kind regards\nJohn Smith',
  ])('%j', (signature) => {
    expect(ownWords(`${OWN}\n\n${signature}`, words)).toMatchObject({ cut: { text: OWN }, signature });
  });

  test.each([
    'Тел.: 8(85557)3-04-41\n---\nРеестр всегда сортируется по дате создания, а нужно, чтобы программа запоминала мою сортировку при следующем входе в неё.',
    'Не видят документ:\nИванова М.П.\nПетров П.П.',
    'Согласующий по заявке:\nИванова М.П.',
    'Номер документа 115',
  ])('but not what says something: %j', (text) => {
    expect(ownWords(`${OWN}\n\n${text}`, words).cut.text).toBe(`${OWN}\n\n${text}`);
  });
});

describe('what servers add is nobody’s words', () => {
  test('but what the writer did about an antivirus is theirs, and so is the signature under it', () => {
    const text = 'Антивирус выгружали полностью, без разницы.\nПанков Игорь, инженер\nт. 8 495 555 08 34';

    const read = ownWords(`${OWN}\n${text}`, words);

    expect(read.cut.text).toBe(`${OWN}\nАнтивирус выгружали полностью, без разницы.`);
    expect(read.signature).toContain('Панков Игорь');
  });

  test.each([
    'Это сообщение и любые приложения к нему конфиденциальны и предназначены только для адресата.',
    'Настоящее сообщение и приложения к нему предназначены исключительно для адресата.',
    'ВНИМАНИЕ! Письмо проверено антивирусом, вложения не содержат ошибок.',
    'Антивирусная проверка пройдена.',
    'Пожалуйста, подумайте об окружающей среде, прежде чем печатать это письмо.',
    'This e-mail and any attachments are confidential and intended solely for the addressee.',
    'CAUTION: This email originated from outside of the organisation.',
  ])('%s', (notice) => {
    expect(ownWords(`${OWN}\n\n${notice}`, words).cut.text).toBe(OWN);
    expect(ownWords(`${notice}\n\n${OWN}`, words).cut.text).toBe(OWN);
  });
});

describe('of letters inside, those of the customer’s side are theirs', () => {
  const passedOn = (subject: string, text: string) => signedLetters(subject, text, words).length - 1;
  const INNER =
    'От: Павлова Е.Н. <p@gkb4.example>\nДата: пн, 8 февр. 2027 г. в 09:12\nКому: Рожков\n\nНе строится отчёт.';
  const OURS = '13.03.2026, 10:15, "Поддержка" <help@desk.example>:\n> Обновитесь.';

  test('a letter that is passed on', () =>
    expect(
      passedOn('Fwd: отчёт', `Перенаправляю.\n\n---------- Пересылаемое сообщение ----------\n${INNER}`),
    ).toBe(1));
  test('a letter under a new subject', () => expect(passedOn('отчёт', `Помогите ей.\n\n${INNER}`)).toBe(1));
  test('not what our reply said', () => expect(passedOn('Re: отчёт', `Не помогло.\n\n${OURS}`)).toBe(0));
  test('not what our reply said, under a new subject', () =>
    expect(passedOn('отчёт', `Не помогло.\n\n${OURS}`)).toBe(0));
  test('not their own earlier letter in an answer', () =>
    expect(passedOn('Re: отчёт', `Не помогло.\n\n${INNER}`)).toBe(0));
});

describe('words are read in one form, and given back as they were written', () => {
  test.each([
    ['8\u00A0912\u202F345\u201167\u201189', '8 912 345-67-89'],
    ['е\u0308лка и\u0306', 'ёлка й'],
    ['сло\u00ADво\u200B', 'слово'],
    ['MБOУ СOШ', 'МБОУ СОШ'],
    ['COM-порт', 'COM-порт'],
    ['Excel\r\nWord', 'Excel\nWord'],
  ])('%j is %j', (written, plain) => {
    expect(plainText(written)).toBe(plain);
    expect(asWritten(plain, `до ${written} после`)).toBe(written);
  });

  test('the evidence of a letter is its own words', () => {
    const phone = '8\u00A0912\u00A0345\u201167\u201189';
    const mail = {
      channel: 'email' as const,
      subject: 'Отчёт',
      from: 'a@mail.ru',
      body: `Не строится, ${phone}`,
      attachments: [],
    };
    expect(readLetter(mail, words).evidence.phone).toEqual([phone]);
  });
});
