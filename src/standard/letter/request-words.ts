import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Mail } from './mail.ts';
import { ownWords } from './own-words.ts';

/** What a request is told with. */
export interface RequestWords {
  readonly subject: string;
  readonly text: CutText;
}

const REPLY_OR_FORWARD = /^\s*(?:re|fw|fwd|ha|ответ|отв|пересл|пер|на)\s?(?:\[\d{1,3}\])?:/iu;
const FORWARD = /^\s*(?:(?:re|ответ|отв)\s?:\s?){0,4}(?:fw|fwd|пересл|пер)\s?(?:\[\d{1,3}\])?:/iu;
const QUOTE_SIGNS = /^[ \t>]{1,20}/gmu;
const SUBJECT_LINE = /^[ \t*]{0,4}(?:тема|subject)[*]?:/iu;

/** The writer's own words; whoever passes a letter on asks with the words of that letter. */
export function requestWords(
  { subject, body }: Pick<Mail, 'subject' | 'body'>,
  words: WordLists,
): RequestWords {
  const own = ownWords(body, words);
  const isPassedOn = own.onlyCarries || (own.carriesLetter && FORWARD.test(subject));
  return {
    subject: withoutMarks(subject),
    text: isPassedOn ? passedOn(body, words) : own.cut,
  };
}

/** All of it but the heads of letters; what they call their subject stays. */
function passedOn(body: string, words: WordLists): CutText {
  const isHead = (line: string) =>
    !SUBJECT_LINE.test(line) &&
    ['letterHeads', 'headerFields'].some((list) => words(list).hits(cutText(line)).length > 0);
  const lines = body.replaceAll('\r\n', '\n').replace(QUOTE_SIGNS, '').split('\n');
  return cutText(
    lines
      .filter((line) => !isHead(line))
      .join('\n')
      .trim(),
  );
}

function withoutMarks(subject: string): string {
  let rest = subject;
  while (REPLY_OR_FORWARD.test(rest)) rest = rest.replace(REPLY_OR_FORWARD, '');
  return rest.trim();
}
