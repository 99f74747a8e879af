import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { ownWords } from './own-words.ts';

/** A line of a signature has fewer words than a sentence that somebody adds under it. */
const SENTENCE_WORDS = 5;

/**
 * What the first letter tells: without its signature, but with sentences that somebody added below it; all of it where
 * it carries another letter.
 */
export function toldWords(body: string, words: WordLists): string {
  const { cut, signature, carriesLetter } = ownWords(body, words);
  if (carriesLetter) return body;
  const added = signature.split('\n').filter((line) => isSentence(line, words));
  return [cut.text, ...added].join('\n');
}

function isSentence(line: string, words: WordLists): boolean {
  const cut = cutText(line);
  return cut.words.length >= SENTENCE_WORDS && SIGNS.every((list) => words(list).hits(cut).length === 0);
}

const SIGNS = ['organizationWords', 'departmentWords', 'phoneWords'];
