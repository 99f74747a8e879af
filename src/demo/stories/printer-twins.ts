import type { Story } from '#demo/act.ts';

export const printerTwins: Story = {
  number: 9,
  title: { ru: 'Два принтера', en: 'Printer twins' },
  about: {
    ru: '«Не печатает принтер» – не к нам: метка и черновик ответа для сотрудника. «Печатает не ту форму» – наша ошибка, и не хватает одного.',
    en: '“The printer does not print” is not ours: a label, and a draft for the agent. “Prints the wrong form” is our error, and one thing is missing.',
  },
  acts: [
    {
      at: '2027-03-03 09:20',
      who: 'roman',
      ticket: 'printer',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Не печатает принтер', en: 'The printer does not print' },
      text: {
        ru: 'Здравствуйте! С утра не печатает принтер в кабинете завуча: мигает красным и молчит. Перезагружали дважды. Что делать?',
        en: 'Hello! Since this morning the printer in the deputy head’s room does not print: it blinks red and does nothing. We restarted it twice. What should we do?',
      },
    },
    {
      at: '2027-03-03 10:10',
      who: 'tatyana',
      ticket: 'wrong form',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Печатает не ту форму', en: 'Prints the wrong form' },
      text: {
        ru: 'Добрый день. Открываю накладную № 57 от 02.03.2027, нажимаю «Печать» – принтер печатает не ту форму: старую, без графы «Сорт». Снимок приложила.',
        en: 'Good morning. I open invoice No. 57 of 02.03.2027, I press “Print”, and out comes the wrong form: the old one, without the column “Grade”. Picture attached.',
      },
      files: [{ name: 'nakladnaya-57.jpg', mimeType: 'image/jpeg', bytes: 240_000 }],
    },
    {
      at: '2027-03-04 09:40',
      who: 'tatyana',
      ticket: 'wrong form',
      does: 'mails',
      text: {
        ru: 'Склад → Накладные на продукты. Спасибо, что подсказали, где это взять!',
        en: 'Stores → Food invoices. Thank you for telling me where to find it!',
      },
    },
    {
      at: '2027-03-04 11:20',
      who: 'olga',
      ticket: 'wrong form',
      does: 'answers',
      text: {
        ru: 'К «Накладным на продукты» была привязана прошлогодняя форма. Заменили, печатайте.',
        en: 'Food invoices still had the form of last year. It is replaced, please print.',
      },
    },
    { at: '2027-03-04 11:20:20', who: 'olga', ticket: 'wrong form', does: 'moves', to: 'resolved' },
  ],
};
