import type { CutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { impolite } from './items/question.ts';

/** So many words tell something. */
const STORY_WORDS = 6;
const PLACES = [
  'documentWords',
  'directoryWords',
  'reportWords',
  'routeWords',
  'systemWords',
  'administrationWords',
  'documentSigns',
  'reportSigns',
  'routeSigns',
  'systemSigns',
  'entityPaths',
];

/** Whether a text says more than that somebody wants to be called, or to be helped. */
export function tellsStory(cut: CutText, words: WordLists): boolean {
  const tellsNothing = ['callMe', 'someoneWanted'].some((list) => words(list).hits(cut).length > 0);
  return !tellsNothing && impolite(cut, words) >= STORY_WORDS;
}

/** Whether it says so about our product. */
export function tellsOfPlace(cut: CutText, words: WordLists): boolean {
  return tellsStory(cut, words) && PLACES.some((list) => words(list).hits(cut).length > 0);
}
