import type { Act, Story } from '#demo/act.ts';
import type { CastId } from '#demo/cast.ts';

function solved(who: CastId, ticket: string, opened: string, solvedAt: string): readonly Act[] {
  return [
    {
      at: opened,
      who,
      ticket,
      does: 'mails',
      kind: 'consultation',
      subject: { ru: 'Не вижу нового сотрудника в списке', en: 'A new employee is not in the list' },
      text: {
        ru: 'Завели нового сотрудника, но в списке для подписи его нет. Где искать?',
        en: 'We added a new employee, but they are not in the list for signatures. Where do we look?',
      },
    },
    {
      at: solvedAt,
      who: 'olga',
      ticket,
      does: 'answers',
      text: {
        ru: 'В карточке сотрудника отметьте «Право подписи» и укажите дату начала.',
        en: 'Tick “May sign” in the employee’s card and give the starting date.',
      },
    },
    { at: `${solvedAt}:20`, who: 'olga', ticket, does: 'moves', to: 'resolved' },
  ];
}

export const thanks: Story = {
  number: 5,
  title: { ru: '«Спасибо!»', en: '“Thank you!”' },
  about: {
    ru: 'Благодарность с логотипом ничего не возвращает; «спасибо, но опять» – возвращает.',
    en: 'Thanks with a logo reopen nothing; “thank you, but again” does.',
  },
  acts: [
    ...solved('nina', 'thanks', '2027-02-24 10:15', '2027-02-25 11:00'),
    ...solved('oleg', 'thanks, but', '2027-02-24 10:35', '2027-02-25 11:20'),
    {
      at: '2027-02-25 12:10',
      who: 'nina',
      ticket: 'thanks',
      does: 'mails',
      text: { ru: 'Спасибо!', en: 'Thank you!' },
      files: [{ name: 'image001.png', mimeType: 'image/png', bytes: 4_200 }],
    },
    {
      at: '2027-02-26 10:05',
      who: 'oleg',
      ticket: 'thanks, but',
      does: 'mails',
      text: {
        ru: 'Спасибо, но опять ошибка: после сохранения отметка пропадает.',
        en: 'Thank you, but there is an error again: the tick is gone after saving.',
      },
    },
    {
      at: '2027-02-26 16:40',
      who: 'olga',
      ticket: 'thanks, but',
      does: 'answers',
      text: {
        ru: 'Отметка пропадала из-за пустой даты начала. Укажите дату и сохраните ещё раз.',
        en: 'The tick was lost because the starting date was empty. Give the date and save again.',
      },
    },
    { at: '2027-02-26 16:40:30', who: 'olga', ticket: 'thanks, but', does: 'moves', to: 'resolved' },
  ],
};
