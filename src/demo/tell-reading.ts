import type { Language } from '#core/calendar/bilingual.ts';
import { shortQuotation } from '#core/policy/text/quotation.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { type LetterReading, readLetter } from '#standard/letter/read-letter.ts';
import { FIELD_NAMES, requestInWords } from '#standard/letter/reading-names.ts';
import type { TellableHappening } from './jira-door.ts';
import { MARGIN, type Page, wrapped } from './page.ts';

const WORDS = {
  ru: { read: 'прочитано', by: 'по словам', missing: 'не видно' },
  en: { read: 'read', by: 'by the words', missing: 'not seen' },
} as const;

/** Known to Jira, or still on the way when the letter is told. */
const KNOWN_ELSEWHERE: readonly Field[] = ['subject', 'email', 'screenshots', 'changeFiles'];
/** Longer words are shown by `reglament read`. */
const SHOWN = 40;

/** What is understood of a customer's new request, and by which of its words. */
export function readingInLines(
  happening: TellableHappening,
  words: WordLists,
  { language, paint }: Page,
): readonly string[] {
  const { kind, channel, by, summary = '', text = '' } = happening;
  if (kind !== 'created' || (channel !== 'email' && channel !== 'portal')) return [];
  const reading = readLetter(
    { channel, subject: summary, from: by.name, body: text, attachments: [] },
    words,
  );
  const told = `${WORDS[language].read}: ${inWords(reading, language)}.`;
  return wrapped(told, MARGIN).map((line) => paint('dim', line));
}

function inWords(reading: LetterReading, language: Language): string {
  const { outOfScope, evidence } = reading;
  const { by, missing } = WORDS[language];
  const [told] = (outOfScope === null ? evidence.kind : evidence.outOfScope) ?? [];
  const because = told === undefined ? '' : ` (${by} ${shortQuotation(told, language, SHOWN)})`;
  const there = reading.present.flatMap((field) => namedBy(field, evidence[field], language));
  const lacking = asked(reading.missing).map((field) => FIELD_NAMES[field][language]);
  const parts = [
    `${requestInWords(reading, language)}${because}`,
    ...(there.length === 0 ? [] : [there.join(', ')]),
    ...(lacking.length === 0 ? [] : [`${missing}: ${lacking.join(', ')}`]),
  ];
  return parts.join('; ');
}

function asked(fields: readonly Field[]): readonly Field[] {
  return fields.filter((field) => !KNOWN_ELSEWHERE.includes(field));
}

function namedBy(field: Field, evidence: readonly string[] = [], language: Language): readonly string[] {
  const [words] = evidence;
  if (words === undefined || KNOWN_ELSEWHERE.includes(field) || field === 'name') return [];
  return [`${FIELD_NAMES[field][language]} ${shortQuotation(words, language, SHOWN)}`];
}
