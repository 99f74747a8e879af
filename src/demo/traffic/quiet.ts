import type { Act } from '#demo/act.ts';
import { ordinary } from './ordinary.ts';

/** Requests on which somebody was asked: one answers late, one promises, some never answer. */
export const QUIET: readonly Act[] = [
  ...ordinary(
    {
      ticket: 'maxim quiet',
      who: 'maxim',
      by: 'mail',
      kind: 'error',
      at: '02-17 15:10',
      subject: { ru: 'Не сходится остаток', en: 'A balance does not agree' },
      text: {
        ru: 'Отчёты → Остатки на складе, за период с 01.01.2027 по 31.01.2027, по складу 2. Открываю, формирую: 14 коробок, а в карточке 12. Ошибки не показывает, снимок вложен.',
        en: 'Reports → Stock, the period from 01.01.2027 to 31.01.2027, store 2. I open it, I run it: 14 boxes, but the card has 12. It shows no error, screenshot attached.',
      },
      files: [{ name: 'ostatki.png', mimeType: 'image/png', bytes: 79_000 }],
    },
    {
      at: '02-18 09:30',
      agent: 'olga',
      asks: {
        ru: 'Здравствуйте! Какой номенклатурный номер у этих коробок?',
        en: 'Hello! What is the stock number of these boxes?',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'alla quiet',
      who: 'alla',
      by: 'portal',
      kind: 'consultation',
      at: '02-19 13:35',
      subject: { ru: 'Родительская плата', en: 'Parents’ fees' },
      text: {
        ru: 'Как сделать перерасчёт родительской платы за дни, когда группа была на карантине?',
        en: 'How do I recalculate the parents’ fees for days on which the group was in quarantine?',
      },
    },
    {
      at: '02-19 14:25',
      agent: 'igor',
      asks: {
        ru: 'Добрый день! Подскажите, пожалуйста, карантин отмечен в табеле группы или только приказом? От этого зависит способ.',
        en: 'Good afternoon! Please tell us: is the quarantine marked in the group’s timesheet, or only in an order? The way depends on it.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'timur promises',
      who: 'timur',
      by: 'mail',
      kind: 'error',
      at: '02-24 13:05',
      subject: { ru: 'Расписание секций', en: 'Timetable of the sections' },
      text: {
        ru: 'Учебная часть → Расписания, документ № 5 от 24.02.2027. Заполняю, нажимаю «Сохранить»: «Пересечение интервалов». Снимок есть.',
        en: 'Lessons → Timetables, document No. 5 of 24.02.2027. I fill it in, I press “Save”: “Overlapping intervals”. Screenshot attached.',
      },
      files: [{ name: 'raspisanie.png', mimeType: 'image/png', bytes: 92_000 }],
    },
    {
      at: '02-24 15:30',
      agent: 'igor',
      asks: {
        ru: 'Здравствуйте! Пришлите, пожалуйста, список занятий по залам за эту неделю.',
        en: 'Hello! Please send the list of lessons by hall for this week.',
      },
    },
    {
      at: '02-25 16:45',
      writes: {
        ru: 'Список у завуча, пришлю в понедельник.',
        en: 'The deputy head has the list, I will send it on Monday.',
      },
    },
    {
      at: '03-01 10:20',
      writes: { ru: 'Как обещал, список.', en: 'The list, as promised.' },
      files: [{ name: 'spisok.xlsx', mimeType: 'application/vnd.ms-excel', bytes: 21_500 }],
    },
    {
      at: '03-01 14:35',
      agent: 'igor',
      solves: {
        ru: 'Во вторник в малом зале две группы на 17:00. Сдвиньте одну, и расписание сохранится.',
        en: 'On Tuesday two groups are in the small hall at 17:00. Move one of them and the timetable will save.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'raisa slow',
      who: 'raisa',
      by: 'mail',
      kind: 'consultation',
      at: '02-26 11:18',
      subject: { ru: 'Вопрос', en: 'A question' },
      text: {
        ru: 'Скажите, а можно принимать больничные сразу пачкой?',
        en: 'Can sick notes be taken in by the pile?',
      },
    },
    {
      at: '02-26 12:20',
      agent: 'olga',
      asks: {
        ru: 'Можно. Подскажите, откуда они к вам приходят: из фонда электронно или на бумаге?',
        en: 'They can. How do they reach you: electronically from the fund, or on paper?',
      },
    },
    {
      at: '03-04 16:40',
      writes: { ru: 'Электронно, из фонда.', en: 'Electronically, from the fund.' },
    },
    {
      at: '03-05 09:35',
      agent: 'olga',
      solves: {
        ru: 'Тогда: Больничные → «Загрузить из фонда» → отметить все → «Принять». За один раз до двухсот.',
        en: 'Then: Sick notes → “Load from the fund” → select all → “Take in”. Up to two hundred at once.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'gleb quiet',
      who: 'gleb',
      by: 'mail',
      kind: 'error',
      at: '03-01 09:20',
      subject: { ru: 'Двойные проводки', en: 'Doubled entries' },
      text: {
        ru: 'Учреждение 0144, Доходы → Начисления, документ № 71 от 26.02.2027. Провожу, открываю проводки – их две одинаковых. Сообщений не было. Снимок прилагаю.',
        en: 'Institution 0144, Income → Accruals, document No. 71 of 26.02.2027. I open it, I press “Post”, and it makes two equal entries. No error was shown. Screenshot attached.',
      },
      files: [{ name: 'provodki.png', mimeType: 'image/png', bytes: 84_000 }],
    },
    {
      at: '03-01 11:45',
      agent: 'igor',
      asks: {
        ru: 'Добрый день! Пришлите, пожалуйста, историю изменений документа: хотим понять, не перепроводили ли его.',
        en: 'Good afternoon! Please send the history of changes of the document: we want to see whether it was posted twice.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'stepan quiet',
      who: 'stepan',
      by: 'mail',
      kind: 'error',
      at: '03-09 12:05',
      subject: { ru: 'Квитанции за февраль', en: 'Receipts for February' },
      text: {
        ru: 'Питание → Квитанции, за февраль 2027, учреждение – школа 4. Выбираю всех, нажимаю «Печать»: «Шаблон не найден». Снимок вложил.',
        en: 'Meals → Receipts, for February 2027, institution: school 4. I select all, I press “Print”: “Template not found”. Screenshot attached.',
      },
      files: [{ name: 'kvitancii.png', mimeType: 'image/png', bytes: 71_000 }],
    },
    {
      at: '03-09 16:15',
      agent: 'olga',
      asks: {
        ru: 'Здравствуйте! С какого рабочего места печатаете – с вашего или через сервер терминалов?',
        en: 'Hello! From which computer do you print: your own, or through the terminal server?',
      },
    },
  ),
];
