import type { Act, Story } from '#demo/act.ts';
import type { CastId } from '#demo/cast.ts';

function consultation(
  who: CastId,
  ticket: string,
  at: string,
  subject: Act & { does: 'mails' },
): readonly Act[] {
  return [
    { ...subject, at, who, ticket },
    {
      at: '2027-02-19 17:29',
      who: 'igor',
      ticket,
      does: 'answers',
      text: {
        ru: 'Добрый день! Откройте «Отчёты → Настройка» и отметьте «Переносить строки»: отчёт поместится на страницу.',
        en: 'Good afternoon! Open “Reports → Setup” and tick “Wrap lines”: the report will fit the page.',
      },
    },
    { at: '2027-02-19 17:30', who: 'igor', ticket, does: 'moves', to: 'resolved' },
  ];
}

const QUESTION: Act & { does: 'mails' } = {
  at: '',
  who: 'elena',
  ticket: '',
  does: 'mails',
  kind: 'consultation',
  subject: { ru: 'Отчёт не помещается на страницу', en: 'The report does not fit the page' },
  text: {
    ru: 'Подскажите, как сделать, чтобы ведомость печаталась на одной странице?',
    en: 'How can I print the sheet on a single page?',
  },
};

export const twoNeighbours: Story = {
  number: 4,
  title: { ru: 'Два соседа', en: 'Two neighbours' },
  about: {
    ru: 'Решения получены в одну минуту. Одна ответила в последний час срока, другая – наутро, и ей – одно новое обращение.',
    en: 'Solved in the same minute. One replied in the last hour, the other next morning: she gets one new request.',
  },
  acts: [
    ...consultation('elena', 'neighbour A', '2027-02-18 10:10', QUESTION),
    ...consultation('svetlana', 'neighbour B', '2027-02-18 10:40', {
      ...QUESTION,
      subject: { ru: 'Как печатать ведомость на одном листе', en: 'How to print the sheet on one page' },
    }),
    {
      at: '2027-02-24 23:40',
      who: 'elena',
      ticket: 'neighbour A',
      does: 'mails',
      text: {
        ru: 'Добрый вечер. Отметила, но последние графы по-прежнему уходят на второй лист.',
        en: 'Good evening. I ticked it, but the last columns still go to a second sheet.',
      },
    },
    {
      at: '2027-02-25 09:10',
      who: 'svetlana',
      ticket: 'neighbour B',
      does: 'mails',
      text: {
        ru: 'Доброе утро! Не получилось: графы всё равно уходят на второй лист.',
        en: 'Good morning! It did not help: the columns still go to a second sheet.',
      },
    },
    {
      at: '2027-02-25 09:14',
      who: 'svetlana',
      ticket: 'neighbour B',
      does: 'mails',
      text: { ru: 'Прикладываю, как это выглядит.', en: 'I attach what it looks like.' },
      files: [{ name: 'ведомость.png', mimeType: 'image/png', bytes: 182_000 }],
    },
    {
      at: '2027-02-25 11:30',
      who: 'igor',
      ticket: 'neighbour A',
      does: 'answers',
      text: {
        ru: 'Уменьшите поля до 5 мм на вкладке «Страница»: графы поместятся.',
        en: 'Set the margins to 5 mm on the “Page” tab: the columns will fit.',
      },
    },
    { at: '2027-02-25 11:30:30', who: 'igor', ticket: 'neighbour A', does: 'moves', to: 'resolved' },
  ],
};
