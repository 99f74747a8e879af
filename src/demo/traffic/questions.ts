import type { Act } from '#demo/act.ts';
import { ordinary } from './ordinary.ts';

/** Questions of use and administration, as they come: most are solved the same day. */
export const QUESTIONS: readonly Act[] = [
  ...ordinary(
    {
      ticket: 'larisa',
      who: 'larisa',
      by: 'mail',
      kind: 'consultation',
      at: '02-15 09:42',
      subject: { ru: 'вопрос по отпускам', en: 'question about leave' },
      text: {
        ru: 'Доброе утро! Как перенести неиспользованный отпуск с прошлого года? Раньше была кнопка, теперь не нахожу.',
        en: 'Good morning! How do I carry unused leave over from last year? There used to be a button and I cannot find it now.',
      },
    },
    {
      at: '02-15 10:31',
      agent: 'igor',
      solves: {
        ru: 'Кнопка переехала в карточку сотрудника: вкладка «Отпуска», меню «Ещё» → «Перенести остаток».',
        en: 'The button has moved to the employee’s card: tab “Leave”, menu “More” → “Carry over”.',
      },
    },
    {
      at: '02-15 10:58',
      writes: { ru: 'Нашла, спасибо большое!', en: 'Found it, thank you very much!' },
    },
  ),
  ...ordinary(
    {
      ticket: 'anton',
      who: 'anton',
      by: 'portal',
      kind: 'consultation',
      at: '02-15 14:17',
      subject: { ru: 'Права на справочник контрагентов', en: 'Rights for the list of contractors' },
      text: {
        ru: 'Какую роль назначить сотруднику, чтобы он мог заводить контрагентов, но не удалять?',
        en: 'Which role lets an employee add contractors but not delete them?',
      },
    },
    {
      at: '02-15 15:40',
      agent: 'olga',
      solves: {
        ru: 'Роль «Ведение справочников». Удаление в неё не входит, оно есть только у администратора.',
        en: 'The role “Keeper of lists”. Deleting is not part of it; only the administrator has that.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'galina',
      who: 'galina',
      by: 'mail',
      kind: 'consultation',
      at: '02-16 09:05',
      subject: { ru: 'Справка за январь', en: 'Certificate for January' },
      text: {
        ru: 'Здравствуйте! Где теперь формировать справку о доходах за один месяц?',
        en: 'Hello! Where do I now make a certificate of income for a single month?',
      },
    },
    {
      at: '02-16 11:20',
      agent: 'igor',
      solves: {
        ru: 'Отчёты → Зарплата → Справка о доходах; период задаётся месяцами, поставьте январь в оба поля.',
        en: 'Reports → Payroll → Certificate of income; the period is in months, put January into both fields.',
      },
    },
    {
      at: '02-17 16:02',
      writes: {
        ru: 'Сделала как написали, но в справке пустая строка с кодом дохода. Так и должно быть?',
        en: 'I did as you wrote, but the line with the income code is empty. Is that how it should be?',
      },
    },
    {
      at: '02-18 09:50',
      agent: 'igor',
      solves: {
        ru: 'Нет, код не заполнен в начислении «Доплата за вредность». Укажите в нём код 2000 и переформируйте справку.',
        en: 'No: the code is missing in the accrual “Hazard pay”. Enter code 2000 there and make the certificate again.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'yulia',
      who: 'yulia',
      by: 'mail',
      kind: 'consultation',
      at: '02-17 12:44',
      subject: { ru: 'Подписание за директора', en: 'Signing for the director' },
      text: {
        ru: 'Коллеги, добрый день. Директор в командировке до конца месяца, приказ о замещении есть. Что настроить, чтобы документы уходили на подпись заместителю?',
        en: 'Good afternoon. The director is travelling until the end of the month and there is an order for a deputy. What do I set so that documents go to the deputy for signing?',
      },
    },
    {
      at: '02-17 13:30',
      agent: 'olga',
      solves: {
        ru: 'Администрирование → Замещения: выберите директора, заместителя и даты из приказа. Новые документы пойдут к заместителю сразу.',
        en: 'Administration → Deputies: choose the director, the deputy and the dates of the order. New documents will go to the deputy at once.',
      },
    },
    {
      at: '02-17 14:12',
      writes: {
        ru: 'Всё получилось, благодарю.\n\nС уважением,\nЮлия Тихонова\nцентр занятости',
        en: 'It worked, thank you.\n\nKind regards,\nYulia Tikhonova\nJob centre',
      },
      files: [{ name: 'image002.png', mimeType: 'image/png', bytes: 6_800 }],
    },
  ),
  ...ordinary(
    {
      ticket: 'boris',
      who: 'boris',
      by: 'portal',
      kind: 'consultation',
      at: '02-18 15:33',
      subject: { ru: 'как отключить уведомления', en: 'how to switch notifications off' },
      text: {
        ru: 'приходит по 40 писем в день о согласовании чужих заявок. где это отключается?',
        en: 'I get 40 mails a day about approvals of other people’s requests. where do I switch this off?',
      },
    },
    {
      at: '02-19 10:15',
      agent: 'igor',
      solves: {
        ru: 'Профиль → Уведомления: снимите «Заявки моего подразделения», останутся только ваши.',
        en: 'Profile → Notifications: clear “Requests of my department”, only your own will remain.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'zinaida',
      who: 'zinaida',
      by: 'mail',
      kind: 'consultation',
      at: '02-20 10:08',
      subject: { ru: 'Суббота', en: 'Saturday' },
      text: {
        ru: 'Здравствуйте. Сегодня рабочая суббота. Как закрыть табель, если программа считает день выходным?',
        en: 'Hello. Today is a working Saturday. How do I close the timesheet if the program takes it for a day off?',
      },
    },
    {
      at: '02-20 11:25',
      agent: 'olga',
      solves: {
        ru: 'Обновите производственный календарь 2027 года: Справочники → Календари → Загрузить. После этого суббота станет рабочей, на час короче.',
        en: 'Update the calendar of 2027: Lists → Calendars → Load. Saturday then becomes a working day, an hour shorter.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'larisa again',
      who: 'larisa',
      by: 'mail',
      kind: 'consultation',
      at: '02-24 11:36',
      subject: { ru: 'Совместители', en: 'Second jobs' },
      text: {
        ru: 'Это снова школа № 12. Подскажите, можно ли вести внутреннего совместителя одной карточкой или нужна вторая?',
        en: 'School No. 12 again. Can an employee with a second job here be kept on one card, or do I need another one?',
      },
    },
    {
      at: '02-24 12:50',
      agent: 'olga',
      solves: {
        ru: 'Карточка одна, в ней два назначения: кнопка «Добавить назначение», вид – «внутреннее совместительство».',
        en: 'One card with two appointments: the button “Add appointment”, kind “second job here”.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'maxim',
      who: 'maxim',
      by: 'portal',
      kind: 'consultation',
      at: '03-01 16:20',
      subject: { ru: 'Экспорт журнала операций', en: 'Export of the operations log' },
      text: {
        ru: 'Нужен журнал операций за 2026 год для проверки. Как выгрузить его целиком, а не по страницам?',
        en: 'I need the operations log of 2026 for an audit. How do I export it whole rather than page by page?',
      },
    },
    {
      at: '03-02 09:40',
      agent: 'igor',
      solves: {
        ru: 'Администрирование → Журнал → «Выгрузить период»: файл соберётся в фоне и придёт вам на почту.',
        en: 'Administration → Log → “Export period”: the file is made in the background and mailed to you.',
      },
    },
    {
      at: '03-02 13:05',
      writes: { ru: 'Всё получилось, спасибо.', en: 'Got it, thanks.' },
    },
  ),
];
