import { longDate } from '#core/policy/text/long-date.ts';
import { INTENT_NAMES, KIND_NAMES, SCOPE_NAMES, SUBTYPE_NAMES } from '#standard/letter/reading-names.ts';
import type { ReplyReading } from '#standard/letter/reply-reading.ts';
import type { ReadNow } from './explanation-json.ts';
import { fieldLines, quoted } from './letter-text.ts';
import type { Terminal } from './terminal.ts';

/** What the request is, and for each piece of information whether it is there, with the words that tell it. */
export function requestLines({ request }: ReadNow, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const { kind, subtype, outOfScope } = request;
  const what = [
    KIND_NAMES[kind][language],
    ...(subtype === null ? [] : [SUBTYPE_NAMES[subtype][language]]),
    ...(outOfScope === null ? [] : [SCOPE_NAMES[outOfScope][language]]),
  ];
  return [what.join(', '), ...fieldLines(request, terminal)];
}

/** What the letter of the event is taken for, and by which words. */
export function letterLines(letter: ReplyReading, { language }: Terminal): readonly string[] {
  const { intent, evidence, day } = letter;
  const told = evidence.length === 0 ? '' : `: ${evidence.map(quoted).join(', ')}`;
  const until = day === undefined ? '' : ` (${longDate(day, language)})`;
  return [`${INTENT_NAMES[intent][language]}${told}${until}`];
}
