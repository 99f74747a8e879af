/*
 * What people write, and what each recogniser of an error's items reads in it. A wrong `missing` asks a customer in
 * public for what they have sent, so most examples are of the many ways in which a thing is told.
 */
import { describe, expect, test } from 'vitest';
import type { Item } from '#core/ticket/item.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { MailFile } from '#standard/letter/mail.ts';
import { readItem } from '#standard/letter/read-items.ts';
import { requestOfMail } from '#standard/letter/request-of-mail.ts';
import { isSignatureLogo } from '#standard/letter/signature-logo.ts';
import type { Subtype } from '#standard/letter/subtype.ts';
import { theReglament } from '#test/support/desk.ts';

const { words } = theReglament();

interface Around {
  readonly kind?: Kind;
  readonly subtype?: Subtype;
  readonly files?: readonly string[];
}

function stateOf(item: Item, body: string, around: Around = {}) {
  return readItem(requestOf(body, around), item).state;
}

function requestOf(body: string, { kind = 'error', subtype = 'document', files = [] }: Around) {
  const attachments: readonly MailFile[] = files.map((name) => ({ name, bytes: 90_000, inline: false }));
  const mail = { channel: 'email', subject: 'Вопрос', from: '', body, attachments } as const;
  return requestOfMail(mail, { kind, subtype, rivals: [], otherPlaces: [], evidence: [] }, words);
}

function reads(item: Item, state: string, letters: readonly string[], around: Around = {}) {
  const files = around.files === undefined ? '' : ` beside ${around.files.join(', ')}`;
  test.each(letters)(`${item} is ${state} in: %s${files}`, (letter) => {
    expect(stateOf(item, letter, around)).toBe(state);
  });
}

describe('the place in the navigator', () => {
  reads('entity', 'present', [
    'Навигатор: Учёт \\ Документы \\ Заявка на оплату',
    'Навигатор:\nУчёт \\ Документы',
    'Не проводится. Учёт\\Документы\\Заявка',
    'Документы → Платёжные поручения, висит',
    'Исполнение -> Документы -> Заявки',
    'Исполнение бюджета >> Документы >> Заявки не сохраняются',
    'Касса > Ордера > Расходные',
    'Учёт » Документы » Акты',
    'Бухучёт | Отчёты | Журналы операций',
    'Склад/Требования/Накладные',
    'Документы/Заявки на кассовый расход',
    'Учёт – Документы – Заявка на оплату',
    '**_Навигатор: Администратор \\ Справочники_**',
    '1. Учёт \\ 2. Документы',
    '«Бюджет» \\ «Документы» \\ «Заявки»',
    'Навигатор: Учёт\n → Документы\n → Заявки',
    'Path: Navigator > Treasury > Documents > Payment orders',
    'Place: Accounting / Reports / Regulated / 0503738.',
    'Accounting > Documents > Contracts stays grey',
    'Навигатор → Документооборот → Договоры → На согласовании',
    'Навигатор → Справочники → Контрагенты → двойной щелчок → закладка «Счета»',
    'бух.учет\\отчеты\\журналы операций\\жо2',
  ]);
  reads('entity', 'unsure', [
    'Не открывается раздел исполнения, вкладка с заявками.',
    'Это в подсистеме планирования.',
  ]);
  reads('entity', 'missing', [
    'Не проводится заявка № 145, помогите.',
    'Открыла Сервис \\ Журнал ошибок, там пусто, акт не проводится.',
    'Пуск > Все программы > Бюджет, заявка не открывается',
    'Файл лежит в C:\\Program Files\\Бюджет\\Документы\\заявка.xml',
    'Заявка не уходит, см. https://zakupki.example/документы/заявки/списки',
    'Нужны приход и/или расход, заявка пуста.',
    'Форма 0503127/0503128 не строится, сумма 3/4 ставки.',
    'Бухгалтер/экономист не видит заявку.',
    'Договор согласуют: специалист → юрист → главный бухгалтер.',
    'The payment order cannot be posted.',
  ]);
});

