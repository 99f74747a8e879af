import type { WordLists } from '#core/policy/text/word-lists.ts';

type ReadText<Reading> = (text: string, words: WordLists) => Reading;

/** A letter is asked about by many recognisers, one after the other; a thread has some letters. */
const MOST_KEPT = 16;

/** Reads the same text once for all who ask about it in turn. */
export function keptByText<Reading>(read: ReadText<Reading>): ReadText<Reading> {
  const readings = new WeakMap<WordLists, Map<string, Reading>>();
  return (text, words) => {
    const kept = readings.get(words) ?? new Map<string, Reading>();
    readings.set(words, kept);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const reading = read(text, words);
    kept.set(text, reading);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
}
