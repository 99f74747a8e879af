import type { WordLists } from '#core/policy/text/word-lists.ts';

type ReadText<Reading, Of extends readonly unknown[]> = (
  text: string,
  words: WordLists,
  ...of: Of
) => Reading;

/** A letter is asked about by many recognisers, and again whenever its ticket is looked at. */
const MOST_KEPT = 256;

/**
 * Reads the same text once for all who ask about it.
 *
 * @param read rests on nothing but the text and the words; what else it is given says the same whenever the text does
 */
export function keptByText<Reading, Of extends readonly unknown[]>(
  read: ReadText<Reading, Of>,
): ReadText<Reading, Of> {
  const readings = new WeakMap<WordLists, Map<string, Reading>>();
  return (text, words, ...of) => {
    const kept = readings.get(words) ?? new Map<string, Reading>();
    readings.set(words, kept);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const reading = read(text, words, ...of);
    kept.set(text, reading);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
}
