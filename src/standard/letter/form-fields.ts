import { cutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** A portal puts its form before what was written: further down a label may be that of a report's parameter. */
const FORM_LINES = 8;
const FIELD = /^[\s*•\d.)-]{0,8}(?<label>\p{L}[^:\n]{1,40}?)\s?:\s{0,4}(?<value>[^\n]{2,120})$/u;

/**
 * What the form at the head of a letter says under a label of a list: «Пользователь: Абдрашитов Ринат», "Company:
 * Slavia Consulting". A field that says «не указан» says nothing.
 *
 * @param labels the list; the label must consist of its words
 */
export function filledIn(text: string, labels: string, words: WordLists): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, FORM_LINES).flatMap((line) => {
    const { label = '', value = '' } = FIELD.exec(line)?.groups ?? {};
    const cut = cutText(label);
    if (cut.words.length === 0 || wordsOutside(cut, words(labels).hits(cut)) > 0) return [];
    const said = cutText(value);
    const isEmpty = !/\p{L}{2}/u.test(value) || wordsOutside(said, words('emptyFields').hits(said)) === 0;
    return isEmpty ? [] : [value.trim()];
  });
}
