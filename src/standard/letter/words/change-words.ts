import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read what is wished for, and by when. */
export const changeWords: readonly WordListDefinition[] = [
  { id: 'desiredDates', about: { ru: 'слова о сроке', en: 'words of a date that is wished for' } },
  {
    id: 'datedPeriods',
    about: { ru: 'сроки: кварталы, недели, числа', en: 'dates: quarters, weeks, days of a month' },
  },
  { id: 'vagueDates', about: { ru: 'сроки, которые ничего не называют', en: 'dates that name nothing' } },
];
