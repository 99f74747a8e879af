import type { CutText, WordLists } from '#core/policy/text/word-lists.ts';
import { impolite } from './items/question.ts';

/** So many words about a document or a report, which ask for nothing, tell what happens with it. */
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

/** Whether a text tells something of our product: more than that somebody wants to be called. */
export function tellsOfPlace(cut: CutText, words: WordLists): boolean {
  return (
    impolite(cut, words) >= STORY_WORDS &&
    PLACES.some((list) => words(list).hits(cut).length > 0) &&
    words('callMe').hits(cut).length === 0
  );
}
