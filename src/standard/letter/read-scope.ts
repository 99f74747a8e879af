import type { CutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { textsOf } from './request-letter.ts';

/** What the desk does not do (2.4), with the list of words that tell of it. */
const TOPICS = [
  ['workstation', 'workstationTroubles'],
  ['internet', 'internetTroubles'],
  ['closedNetwork', 'closedNetworkTroubles'],
  ['thirdParty', 'thirdPartyTroubles'],
] as const;

/** Words of our product, and of whatever people do in it. */
const SIGNS_OF_OURS = [
  'ourProduct',
  'documentWords',
  'directoryWords',
  'reportWords',
  'routeWords',
  'administrationWords',
  'stepWords',
];

export type ScopeTopic = (typeof TOPICS)[number][0];

export interface ScopeReading {
  readonly topic: ScopeTopic | 'none' | 'unsure';
  readonly evidence: readonly string[];
}

/**
 * Whether a letter is about something that the desk does not do.
 *
 * A mention is not a cause: «выгрузка в Excel пустая» is our error, «Excel не запускается» is not. Surely out of scope
 * is only a trouble of one foreign thing, told without a sign of our product and without a word that clears the thing.
 */
export function readScope(cut: CutText, words: WordLists): ScopeReading {
  const told = TOPICS.map(([topic, list]) => ({ topic, evidence: textsOf(words(list).hits(cut)) })).filter(
    ({ evidence }) => evidence.length > 0,
  );
  const [first] = told;
  if (first === undefined) return { topic: 'none', evidence: [] };
  const evidence = told.flatMap((one) => one.evidence);
  const cleared = words('scopeClearings').hits(cut).length > 0;
  const ours = SIGNS_OF_OURS.some((list) => words(list).hits(cut).length > 0);
  return told.length > 1 || ours || cleared
    ? { topic: 'unsure', evidence }
    : { topic: first.topic, evidence };
}
