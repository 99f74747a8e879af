import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import { sentencesOf } from '#standard/letter/read-question.ts';
import {
  found,
  MISSING,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';

/** So many words that are neither polite nor hollow tell what should change: «увеличьте шрифт в навигаторе». */
const TELLING_WORDS = 2;

/** Whoever wants the old state back has to say more for us to know it. */
const TELLING_OF_THE_OLD = 12;

/** Words that tell nothing of a change. */
const HOLLOW = ['greetings', 'pleasantries', 'thanks', 'hollowWishes', 'vagueDates'];

/**
 * What should change (5.3.3-4a). «Сделайте как раньше», or a description that stands in a file alone, may be enough
 * for whoever knows the product; «прошу доработать программу» says nothing.
 */
export const changeDescription: Recogniser = (letter) => {
  const { own, cut, files } = letter;
  const sentences = sentencesOf(own.text).map((text) => ({ text, telling: telling(cutText(text), letter) }));
  const said = sentences.reduce((sum, sentence) => sum + sentence.telling, 0);
  const old = found(letter, 'backToOldWords');
  if (old.length > 0 && said < TELLING_OF_THE_OLD) return unsure(old);
  const [most] = sentences.toSorted((a, b) => b.telling - a.telling);
  if (most !== undefined && most.telling >= TELLING_WORDS) return present([most.text]);
  // The subject, or another's letter inside this one, may say it.
  return files.length > 0 || telling(cut, letter) > 0 ? unsure([]) : MISSING;
};

/** How many words say more than that something is wished for, and by whom. */
function telling(cut: CutText, { reporterName, words }: RequestLetter): number {
  const hollow = HOLLOW.flatMap((list) => words(list).hits(cut));
  const names = new Set(cutText(reporterName).words.map(({ folded }) => folded));
  return cut.words.filter(
    ({ folded, from, to }) =>
      folded.length > 1 &&
      !/\d/.test(folded) &&
      !names.has(folded) &&
      !hollow.some((hit) => hit.from <= from && to <= hit.to),
  ).length;
}
