import type { Act } from '#demo/act.ts';
import { ordinary } from './ordinary.ts';

/** Errors, told by people who have other things to do. */
export const ERRORS: readonly Act[] = [
  ...ordinary(
    {
      ticket: 'rustam',
      who: 'rustam',
      by: 'mail',
      kind: 'error',
      at: '02-15 11:03',
      subject: { ru: 'Платёжка 214 висит', en: 'Payment 214 hangs' },
      text: {
        ru: 'Банк → Платёжные поручения, № 214 от 12.02.2027. Отправляю, пишет «Ошибка 0x12: нет ответа от шлюза». Пробовал трижды, снимок вложил.',
        en: 'Bank → Payment orders, No. 214 of 12.02.2027. On sending it says “Error 0x12: no answer from the gateway”. We tried three times, screenshot attached.',
      },
      files: [{ name: 'shlyuz.png', mimeType: 'image/png', bytes: 88_000 }],
    },
    { at: '02-15 11:20', agent: 'igor', takes: true },
    {
      at: '02-15 13:48',
      agent: 'igor',
      solves: {
        ru: 'Шлюз перезапущен, ваше поручение 214 ушло в 13:41. Остальные отправляйте как обычно.',
        en: 'The gateway was restarted; your order 214 left at 13:41. Send the others as usual.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'alla',
      who: 'alla',
      by: 'mail',
      kind: 'error',
      at: '02-16 10:47',
      subject: { ru: 'Не та сумма в ведомости 33', en: 'Wrong sum in payroll sheet 33' },
      text: {
        ru: 'Зарплата → Ведомости на выплату, ведомость № 33 от 15.02.2027: итого 418 200,00, а по строкам выходит 416 900,00. Текст ошибки не выводится, просто неверно. Снимок вложила.',
        en: 'Payroll → Payroll sheets, sheet No. 33 of 15.02.2027: the total says 418,200.00 but the lines add up to 416,900.00. No error is shown, it is simply wrong. Screenshot attached.',
      },
      files: [{ name: 'vedomost.png', mimeType: 'image/png', bytes: 95_000 }],
    },
    { at: '02-16 12:05', agent: 'olga', takes: true },
    {
      at: '02-17 10:30',
      agent: 'olga',
      asks: {
        ru: 'Добрый день! Пришлите, пожалуйста, эту ведомость в печатном виде: хотим сверить округление по строкам.',
        en: 'Good afternoon! Please send this sheet as printed: we want to check the rounding of the lines.',
      },
    },
    {
      at: '02-17 11:55',
      writes: { ru: 'Во вложении.', en: 'Attached.' },
      files: [{ name: 'vedomost-33.pdf', mimeType: 'application/pdf', bytes: 148_000 }],
    },
    {
      at: '02-18 14:10',
      agent: 'olga',
      solves: {
        ru: 'В строке 7 осталась сторнированная доплата 1 300,00. Убрали, пересчитайте ведомость – итог сойдётся.',
        en: 'Line 7 still had a reversed payment of 1,300.00. It is removed; recalculate and the total will agree.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'timur',
      who: 'timur',
      by: 'mail',
      kind: 'error',
      at: '02-17 09:28',
      subject: { ru: 'СРОЧНО не открывается договор', en: 'URGENT contract does not open' },
      text: {
        ru: 'Здравствуйте!!! Договор № 7-К от 03.02.2027. Нажимаю – «Объект не найден (код 404-Д)». Сегодня оплата!',
        en: 'Hello!!! Contract No. 7-K of 03.02.2027. I click and get “Object not found (code 404-D)”. Payment is due today!',
      },
    },
    {
      at: '02-17 09:31',
      agent: 'igor',
      tells: { ru: 'Здравствуйте! Взял в работу, смотрю.', en: 'Hello! I am looking into it.' },
    },
    {
      at: '02-17 09:45',
      agent: 'igor',
      solves: {
        ru: 'Договор вчера перенесли в архив вместе с февральской папкой. Вернули его, открывайте.',
        en: 'The contract was archived yesterday with the folder for February. It is back, please open it.',
      },
    },
    { at: '02-17 09:52', writes: { ru: 'открылся! спасибо!!', en: 'it opens! thank you!!' } },
  ),
  ...ordinary(
    {
      ticket: 'lidia',
      who: 'lidia',
      by: 'mail',
      kind: 'error',
      at: '02-18 09:15',
      subject: { ru: 'Авансовый отчёт № 19', en: 'Expense report No. 19' },
      text: {
        ru: 'Добрый день. Касса → Авансовые отчёты, отчёт № 19 от 17.02.2027. Открываю, нажимаю «Провести» и вижу сообщение: «Превышен остаток подотчётного лица», хотя остаток есть. Снимок прилагаю.',
        en: 'Good afternoon. Cash → Expense reports, No. 19 of 17.02.2027 for January. I open it, I press “Post” and get the message “The balance of the person is exceeded”, although there is a balance. Screenshot attached.',
      },
      files: [{ name: 'otchet-19.png', mimeType: 'image/png', bytes: 104_000 }],
    },
    {
      at: '02-18 10:40',
      agent: 'olga',
      asks: {
        ru: 'Добрый день! Уточните, пожалуйста, каким документом выдавался аванс – номер и дату?',
        en: 'Good afternoon! Which document was the advance paid by? Please give its number and date.',
      },
    },
    {
      at: '02-19 15:22',
      writes: {
        ru: 'Расходный ордер № 44 от 09.02.2027.',
        en: 'Cash order No. 44 of 09.02.2027.',
      },
    },
    {
      at: '02-20 12:30',
      agent: 'olga',
      solves: {
        ru: 'Ордер 44 проведён по другому подразделению. Исправили подразделение, отчёт 19 теперь проводится.',
        en: 'Order 44 was posted to another department. That is corrected, and report 19 can be posted.',
      },
    },
    {
      at: '02-25 10:17',
      writes: {
        ru: 'Проверили только сегодня: 19-й провёлся, а 20-й с той же ошибкой.',
        en: 'We could check only today: 19 is posted, but 20 shows the same error.',
      },
    },
    {
      at: '02-25 12:40',
      agent: 'olga',
      solves: {
        ru: 'Та же причина: ордер 45. Исправили, проводите. Остальные ордера февраля проверили, с ними всё в порядке.',
        en: 'The same cause: order 45. It is corrected. We checked the other orders of February; they are fine.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'gleb',
      who: 'gleb',
      by: 'mail',
      kind: 'error',
      at: '02-19 11:50',
      subject: { ru: 'Отчёт 0503127 не формируется', en: 'Report 0503127 is not made' },
      text: {
        ru: 'Отчёты → Форма 0503127, за январь 2027, все счета, учреждение 0144: «Деление на ноль в строке 210». В декабре формировалось. Снимок во вложении.',
        en: 'Reports → Form 0503127 for January 2027, all accounts, institution 0144: “Division by zero in line 210”. In December it worked. Screenshot attached.',
      },
      files: [{ name: '0503127.png', mimeType: 'image/png', bytes: 117_000 }],
    },
    { at: '02-19 12:30', agent: 'igor', takes: true },
    {
      at: '02-24 10:05',
      agent: 'igor',
      tells: {
        ru: 'Причина найдена: нулевой план по строке 210. Исправление войдёт в обновление 5.11.4, ждём его на этой неделе.',
        en: 'The cause is found: a plan of zero in line 210. The fix will come with update 5.11.4, expected this week.',
      },
    },
    {
      at: '02-26 17:20',
      agent: 'igor',
      solves: {
        ru: 'Обновление 5.11.4 установлено на вашем сервере, форма за январь сформирована и сверена.',
        en: 'Update 5.11.4 is installed on your server; the form for January was made and checked.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'raisa',
      who: 'raisa',
      by: 'mail',
      kind: 'error',
      at: '02-24 09:33',
      subject: { ru: 'после праздников', en: 'after the holidays' },
      text: {
        ru: 'Доброе утро! Открываю акт списания № 8 от 24.02.2027, нажимаю «Записать» – пропадает колонка «Причина», ошибки никакой нет. Скрин приложила.',
        en: 'Good morning! I open write-off document No. 8 of 24.02.2027, I press “Save”, and the column “Cause” is gone, without any error. A picture of it is attached.',
      },
      files: [{ name: 'akt-8.png', mimeType: 'image/png', bytes: 211_000 }],
    },
    {
      at: '02-24 11:20',
      writes: { ru: 'Склад → Акты списания.', en: 'Stores → Write-offs.' },
    },
    {
      at: '02-24 14:55',
      agent: 'olga',
      solves: {
        ru: 'Колонка скрывалась настройкой «Компактный вид». Отключили её для акта списания у всех пользователей больницы.',
        en: 'The column was hidden by “Compact view”. We have switched that off for write-offs for all users of the hospital.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'rustam again',
      who: 'rustam',
      by: 'mail',
      kind: 'error',
      at: '03-03 10:12',
      subject: { ru: 'опять шлюз', en: 'the gateway again' },
      text: {
        ru: 'Банк → Платёжные поручения, № 261 от 03.03.2027 и следующее за ним: выбираю, отправляю – «Ошибка 0x12: нет ответа от шлюза». Снимок тот же.',
        en: 'Bank → Payment orders, No. 261 of 03.03.2027 and the one behind it: I select, I send, “Error 0x12: no answer from the gateway”. The same screenshot.',
      },
      files: [{ name: 'shlyuz-2.png', mimeType: 'image/png', bytes: 88_000 }],
    },
    { at: '03-03 10:20', agent: 'igor', takes: true },
    {
      at: '03-03 12:15',
      agent: 'igor',
      solves: {
        ru: 'Оба поручения отправлены. Шлюзу добавили памяти и поставили наблюдение, повториться не должно.',
        en: 'Both orders are sent. The gateway got more memory and is being watched; it should not happen again.',
      },
    },
  ),
];
