import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { keptByText } from './kept-by-text.ts';
import { ownWords } from './own-words.ts';

/** A line of a signature has fewer words than a sentence that somebody adds under it. */
const SENTENCE_WORDS = 5;

/** What mail programs and lawyers put under every letter. */
const DISCLAIMER =
  /конфиденц|адресат|по ошибке|ограниченн\p{L}{1,3} доступ|окружающ|природе|антивирус|не печатайте|confidential|intended|privileged|disclaimer|virus|the environment/iu;

/**
 * What the first letter tells: without its signature, but with sentences that somebody added below it; all of it where
 * it carries another letter.
 */
export const toldWords = keptByText((body: string, words: WordLists): string => {
  const { cut, carriesLetter } = ownWords(body, words);
  if (carriesLetter) return body;
  const own = new Set(cut.text.split('\n').map((line) => line.trim()));
  const lines = body.replaceAll('\r\n', '\n').normalize('NFC').split('\n');
  return lines
    .filter((line) => (own.has(line.trim()) ? !isDisclaimer(line) : isSentence(line, words)))
    .join('\n');
});

function isDisclaimer(line: string): boolean {
  return line.length > 80 && DISCLAIMER.test(line);
}

function isSentence(line: string, words: WordLists): boolean {
  const cut = cutText(line);
  if (cut.words.length < SENTENCE_WORDS || DISCLAIMER.test(line)) return false;
  return SIGNS.every((list) => words(list).hits(cut).length === 0);
}

const SIGNS = ['organizationWords', 'departmentWords', 'phoneWords'];
