import { longDate } from '#core/policy/text/long-date.ts';
import { INTENT_NAMES, requestInWords } from '#standard/letter/reading-names.ts';
import type { ReplyReading } from '#standard/letter/reply-reading.ts';
import type { ReadNow } from './explanation-json.ts';
import { evidenceInWords, fieldLines } from './letter-text.ts';
import type { Terminal } from './terminal.ts';

/** What the request is, and for each piece of information whether it is there, with the words that tell it. */
export function requestLines({ request }: ReadNow, terminal: Terminal): readonly string[] {
  return [requestInWords(request, terminal.language), ...fieldLines(request, terminal)];
}

/** What the letter of the event is taken for, and by which words. */
export function letterLines(letter: ReplyReading, { language }: Terminal): readonly string[] {
  const { intent, evidence, day } = letter;
  const told =
    evidence.length === 0 ? '' : `: ${evidence.map((words) => evidenceInWords(words, language)).join(', ')}`;
  const until = day === undefined ? '' : ` (${longDate(day, language)})`;
  return [`${INTENT_NAMES[intent][language]}${told}${until}`];
}
