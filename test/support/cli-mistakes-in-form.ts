import type { Mistake } from './cli-mistakes.ts';

const POLICY = 'clarification.policy.json';

const PLAIN_JSON = {
  ru: 'нужен обычный JSON: без комментариев и лишних запятых, ключи и тексты в двойных кавычках',
  en: 'plain JSON is wanted here: no comments, no trailing commas, keys and texts in double quotes',
};

const didYouMean = (word: string) => ({
  hint: { ru: `может быть, «${word}»?`, en: `did you mean "${word}"?` },
  fix: word,
});

/** Files that are not written as they must be. */
export const MISTAKES_IN_FORM: readonly Mistake[] = [
  {
    code: 'RGL1001',
    file: POLICY,
    from: '"policy": "clarification"',
    to: '"policy": ⟦clarification⟧',
    ru: 'не JSON: слово, которое ничего не значит',
    en: 'not JSON: a word that is no value',
    hint: PLAIN_JSON,
  },
  {
    code: 'RGL1001',
    file: POLICY,
    from: '"remindAfter": "3 business days"',
    to: '"remindAfter": "3 business days" ⟦// changed in June⟧',
    ru: 'не JSON: комментарий',
    en: 'not JSON: a comment',
    hint: PLAIN_JSON,
  },
  {
    code: 'RGL1002',
    file: POLICY,
    from: '"policy": "clarification",',
    to: '"policy": "clarification", ⟦"policy"⟧: "clarification",',
    ru: 'ключ «policy» указан в одном объекте дважды',
    en: 'the key "policy" is given twice in one object',
    hint: {
      ru: 'действовал бы только последний: оставьте один',
      en: 'only the last one would count: keep one of them',
    },
  },
  {
    code: 'RGL1003',
    file: POLICY,
    from: '"on": ["timePassed"],',
    to: '"on": ["timePassed"], ⟦"efects"⟧: [],',
    ru: 'ключа «efects» здесь нет',
    en: '"efects" is not known here',
    ...didYouMean('effects'),
  },
  {
    code: 'RGL1004',
    file: POLICY,
    from: '"from": { "moment": "unaskedWait" }',
    to: '"from": ⟦{ }⟧',
    ru: 'здесь не хватает «moment»',
    en: '"moment" is missing here',
  },
  {
    code: 'RGL1004',
    file: POLICY,
    from: '{ "fact": "deadline", "params": { "name": "reminder" }, "operator": "hasPassed", "value": true }',
    to: '⟦{ "fact": "deadline", "operator": "hasPassed", "value": true }⟧',
    ru: 'здесь не хватает "params": факту «deadline» нужно знать, о чём речь',
    en: '"params" is missing: the fact "deadline" needs to know which',
  },
  {
    code: 'RGL1005',
    file: POLICY,
    from: '"remindAfter": "3 business days"',
    to: '"remindAfter": ⟦null⟧',
    ru: 'здесь нужно: текст в двойных кавычках или число или true или false или список [ … ]',
    en: 'this must be a text in double quotes or a number or true or false or a list [ … ]',
  },
  {
    code: 'RGL1006',
    file: POLICY,
    from: '"on": ["timePassed"]',
    to: '"on": [⟦"timepased"⟧]',
    ru: '«timepased» здесь не подходит',
    en: '"timepased" is not allowed here',
    ...didYouMean('timePassed'),
  },
  {
    code: 'RGL1007',
    file: POLICY,
    from: '"id": "remind-before-closing"',
    to: '"id": ⟦"Remind before closing"⟧',
    ru: 'записано неверно',
    en: 'this has the wrong form',
    hint: {
      ru: 'строчные латинские буквы, цифры и дефисы, например "late-return"',
      en: 'small Latin letters, digits and hyphens, for instance "late-return"',
    },
  },
  {
    code: 'RGL1007',
    file: POLICY,
    from: '"clauses": ["4.3-b", "4.3-d"]',
    to: '"clauses": ⟦[]⟧',
    ru: 'здесь пусто',
    en: 'this is empty',
    hint: { ru: 'хотя бы один номер пункта', en: 'at least one clause id' },
  },
  {
    code: 'RGL1007',
    file: POLICY,
    from: '"on": ["timePassed"],',
    to: '"on": ["timePassed"], "priority": ⟦0⟧,',
    ru: 'число должно быть не меньше 1',
    en: 'this must be at least 1',
  },
  {
    code: 'RGL1007',
    file: 'calendars/ru.calendar.json',
    from: '"womensDay": ["03-08"]',
    to: '"womensDay": [⟦"02-30"⟧]',
    ru: 'в 2013 году нет дня 02-30',
    en: '2013 has no 02-30',
  },
];
