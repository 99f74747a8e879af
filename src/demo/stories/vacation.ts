import type { Story } from '#demo/act.ts';

export const vacation: Story = {
  number: 7,
  title: { ru: 'Отпуск', en: 'Vacation' },
  about: {
    ru: 'Автоответ – не ответ, но пока человек в отпуске, обращение не закроют. Отвечает коллега – и работа идёт дальше.',
    en: 'An auto-reply is no answer, but nobody on leave loses their request. A colleague answers, and work goes on.',
  },
  acts: [
    {
      at: '2027-02-18 11:20',
      who: 'tamara',
      ticket: 'vacation',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Документ застрял на согласовании', en: 'A document is stuck in approval' },
      text: {
        ru: 'Заявка 58 не уходит дальше по маршруту согласования.',
        en: 'Request 58 does not go on along its approval route.',
      },
    },
    {
      at: '2027-02-18 12:00',
      who: 'olga',
      ticket: 'vacation',
      does: 'answers',
      text: {
        ru: 'Добрый день! Пришлите, пожалуйста, архив журнала ошибок с вашего рабочего места.',
        en: 'Good afternoon! Please send the archive of the error log from your computer.',
      },
    },
    { at: '2027-02-18 12:00:30', who: 'olga', ticket: 'vacation', does: 'moves', to: 'waiting' },
    {
      at: '2027-02-18 12:02',
      who: 'tamara',
      ticket: 'vacation',
      does: 'mails',
      text: {
        ru: 'Автоматический ответ: я в отпуске до 9 марта. По срочным вопросам обращайтесь к Кириллу Ершову.',
        en: 'Automatic reply: I am on vacation until 9 March. For urgent matters please contact Kirill Ershov.',
      },
    },
    {
      at: '2027-02-26 15:40',
      who: 'kirill',
      ticket: 'vacation',
      does: 'mails',
      text: {
        ru: 'Отвечаю за Тамару Львовну: журнал с её компьютера во вложении.',
        en: 'I answer for Tamara: the log from her computer is attached.',
      },
      files: [{ name: 'errors-58.zip', mimeType: 'application/zip', bytes: 96_000 }],
    },
  ],
};
