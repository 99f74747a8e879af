import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { FactType, FactValue, OperatorDefinition } from './vocabulary.ts';

/**
 * What is wrong with comparing a fact of this type, by this operator, with this value.
 *
 * The engine would compare anything with anything (`'0' lessThan 1`, a text `in` a text); nothing of the kind
 * may reach it.
 *
 * @returns `undefined` when the comparison makes sense
 */
export function comparisonMistake(
  fact: FactType,
  operator: OperatorDefinition,
  value: FactValue,
): Bilingual | undefined {
  if (fact.type !== 'any' && !operator.compares.includes(fact.type)) {
    const { ru, en } = TYPES_IN_WORDS[fact.type];
    return { ru: `«${operator.id}» не сравнивает ${ru}`, en: `"${operator.id}" does not compare ${en}` };
  }
  switch (operator.with) {
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : WANTED.yesNo;
    case 'number':
      return typeof value === 'number' ? undefined : WANTED.number;
    case 'text':
      if (typeof value !== 'string') return WANTED.text;
      return fact.type === 'texts' ? valueMistake(fact, value) : undefined;
    case 'sameKind':
      return valueMistake(fact, value);
    case 'listOfSameKind':
      if (!Array.isArray(value)) return WANTED.list;
      return value.map((element) => valueMistake(fact, element)).find((mistake) => mistake !== undefined);
  }
}

function valueMistake(fact: FactType, value: FactValue): Bilingual | undefined {
  switch (fact.type) {
    case 'text':
      return typeof value === 'string' ? undefined : WANTED.text;
    case 'number':
      return typeof value === 'number' ? undefined : WANTED.number;
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : WANTED.yesNo;
    case 'oneOf':
      return typeof value === 'string' && fact.values.includes(value)
        ? undefined
        : noneOf(value, fact.values);
    case 'texts':
      return fact.values === undefined || (typeof value === 'string' && fact.values.includes(value))
        ? undefined
        : noneOf(value, fact.values);
    case 'deadline':
    case 'any':
      return undefined;
  }
}

const WANTED = {
  yesNo: { ru: 'здесь нужно true или false', en: 'true or false is wanted here' },
  number: { ru: 'здесь нужно число', en: 'a number is wanted here' },
  text: { ru: 'здесь нужен текст', en: 'a text is wanted here' },
  list: { ru: 'здесь нужен список', en: 'a list is wanted here' },
} as const;

function noneOf(value: FactValue, values: readonly string[]): Bilingual {
  const list = values.join(', ');
  const word = JSON.stringify(value);
  return { ru: `${word} – не одно из: ${list}`, en: `${word} is none of: ${list}` };
}

const TYPES_IN_WORDS: Readonly<Record<FactType['type'], Bilingual>> = {
  text: { ru: 'текст', en: 'a text' },
  number: { ru: 'число', en: 'a number' },
  yesNo: { ru: 'да и нет', en: 'yes and no' },
  oneOf: { ru: 'одно из нескольких слов', en: 'one of a few words' },
  deadline: { ru: 'срок', en: 'a deadline' },
  texts: { ru: 'список текстов', en: 'a list of texts' },
  any: { ru: 'это', en: 'this' },
};
