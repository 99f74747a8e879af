import type { Story } from '#demo/act.ts';

export const twoMinutesToMidnight: Story = {
  number: 2,
  title: { ru: '23:58', en: '23:58' },
  about: {
    ru: 'Двойник первой: ответ ушёл за две минуты до конца срока, а Jira показала его уже после полуночи.',
    en: "The first one's twin: the answer left two minutes before the end, and Jira showed it after midnight.",
  },
  acts: [
    {
      at: '2027-02-16 14:21',
      who: 'denis',
      ticket: 'twin',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Не сохраняется акт выполненных работ', en: 'An act of acceptance cannot be saved' },
      text: {
        ru: 'Добрый день. Заполняю акт выполненных работ, нажимаю «Записать» – выходит ошибка, и акт не сохраняется. Снимок – следующим письмом.',
        en: 'Good afternoon. I fill in an act of acceptance, I press “Save”, and an error comes up instead. A picture of the screen comes in the next mail.',
      },
      files: [{ name: 'akt.png', mimeType: 'image/png', bytes: 131_000 }],
      filesLaterSeconds: 40,
    },
    {
      at: '2027-02-24 23:58',
      who: 'denis',
      ticket: 'twin',
      does: 'mails',
      text: {
        ru: 'Навигатор: Бухгалтерия → Акты выполненных работ, акт № 31 от 15.02.2027. Извините, что поздно: сдавали отчётность.',
        en: 'Navigator: Accounting → Acts of acceptance, act No. 31 of 15.02.2027. Sorry for the hour: we were busy with the reports.',
      },
      delaySeconds: 480,
    },
    {
      at: '2027-02-26 15:10',
      who: 'igor',
      ticket: 'twin',
      does: 'answers',
      text: {
        ru: 'Акту мешала незакрытая смета за январь. Закрыли её, акт 31 теперь сохраняется.',
        en: 'The open estimate of January was in the way. It is closed now, and act 31 can be saved.',
      },
    },
    { at: '2027-02-26 15:10:20', who: 'igor', ticket: 'twin', does: 'moves', to: 'resolved' },
  ],
};
