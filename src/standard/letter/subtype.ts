import type { CutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** What an error happens in, or what a consultation is about; `unclear` where a letter could be read either way. */
export const SUBTYPES = [
  'document',
  'directory',
  'report',
  'route',
  'system',
  'usage',
  'administration',
  'installUpdate',
  'unclear',
] as const;

export type Subtype = (typeof SUBTYPES)[number];

/** Which list of words speaks for which subtype. */
const LISTS: readonly (readonly [Exclude<Subtype, 'unclear'>, string])[] = [
  ['document', 'documentWords'],
  ['directory', 'directoryWords'],
  ['report', 'reportWords'],
  ['route', 'routeWords'],
  ['system', 'systemWords'],
  ['administration', 'administrationWords'],
];

/** Only what speaks for one thing is surely of it: a report on documents may err in either. */
export function subtypeOf(cut: CutText, words: WordLists): Subtype {
  const spoken = LISTS.filter(([, list]) => words(list).hits(cut).length > 0).map(([subtype]) => subtype);
  return spoken.length === 1 ? (spoken[0] ?? 'unclear') : 'unclear';
}
