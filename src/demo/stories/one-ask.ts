import type { Story } from '#demo/act.ts';

export const oneAsk: Story = {
  number: 1,
  title: { ru: 'Один запрос, полный счёт', en: 'One ask, a full count' },
  about: {
    ru: 'В письме нет двух нужных вещей: просим о них один раз. Клиент молчит: напоминание с датой, потом закрытие – и каждый день посчитан.',
    en: 'The letter lacks two things: they are asked for once. The customer is silent: a dated reminder, then the closing, and every day is counted.',
  },
  acts: [
    {
      at: '2027-02-16 14:20',
      who: 'marina',
      ticket: 'silent',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Не проводится платёжное поручение', en: 'A payment order cannot be posted' },
      text: {
        ru: 'Здравствуйте! Ввожу платёжное поручение, нажимаю «Провести», а программа выдаёт ошибку. Второй день не можем заплатить за свет. Снимок пришлю следом.',
        en: 'Hello! I enter a payment order, I press “Post”, and the program shows an error. For two days we have not been able to pay for electricity. A picture of the screen will follow.',
      },
      files: [{ name: 'oshibka.png', mimeType: 'image/png', bytes: 148_000 }],
      filesLaterSeconds: 40,
    },
  ],
};
