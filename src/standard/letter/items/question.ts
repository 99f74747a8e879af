import { wordsOutside } from '#core/policy/text/word-lists.ts';
import { MISSING, present, type Recogniser, unsure } from '#standard/letter/request-letter.ts';

/** So many words that are not mere politeness can say what somebody wants. */
const TELLING_WORDS = 4;

/** What the customer wants to know: a question, or words enough to hold one. Files alone may hold it. */
export const question: Recogniser = ({ own, cut, files, words }) => {
  const polite = ['greetings', 'pleasantries', 'thanks'].flatMap((list) => words(list).hits(own));
  const said = wordsOutside(own, polite);
  if (said >= TELLING_WORDS || /\p{L}[^\n]*\?/u.test(cut.text)) return present([]);
  if (said > 0 || files.length > 0 || cut.words.length >= TELLING_WORDS) return unsure([]);
  return MISSING;
};
