import { type CutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { MISSING, present, type Recogniser, unsure } from '#standard/letter/request-letter.ts';

/** So many words that are not mere politeness can say what somebody wants. */
const TELLING_WORDS = 4;

/** So many with the subject, which may hold all of it: «Как удалить документ». */
const HINTING_WORDS = 2;

/** What the customer wants to know: a question, or words enough to hold one. Files alone may hold it. */
export const question: Recogniser = ({ own, cut, files, words }) => {
  const said = impolite(own, words);
  if (said >= TELLING_WORDS || /\p{L}[^\n]*\?/u.test(cut.text)) return present([]);
  const hinted = said > 0 || files.length > 0 || impolite(cut, words) >= HINTING_WORDS;
  return hinted ? unsure([]) : MISSING;
};

/** How many words say more than that somebody is polite. */
export function impolite(cut: CutText, words: WordLists): number {
  const polite = ['greetings', 'pleasantries', 'thanks'].flatMap((list) => words(list).hits(cut));
  return wordsOutside(cut, polite);
}
