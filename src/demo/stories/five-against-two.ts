import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Act, SentFile, Story } from '#demo/act.ts';
import type { CastId } from '#demo/cast.ts';

interface Request {
  readonly who: CastId;
  readonly ticket: string;
  readonly kind: 'error' | 'changeRequest';
  readonly subject: Bilingual;
  readonly text: Bilingual;
  readonly files?: readonly SentFile[];
  readonly solution: Bilingual;
  readonly reply: Bilingual;
}

function solvedAndAnswered(request: Request, minute: string): readonly Act[] {
  const { who, ticket, kind, subject, text, files = [], solution, reply } = request;
  return [
    { at: `2027-02-19 12:${minute}`, who, ticket, does: 'mails', kind, subject, text, files },
    { at: `2027-02-24 16:${minute}`, who: 'igor', ticket, does: 'answers', text: solution },
    { at: `2027-02-24 16:${minute}:30`, who: 'igor', ticket, does: 'moves', to: 'resolved' },
    { at: `2027-03-02 11:${minute}`, who, ticket, does: 'mails', text: reply },
  ];
}

export const fiveAgainstTwo: Story = {
  number: 6,
  title: { ru: 'Пять против двух', en: 'Five against two' },
  about: {
    ru: 'Доработка и ошибка закрыты в один день, ответы пришли в один день: первую ещё можно вернуть, вторую – уже нет.',
    en: 'A change request and an error, closed on one day, answered on one day: the first returns, the second is late.',
  },
  acts: [
    ...solvedAndAnswered(
      {
        who: 'vera',
        ticket: 'change',
        kind: 'changeRequest',
        subject: {
          ru: 'Добавить колонку «Основание» в реестр',
          en: 'Add the column “Reason” to the register',
        },
        text: {
          ru: 'Навигатор: Договоры → Реестр договоров. Просим добавить в реестр колонку «Основание» – с номером и датой договора. Хорошо бы до конца месяца.',
          en: 'Navigator: Contracts → Register of contracts. Please add the column “Reason” to the register, with the number and date of the contract. By the end of the month would be good.',
        },
        solution: {
          ru: 'Колонка «Основание» добавлена в 5.11.3, включается в настройке реестра.',
          en: 'The column “Reason” came with 5.11.3; switch it on in the setup of the register.',
        },
        reply: {
          ru: 'Колонка есть, но дата договора в ней не выводится.',
          en: 'The column is there, but it does not show the date of the contract.',
        },
      },
      '05',
    ),
    ...solvedAndAnswered(
      {
        who: 'pavel',
        ticket: 'error',
        kind: 'error',
        subject: { ru: 'Реестр не выгружается в Excel', en: 'The register cannot be exported to Excel' },
        text: {
          ru: 'Навигатор: Склад → Реестр накладных. Выбираю период с 01.01.2027 по 31.01.2027, нажимаю «Выгрузить в Excel» – файл пустой, ни одной строки. Снимок во вложении.',
          en: 'Navigator: Stores → Register of invoices. I choose the period from 01.01.2027 to 31.01.2027, I press “Export to Excel”, and the file is empty, not a single line. Screenshot attached.',
        },
        files: [{ name: 'reestr.png', mimeType: 'image/png', bytes: 98_000 }],
        solution: {
          ru: 'Исправлено в 5.11.3: обновитесь, выгрузка заработает.',
          en: 'Fixed in 5.11.3: update, and the export will work.',
        },
        reply: {
          ru: 'Обновились, файл по-прежнему пустой.',
          en: 'We have updated, and the file is still empty.',
        },
      },
      '15',
    ),
  ],
};
