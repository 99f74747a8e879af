import type { Story } from '#demo/act.ts';

/** The label for which the demo's Jira parks a request on any public comment, as its preset does. */
export const PARKING_LABEL = 'разработка';

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
      does: 'asksOnPortal',
      kind: 'error',
      subject: { ru: 'Итоги в отчёте удвоились', en: 'Totals in the report are doubled' },
      text: {
        ru: 'В отчёте об исполнении бюджета за январь все итоги удвоены.',
        en: 'In the budget report for January all totals are doubled.',
      },
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
