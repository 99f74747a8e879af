import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '#core/calendar/bilingual.ts';

/** Words people write for ours; edit distance cannot find these. */
const ALIASES: Readonly<Record<string, string>> = {
  equals: 'equal',
  eq: 'equal',
  is: 'equal',
  '=': 'equal',
  '==': 'equal',
  '===': 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  isNot: 'notEqual',
  not: 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  atLeast: 'greaterThanInclusive',
  moreThan: 'greaterThan',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  atMost: 'lessThanInclusive',
  oneOf: 'in',
  anyOf: 'in',
  noneOf: 'notIn',
  passed: 'hasPassed',
  expired: 'hasPassed',
  comment: 'reply',
  publicComment: 'reply',
  internalComment: 'note',
  status: 'ticketState',
  issueType: 'kind',
  close: 'transition',
  commented: 'replied',
  resolved: 'closed',
  pending: 'waitingForCustomer',
  dryRun: 'observe',
  audit: 'observe',
  on: 'enforce',
  warn: 'suggest',
};

/** Below this length every word is near to every other. */
const SHORTEST_WORD = 3;

/** The known word that was surely meant, if one was: an alias, or the nearest by edit distance. */
export function nearMiss(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const alias = ALIASES[word];
  if (alias !== undefined && words.includes(alias)) return alias;
  if (word.length < SHORTEST_WORD) return undefined;
  const folded = word.toLowerCase();
  const nearest = words
    .map((candidate) => ({ candidate, edits: distance(folded, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  if (nearest === undefined) return undefined;
  return nearest.edits <= Math.max(2, Math.floor(word.length / 3)) ? nearest.candidate : undefined;
}

/** Hint and fix for an unknown word. */
export function didYouMean(word: string, known: Iterable<string>): { hint: Bilingual; fix?: string } {
  const words = [...known];
  const fix = nearMiss(word, words);
  if (fix !== undefined) return { hint: { ru: `может быть, «${fix}»?`, en: `did you mean "${fix}"?` }, fix };
  if (words.length === 0) return { hint: { ru: 'здесь ничего не определено', en: 'none is defined here' } };
  const list = words.sort().join(', ');
  return { hint: { ru: `известны: ${list}`, en: `known are: ${list}` } };
}
