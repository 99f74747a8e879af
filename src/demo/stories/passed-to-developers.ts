import type { Story } from '#demo/act.ts';

/** The label for which the demo's Jira parks a request on any public comment, as its preset does. */
export const PARKING_LABEL = 'developers';

export const passedToDevelopers: Story = {
  number: 3,
  title: { ru: '«Передали разработчикам»', en: '“Passed to the developers”' },
  about: {
    ru: 'Автоматика Jira приняла сообщение за вопрос и ждёт клиента. Ничего не спросили – ничего не закроется.',
    en: 'Jira took a statement for a question and waits for the customer. Nothing was asked, nothing is closed.',
  },
  acts: [
    {
      at: '2027-02-17 11:00',
      who: 'irina',
      ticket: 'passed',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Итоги в отчёте удвоились', en: 'Totals in the report are doubled' },
      text: {
        ru: 'Здравствуйте. Навигатор: Отчёты → Исполнение бюджета. Выбираю период – январь 2027, учреждение 0271, формирую – все итоги удвоены: вместо 1 204 500,00 стоит 2 409 000,00. Снимок приложила.',
        en: 'Hello. Navigator: Reports → Budget execution. I choose the period, January 2027, and institution 0271, I run it, and all totals are doubled: 2,409,000.00 instead of 1,204,500.00. Screenshot attached.',
      },
      files: [{ name: 'itogi.png', mimeType: 'image/png', bytes: 176_000 }],
    },
    { at: '2027-02-17 15:25', who: 'olga', ticket: 'passed', does: 'moves', to: 'inProgress' },
    { at: '2027-02-17 15:26', who: 'olga', ticket: 'passed', does: 'labels', labels: [PARKING_LABEL] },
    {
      at: '2027-02-17 15:30',
      who: 'olga',
      ticket: 'passed',
      does: 'answers',
      text: {
        ru: 'Передали разработчикам, исправим в 5.12.',
        en: 'We have passed it to the developers; it will be fixed in 5.12.',
      },
    },
  ],
};
