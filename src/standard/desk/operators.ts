import type { FactValue, OperatorDefinition } from '#core/policy/language/vocabulary.ts';

/** json-rules-engine's own operators, and what deadlines need. */
export const operators: readonly OperatorDefinition[] = [
  {
    id: 'equal',
    about: { ru: 'равно', en: 'equals' },
    compares: ['text', 'number', 'yesNo', 'oneOf', 'any'],
    with: 'sameKind',
    holds: (seen, value) => seen === value,
  },
  {
    id: 'notEqual',
    about: { ru: 'не равно', en: 'does not equal' },
    compares: ['text', 'number', 'yesNo', 'oneOf', 'any'],
    with: 'sameKind',
    holds: (seen, value) => seen !== value,
  },
  {
    id: 'in',
    about: { ru: 'одно из', en: 'is one of' },
    compares: ['text', 'number', 'oneOf', 'any'],
    with: 'listOfSameKind',
    holds: (seen, value) => Array.isArray(value) && value.includes(seen),
  },
  {
    id: 'notIn',
    about: { ru: 'ни одно из', en: 'is none of' },
    compares: ['text', 'number', 'oneOf', 'any'],
    with: 'listOfSameKind',
    holds: (seen, value) => Array.isArray(value) && !value.includes(seen),
  },
  {
    id: 'greaterThan',
    about: { ru: 'больше', en: 'is greater than' },
    compares: ['number'],
    with: 'number',
    holds: (seen, value) => isNumber(seen) && isNumber(value) && seen > value,
  },
  {
    id: 'greaterThanInclusive',
    about: { ru: 'не меньше', en: 'is at least' },
    compares: ['number'],
    with: 'number',
    holds: (seen, value) => isNumber(seen) && isNumber(value) && seen >= value,
  },
  {
    id: 'lessThan',
    about: { ru: 'меньше', en: 'is less than' },
    compares: ['number'],
    with: 'number',
    holds: (seen, value) => isNumber(seen) && isNumber(value) && seen < value,
  },
  {
    id: 'lessThanInclusive',
    about: { ru: 'не больше', en: 'is at most' },
    compares: ['number'],
    with: 'number',
    holds: (seen, value) => isNumber(seen) && isNumber(value) && seen <= value,
  },
  {
    id: 'contains',
    about: { ru: 'содержит', en: 'contains' },
    compares: ['texts'],
    with: 'text',
    holds: (seen, value) => Array.isArray(seen) && seen.includes(value),
  },
  {
    id: 'doesNotContain',
    about: { ru: 'не содержит', en: 'does not contain' },
    compares: ['texts'],
    with: 'text',
    holds: (seen, value) => Array.isArray(seen) && !seen.includes(value),
  },
  {
    id: 'isEmpty',
    about: { ru: 'список пуст (да) или нет', en: 'the list is empty (true) or not' },
    compares: ['texts'],
    with: 'yesNo',
    holds: (seen, value) => Array.isArray(seen) && (seen.length === 0) === value,
  },
  {
    id: 'hasPassed',
    about: {
      ru: 'срок прошёл (да) или ещё идёт (нет); без срока и без календаря – ни то, ни другое',
      en: 'the deadline has passed (true) or still runs (false); without one, or without a calendar, neither',
    },
    compares: ['deadline'],
    with: 'yesNo',
    holds: (seen, value) => stateOf(seen) === (value === true ? 'passed' : 'running'),
  },
  {
    id: 'isUnknown',
    about: {
      ru: 'конец срока посчитать нельзя: нет календаря на год',
      en: "the deadline's end cannot be counted: the calendar of a year is missing",
    },
    compares: ['deadline'],
    with: 'yesNo',
    holds: (seen, value) => hasMissingYear(seen) === value,
  },
];

function isNumber(value: FactValue): value is number {
  return typeof value === 'number';
}

function stateOf(seen: FactValue): FactValue | undefined {
  return isRecord(seen) ? seen.state : undefined;
}

function hasMissingYear(seen: FactValue): boolean {
  return isRecord(seen) && 'missingYear' in seen;
}

function isRecord(value: FactValue): value is { readonly [key: string]: FactValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
