import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { headLines } from './letter-head.ts';
import { type InnerLetter, ownWords } from './own-words.ts';

/** A letter of the customer's side: the one that came, or one of a colleague that it passes on. */
export interface SignedLetter {
  readonly own: string;
  readonly signature: string;
  /** Who sent it, as its head says; empty for the letter that came. */
  readonly sender: string;
}

/** Letters that pass on letters that pass on letters: deeper nobody looks for who asks. */
const DEEPEST = 3;
const REPLY = /^\s*(?:re|ha|hа|на|ответ|отв)\s?(?:\[\d{1,3}\])?:/iu;
const FORWARD = /(?:^|[\s:])(?:fw|fwd|пересл|переслано|перенаправлено)\s?(?:\[\d{1,3}\])?:/iu;

/**
 * The letters in which the customer's side says who it is: what came, and what was passed on with it (5.3.1-2: of a
 * forwarded letter, the inner author's data). What is quoted to answer it is our own, and so is whatever the desk signs.
 */
export function signedLetters(subject: string, text: string, words: WordLists): readonly SignedLetter[] {
  const answers = REPLY.test(subject) && !FORWARD.test(subject);
  const letters: SignedLetter[] = [];
  let inside: readonly InnerLetter[] = [{ head: '', body: text }];
  for (let depth = 0; depth < DEEPEST && inside.length > 0; depth += 1) {
    inside = inside.flatMap(({ head, body }) => {
      const { cut, signature, inner } = ownWords(body, words);
      letters.push({ own: cut.text, signature, sender: senderIn(head, words) });
      return inner.filter((letter) => isPassedOn(letter, answers, words));
    });
  }
  return letters;
}

function isPassedOn({ head, body }: InnerLetter, answers: boolean, words: WordLists): boolean {
  const has = (list: string, text: string) => words(list).hits(cutText(text)).length > 0;
  const sender = senderIn(head, words);
  if (has('supportNames', sender) || has('supportMails', sender)) return false;
  // Of a letter that carries others, only what stands before them tells whose it is.
  const lines = body.split('\n');
  const next = lines.findIndex((_line, index) => headLines(lines, index, words) > 0);
  const its = (next === -1 ? lines : lines.slice(0, next)).join('\n');
  if (has('supportPhones', its) || has('supportMails', its) || has('supportNames', its.slice(-200)))
    return false;
  return !answers || has('forwardHeads', head);
}

/** The line of a head that names who sent it. */
function senderIn(head: string, words: WordLists): string {
  const lines = head.split('\n');
  const field = lines.find((line) => words('senderFields').hits(cutText(line)).length > 0);
  return (field ?? lines.find((line) => /\d/.test(line)) ?? '').replace(
    /^[^:]{0,20}:\s*/,
    field === undefined ? '$&' : '',
  );
}
