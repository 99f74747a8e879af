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
      at: '2027-02-16 13:54',
      who: 'denis',
      ticket: 'twin',
      does: 'mails',
      kind: 'error',
      subject: { ru: 'Ошибка при закрытии месяца', en: 'An error when closing the month' },
      text: {
        ru: 'Добрый день. При закрытии месяца программа останавливается с ошибкой.',
        en: 'Good afternoon. When we close the month the program stops with an error.',
      },
    },
    {
      at: '2027-02-16 14:20',
      who: 'olga',
      ticket: 'twin',
      does: 'answers',
      text: {
        ru: 'Добрый день! Уточните, пожалуйста, за какой месяц и по какому учреждению.',
        en: 'Good afternoon! Could you tell us which month, and which institution?',
      },
    },
    { at: '2027-02-16 14:20:30', who: 'olga', ticket: 'twin', does: 'moves', to: 'waiting' },
    {
      at: '2027-02-25 00:06',
      who: 'denis',
      ticket: 'twin',
      does: 'mails',
      text: {
        ru: 'Январь, учреждение 0271. Извините, что поздно: собирали отчётность.',
        en: 'January, institution 0271. Sorry for the hour: we were busy with the reports.',
      },
    },
    {
      at: '2027-02-26 15:10',
      who: 'igor',
      ticket: 'twin',
      does: 'answers',
      text: {
        ru: 'Причина в незакрытом документе 114 от 29 января: проведите его, и месяц закроется.',
        en: 'The cause is the open document 114 of 29 January: post it, and the month will close.',
      },
    },
    { at: '2027-02-26 15:10:20', who: 'igor', ticket: 'twin', does: 'moves', to: 'resolved' },
  ],
};
