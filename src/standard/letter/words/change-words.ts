import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read what is wished for, and by when. */
export const changeWords: readonly WordListDefinition[] = [
  {
    id: 'dateWishes',
    about: {
      ru: 'слова, с которыми срок – пожелание: желательно, просим, успеть, дедлайн',
      en: 'words that make a date a wish: ideally, please, in time, deadline',
    },
  },
  {
    id: 'needWords',
    about: {
      ru: 'слова нужды: со словом «до» или «к» срок – пожелание, с «в апреле» – возможно',
      en: 'words of need: with "by" the date is a wish, with "in April" perhaps',
    },
  },
  {
    id: 'ownDuties',
    about: {
      ru: 'дела самого клиента, у которых свой срок: сдать, оплатить, отчитаться',
      en: "the customer's own duties, which have dates of their own: submit, pay, report",
    },
  },
  {
    id: 'bygoneWords',
    about: {
      ru: 'слова о прошлом и повторяющемся: рядом с ними дата – не пожелание',
      en: 'words of the past and of what recurs: a date beside them is no wish',
    },
  },
  {
    id: 'datedThings',
    about: {
      ru: 'то, у чего есть даты: «остатки до 15 марта»',
      en: 'things that have dates: "balances before 15 March"',
    },
  },
  {
    id: 'otherTerms',
    about: {
      ru: 'сроки другого: срок действия договора, срок оплаты',
      en: 'terms of other things: the payment deadline, the term of the contract',
    },
  },
  { id: 'vagueDates', about: { ru: 'сроки, которые ничего не называют', en: 'dates that name nothing' } },
  {
    id: 'looseDates',
    about: {
      ru: 'сроки, о которых можно спорить: «к новому учебному году»',
      en: 'dates that people would argue about: "before the school year"',
    },
  },
  {
    id: 'hollowWishes',
    about: {
      ru: 'слова просьбы, которые не говорят, что изменить: «прошу доработать программу»',
      en: 'words of a wish that do not tell what to change: "please improve the program"',
    },
  },
  {
    id: 'backToOldWords',
    about: {
      ru: 'просьбы вернуть прежнее, не сказав что: «сделайте как раньше»',
      en: 'wishes for what was, without saying what: "make it as before"',
    },
  },
];
