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
      subject: { ru: 'Пропадают строки договора', en: 'Lines of a contract disappear' },
      text: {
        ru: 'Добрый день! Навигатор: Договоры → Договоры поставки, договор № 58 от 15.02.2027. Заполняю спецификацию, нажимаю «Записать», открываю снова – строк нет. Никаких сообщений. Снимок приложила.',
        en: 'Good morning! Navigator: Contracts → Supply contracts, contract No. 58 of 15.02.2027. I fill in the lines, I press “Save”, I open it again, and the lines are gone. No error is shown. Screenshot attached.',
      },
      files: [{ name: 'dogovor-58.png', mimeType: 'image/png', bytes: 122_000 }],
    },
    {
      at: '2027-02-18 16:10',
      who: 'olga',
      ticket: 'vacation',
      does: 'answers',
      text: {
        ru: 'Добрый день! У нас строки сохраняются. Пришлите, пожалуйста, архив журнала ошибок с вашего компьютера (Сервис → Журнал ошибок → Сохранить).',
        en: 'Good afternoon! Here the lines are saved. Please send the archive of the error log from your computer (Service → Error log → Save).',
      },
    },
    { at: '2027-02-18 16:10:30', who: 'olga', ticket: 'vacation', does: 'moves', to: 'waiting' },
    {
      at: '2027-02-18 16:12',
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