describe('what identifies a document or a record', () => {
  reads('documentIds', 'present', [
    'Заявка id 12345 не проводится',
    'ид=40417',
    'Идентификатор документа: 771930',
    'ID ДОКУМЕНТА 4481902',
    'guid 0f8fad5b-d9cb-469f-a165-70867728950e',
    'Заявка № 145 от 12.03.2026 висит',
    'Заявка номер 145 от двенадцатого марта',
    'Возьмите 145-ый от 3 марта',
    'док. 145/23 от 03.02.26 не проведён',
    'п/п 1107 от 28.02.2025 не уходит',
    'Договор 44 от 12 января 2027 г.',
    'Акт от 12.03.2026 № 7/А',
    'ордер № 15 (от 10.02.2027)',
    'контракт № 2027-11, 18.01.2027',
    'У поставщика ИНН 7707083893 пустой счёт',
    'Инвентарный номер 101340017, карточка пустая',
    'Invoice INV-2291 dated 12 Feb 2027 stays grey',
    'Payment order No. 2114 of 14.01.2026 refuses to post',
    'waybill WB-17 of 3 February',
  ]);
  reads('documentIds', 'unsure', [
    'Не проводится заявка 318',
    'Накладная №7 не проводится',
    'Не проводятся все накладные за сегодня',
    'Ни одна заявка не сохраняется',
    'Платёжка от 12 марта пропала',
    'Больничные за февраль, заявки за март не проводятся',
  ]);
  reads('documentIds', 'missing', [
    'Не проводится заявка, помогите.',
    'Акт по ф. 0504071 не печатается.',
    'По приказу № 52н от 30.03.2015 акт должен печататься, а не печатается.',
    'Школа № 14, платёжка не уходит.',
    'Исх. № 214/02-07 от 03.02.2026\n\nАкт не подписывается.',
    'Исходящий номер 33 от 4 марта. Акт не подписывается.',
    'Акт печатает вопросы вместо единиц. ДДТ Радуга ИНН 6318402753 КПП 631801001',
    'КБК 07020110159990244 в платёжке не виден.',
  ]);
  reads('documentIds', 'present', ['Карточка контрагента ООО «Вектор Плюс» не сохраняется'], {
    subtype: 'directory',
  });
  reads('documentIds', 'unsure', ['Что-то не проводится'], { subtype: 'unclear' });
  reads('documentIds', 'present', ['Что-то не проводится, id 12345'], { subtype: 'unclear' });
});

describe('parameters of a report', () => {
  const report = { subtype: 'report' } as const;
  reads(
    'reportParameters',
    'present',
    [
      'ОСВ за декабрь 2025, КФО 4',
      'Период: 01.01.2027–31.01.2027, счёт 205.31',
      'Отчёт на 01.04.2026 по всем учреждениям',
      'За 1 квартал, в тыс. руб., с группировкой по КБК',
      'с 01.01.2027 по 31.01.2027, учреждение: МБОУ СОШ 5',
      'Form 0503127 as of 01.01.2026, GRBS 902',
      'Trial balance for March 2026, account 302.34',
    ],
    report,
  );
  reads(
    'reportParameters',
    'unsure',
    ['Отчёт за январь пустой', 'The report for March 2026 is empty'],
    report,
  );
  reads(
    'reportParameters',
    'missing',
    ['Отчёт пустой', 'ОСВ не строится, крутится', 'The report is empty'],
    report,
  );
  reads('reportParameters', 'present', ['Отчёт пустой'], { ...report, files: ['парам_ОСВ.png'] });
  reads('reportParameters', 'present', ['Отчёт пустой, параметры на скрине'], {
    ...report,
    files: ['1.png'],
  });
  reads('reportParameters', 'unsure', ['Отчёт пустой'], { ...report, files: ['1.png'] });
  reads('reportParameters', 'unsure', ['Не строится'], { subtype: 'unclear' });
  reads('reportParameters', 'notNeeded', ['Заявка пустая']);
});

describe('logs of a route', () => {
  const route = { subtype: 'route' } as const;
  const letter = ['Маршрут стоит на втором участнике.'];
  reads('routeLogs', 'missing', [...letter, 'Журналы во вложении.'], route);
  reads('routeLogs', 'missing', letter, { ...route, files: ['схема.png'] });
  reads('routeLogs', 'unsure', letter, { ...route, files: ['errlog.7z'] });
  reads('routeLogs', 'present', letter, { ...route, files: ['Журнал_Морозова.zip', 'Журнал_Кобзев.zip'] });
  reads('routeLogs', 'present', ['Логи всех четырёх участников в архиве.'], {
    ...route,
    files: ['logs.zip'],
  });
  reads('routeLogs', 'unsure', letter, { subtype: 'unclear' });
});

