import type { Story } from '#demo/act.ts';

export const silence: Story = {
  number: 1,
  title: { ru: 'Полный счёт', en: 'A full count' },
  about: {
    ru: 'Сотрудник спросил, клиент молчит: напоминание с датой, потом закрытие – и каждый день посчитан.',
    en: 'An agent asked, the customer is silent: a dated reminder, then the closing, and every day is counted.',
  },
  acts: [
    {
      at: '2027-02-16 13:52',
      who: 'marina',
      ticket: 'silent',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Не проводится документ', en: 'A document cannot be posted' },
      text: {
        ru: 'Здравствуйте! Документ не проводится, программа выдаёт ошибку. Что делать?',
        en: 'Hello! The document cannot be posted, the program shows an error. What should I do?',
      },
    },
    { at: '2027-02-16 14:19', who: 'olga', ticket: 'silent', does: 'moves', to: 'inProgress' },
    {
      at: '2027-02-16 14:20',
      who: 'olga',
      ticket: 'silent',
      does: 'answers',
      text: {
        ru: 'Добрый день! Пришлите, пожалуйста, номер документа и журнал ошибок (Сервис → Журнал ошибок → Сохранить).',
        en: 'Good afternoon! Please send the number of the document and the error log (Service → Error log → Save).',
      },
    },
    { at: '2027-02-16 14:20:30', who: 'olga', ticket: 'silent', does: 'moves', to: 'waiting' },
  ],
};
