import type { Act } from '#demo/act.ts';
import { ordinary } from './ordinary.ts';

/** The later days of the three weeks, with the long weekend of 8 March in them. */
export const MARCH: readonly Act[] = [
  ...ordinary(
    {
      ticket: 'boris again',
      who: 'boris',
      by: 'portal',
      kind: 'error',
      at: '02-26 09:10',
      subject: { ru: 'не грузится выписка', en: 'statement does not load' },
      text: {
        ru: 'выписка банка за 25.02.2027, файл kl_to_1c.txt: «неверная кодировка строки 18». вчера грузилось',
        en: 'bank statement of 25.02.2027, file kl_to_1c.txt: “wrong encoding in line 18”. it worked yesterday',
      },
    },
    {
      at: '02-26 11:05',
      agent: 'igor',
      solves: {
        ru: 'Банк сменил кодировку. В настройке обмена выберите UTF-8 вместо 1251, файл загрузится.',
        en: 'The bank has changed the encoding. Choose UTF-8 instead of 1251 in the exchange settings and it will load.',
      },
    },
    {
      at: '03-01 09:05',
      writes: {
        ru: 'выбрал, теперь «пустое назначение платежа» в каждой строке',
        en: 'done, now it says “empty purpose of payment” in every line',
      },
    },
    {
      at: '03-01 12:10',
      agent: 'igor',
      solves: {
        ru: 'Вместе с кодировкой сменился и формат: поставьте 1.03. Проверили на вашем файле – загружается.',
        en: 'The format changed with the encoding: choose 1.03. We tried it with your file and it loads.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'galina again',
      who: 'galina',
      by: 'mail',
      kind: 'consultation',
      at: '03-01 13:30',
      subject: { ru: 'График отпусков', en: 'Leave plan' },
      text: {
        ru: 'Добрый день! График отпусков утверждён, а двое поменялись месяцами. Переутверждать весь или есть способ проще?',
        en: 'Good afternoon! The leave plan is approved, but two people have swapped months. Approve all of it again, or is there a simpler way?',
      },
    },
    {
      at: '03-01 15:05',
      agent: 'olga',
      solves: {
        ru: 'Есть: документ «Перенос отпуска», по одному на каждого. График обновится сам.',
        en: 'There is: the document “Move of leave”, one for each. The plan updates itself.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'lidia again',
      who: 'lidia',
      by: 'mail',
      kind: 'consultation',
      at: '03-02 10:50',
      subject: { ru: 'Инвентаризация фонда', en: 'Stocktaking of the books' },
      text: {
        ru: 'Здравствуйте! Можно ли разбить инвентаризацию по филиалам, чтобы не закрывать все сразу?',
        en: 'Hello! Can the stocktaking be split by branch, so that we need not close all of them at once?',
      },
    },
    {
      at: '03-02 14:20',
      agent: 'olga',
      solves: {
        ru: 'Да: в приказе об инвентаризации укажите филиал, и опись соберётся только по нему.',
        en: 'Yes: name the branch in the order for stocktaking, and the list will hold only its books.',
      },
    },
    {
      at: '03-02 15:01',
      writes: {
        ru: 'Отлично! Спасибо за быстрый ответ.',
        en: 'Great! Thank you for the quick answer.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'viktor again',
      who: 'viktor',
      by: 'mail',
      kind: 'error',
      at: '03-03 14:15',
      subject: { ru: 'путевые', en: 'waybills' },
      text: {
        ru: 'Сохраняю путевой лист № 118 от 03.03.2027, открываю – пробег с минусом, минус 46 км. Ошибки не показывает. Фото приложил.',
        en: 'I save waybill No. 118 of 03.03.2027, I open it, and the distance is minus 46 km. It shows no error. Picture attached.',
      },
      files: [{ name: 'putevoy-118.jpg', mimeType: 'image/jpeg', bytes: 310_000 }],
    },
    {
      at: '03-03 14:50',
      writes: { ru: 'Транспорт → Путевые листы → Легковые', en: 'Transport → Waybills → Cars' },
    },
    {
      at: '03-03 16:25',
      agent: 'olga',
      solves: {
        ru: 'Одометр этой машины меняли: в карточке укажите дату замены и начальное показание 0.',
        en: 'This car got a new odometer: enter the date of the change and the first reading 0 in its card.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'zinaida again',
      who: 'zinaida',
      by: 'portal',
      kind: 'consultation',
      at: '03-05 15:50',
      subject: { ru: 'Праздничные смены', en: 'Shifts on the holiday' },
      text: {
        ru: 'Вахтёры работают 8 марта. Как проставить двойную оплату в табеле, чтобы не считать вручную?',
        en: 'Our porters work on 8 March. How do I mark double pay in the timesheet without counting by hand?',
      },
    },
    {
      at: '03-09 10:10',
      agent: 'igor',
      solves: {
        ru: 'Код «РП» на 8 марта в табеле: двойной тариф применится сам по настройке учреждения.',
        en: 'Code “WH” on 8 March in the timesheet: double pay then applies by itself, as the institution is set up.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'ekaterina again',
      who: 'ekaterina',
      by: 'mail',
      kind: 'error',
      at: '03-09 11:25',
      subject: { ru: 'Билеты', en: 'Tickets' },
      text: {
        ru: 'Отчёты → Продажа билетов, период с 06.03.2027 по 08.03.2027, все кассы: открываю, формирую – пусто, хотя продажи были. Ошибки нет, вложила снимок.',
        en: 'Reports → Ticket sales, the period from 06.03.2027 to 08.03.2027, all desks: I open it, I run it, and it is empty although there were sales. No error; screenshot attached.',
      },
      files: [{ name: 'bilety.png', mimeType: 'image/png', bytes: 164_000 }],
    },
    { at: '03-09 12:00', agent: 'igor', takes: true },
    {
      at: '03-10 11:30',
      agent: 'igor',
      tells: {
        ru: 'Кассы не передали данные за праздники, забираем их повторно. К вечеру отчёт заполнится.',
        en: 'The desks did not send the data of the holidays; we are fetching them again. By the evening the report will be filled.',
      },
    },
  ),
  ...ordinary({
    ticket: 'anton late',
    who: 'anton',
    by: 'portal',
    kind: 'consultation',
    at: '03-10 16:55',
    subject: { ru: 'Новый сотрудник', en: 'A new employee' },
    text: {
      ru: 'Завтра выходит новый бухгалтер. Кто выдаёт сертификат подписи – вы или казначейство?',
      en: 'A new accountant starts tomorrow. Who issues the signature certificate, you or the treasury?',
    },
  }),
];