describe('steps', () => {
  reads('steps', 'present', [
    'Захожу в документы, открываю заявку, жму «Провести».',
    'При проведении нажимаем «Да», выбираем счёт и сохраняем.',
    'Порядок действий: открыт список, отобрана заявка № 187, нажата кнопка «Провести».',
    'Шаги:\n1. открыть список\n2. выделить заявку\n3. нажать «Провести»',
    'Как воспроизвести: 1) старт клиента 2) логин любым пользователем 3) ждём.',
    'Справочники → выделить → Del → Да → выйти',
    'I open the list, find 2114, right click, Post. Box appears, I press OK.',
    'I type the account, save, close, open her card again.',
    'Звонил Петров. Открывает акт, вводит номер, нажимает Enter, поле очищается.',
    'Документы\\Банк\\Платежные поручения, открываю, Печать, Печать формы.',
    'А у нас: Сервис – Импорт – Выписка казначейства, указываем файл, ОК, и встаёт.',
    'Платёжка: открыть, изменить назначение, записать – назначение прежнее.',
    'The clerk opens the card, changes the rate, presses Save and the old rate is back.',
    'Open the card – Actions – Reverse – OK: nothing happens.',
    '- start the client\n- type login and password\n- press Enter',
  ]);
  reads('steps', 'missing', [
    'Не проводится заявка, помогите срочно',
    'Платёжка не сохраняется, кружок крутится уже полчаса.',
    'Сумма в отчёте неверная. Отчёты → Регистры учёта → Ведомость',
    'Вы обновили программу, теперь заявка не нажимается и не открывается.',
    'The report is empty since Monday.',
    'Please open the access and check the rights.',
    'Путевой лист при открытии пустой, хотя вчера был заполнен.',
    'Какие порты открыть для клиента? Ставим его в закрытом сегменте, в документации не нашли.',
  ]);
  reads('steps', 'notNeeded', ['Сбросьте пароль'], { kind: 'consultation', subtype: 'administration' });
});

describe('screenshots', () => {
  const letter = ['Не проводится, скриншот во вложении.'];
  reads('screenshots', 'missing', letter);
  reads('screenshots', 'present', letter, { files: ['IMG_2026.HEIC'] });
  reads('screenshots', 'unsure', letter, { files: ['ошибка.docx'] });
  reads('screenshots', 'unsure', ['Скрины в таблице.'], { files: ['скрины.xlsx'] });
  reads('screenshots', 'missing', ['Маршрут стоит.'], { files: ['errlog.7z'] });
  reads('screenshots', 'missing', ['Как закрыть месяц?'], { kind: 'consultation', subtype: 'usage' });
  reads('screenshots', 'notNeeded', ['Сбросьте пароль'], { kind: 'consultation', subtype: 'administration' });
  test.each([
    ['image001.png', 4_000, true, true],
    ['image001.png', 4_000, false, true],
    ['image003.png', 655_360, true, false],
    ['logo.png', 40_000, true, true],
    ['Логотип_администрации.jpg', 30_000, false, true],
    ['WhatsApp Image 2027-02-16.jpeg', 45_000, false, false],
    ['photo_telegram.jpg', 38_000, false, false],
    ['не ставится подпись.png', 41_000, false, false],
    ['icons.png', 52_000, true, false],
    ['Outlook-x2k4.png', 9_000, true, true],
    ['IMG_20260115.jpg', 2_483_110, false, false],
    ['Скриншот.png', 4_000, false, false],
  ])('%s of %i bytes, inline %s: a logo is %s', (name, bytes, inline, isLogo) => {
    expect(isSignatureLogo({ name, bytes, inline })).toBe(isLogo);
  });
});

describe('the text of the message', () => {
  reads('errorText', 'present', [
    'Пишет: не заполнено поле КБК',
    'Программа выдаёт сообщение: «Превышен остаток лимитов»',
    'Выдаёт ошибку превышен остаток лимитов по строке 244',
    'Появляется сообщение о том, что запись заблокирована пользователем Ильина',
    'Вылезла табличка Обновите страницу и повторите попытку',
    'Вылезло вот это: Object reference not set to an instance',
    'Падает, ORA-01653',
    'HTTP 500 при построении',
    'java.lang.NullPointerException: node is null',
    'I get a box saying\n\n"Posting is not possible: account is closed"',
    'It says period is closed though it is open',
    'Ошибка № 721',
  ]);
  reads('errorText', 'missing', [
    'При проведении выдаёт ошибку.',
    'Вылезает окно с ошибкой, и всё.',
    'Выскакивает красное окно, закрыла не глядя.',
    'Пишет какую-то ерунду на английском.',
    'The program shows an error message.',
    'A window pops up with some control error, red, I closed it too quickly to read.',
    'Мелькает какое-то сообщение, прочитать не успеваем.',
    'An error flashes by and it closes.',
  ]);
  reads('errorText', 'notNeeded', [
    'Заявка не проводится.',
    'Ошибок не выдаёт, просто висит.',
    'Никаких сообщений нет, ничего не пишет.',
    'There is no error message, it just hangs.',
    'Кто у вас теперь выдаёт лицензии?',
    'Цифры не те, а начальник ругается.',
    'Коллега говорит, что раньше работало.',
    'Всплывает список контрагентов, а нужного нет.',
  ]);
  reads('errorText', 'unsure', ['При проведении выдаёт ошибку.'], { files: ['экран.png'] });
  reads('errorText', 'notNeeded', ['Заявка не проводится.'], { files: ['экран.png'] });
});

describe('wrong data', () => {
  reads('wrongData', 'present', [
    'Выводит 100 вместо 200',
    'Сальдо 1 204 560,00, должно быть 1 240 560,00',
    'Итог 18 500,00, а по факту 16 400,00',
    'Было 118 строк, осталось 61',
    'Column 9 stays zero; it has to be 14 885 300.00',
    'Остаток есть, 40 шт, а система показывает 0.',
    'Слетает дата: ставится 01.01.1900, должна быть 15.09.2014.',
    'Единицы превратились в знаки вопроса, где было шт теперь ??.',
    'Итого 500, правильно 700',
    "The total comes out as 120, I'd expect 100",
  ]);
  reads('wrongData', 'missing', [
    'Суммы в отчёте неверные.',
    'Остатки не сходятся.',
    'The totals are wrong.',
  ]);
  reads('wrongData', 'notNeeded', [
    'Заявка не проводится.',
    'Пишет: неверный пароль',
    'The report does not open.',
  ]);
});

describe('the question', () => {
  const asked = { kind: 'consultation', subtype: 'usage' } as const;
  const unclear = { kind: 'unclear', subtype: 'unclear' } as const;
  reads(
    'question',
    'present',
    [
      'Как удалить проведённый документ?',
      'Подскажите, где смотреть историю изменений заявки',
      'Забыла пароль, сбросьте пожалуйста',
      'Can I close December for one institution?',
    ],
    asked,
  );
  reads(
    'question',
    'missing',
    [
      'Здравствуйте! Позвоните мне.',
      'Добрый день! Перезвоните мне пожалуйста, есть вопрос по программе, письменно долго объяснять. 89230014456 Татьяна',
      'Hello, please call me back.',
      'Hi, could someone from your side ring me about the program?',
      'Здравствуйте! Есть вопрос.',
    ],
    unclear,
  );
});

describe('hostile letters', () => {
  const items: readonly Item[] = [
    'entity',
    'documentIds',
    'reportParameters',
    'routeLogs',
    'steps',
    'screenshots',
    'errorText',
    'wrongData',
    'question',
  ];
  test.each([
    'а',
    ' ',
    '\n',
    '\\',
    ' > ',
    '→',
    '«',
    '1',
    '1.',
    '1) ',
    '№ 1 ',
    'от ',
    'Аа ',
    'А. ',
    'Учёт - ',
    'документ а ',
    'ошибка ',
    'выдаёт ',
    'id ',
    'пишет: «',
    '-',
    '/',
    '. ',
    'https://',
    'нажимаю ',
    '1 000 ',
    'C:\\',
  ])('are read in no time: many times %j', (piece) => {
    const letter = piece.repeat(Math.ceil(20_000 / piece.length));
    const started = performance.now();
    const request = requestOf(letter, {});
    for (const item of items) readItem(request, item);

    expect(performance.now() - started).toBeLessThan(3000);
  });
});
