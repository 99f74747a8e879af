import type { Language } from '#core/calendar/bilingual.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { type LetterReading, readLetter } from '#standard/letter/read-letter.ts';
import {
  FIELD_NAMES,
  presentInWords,
  requestInWords,
  toldByInWords,
} from '#standard/letter/reading-names.ts';
import type { TellableHappening } from './jira-door.ts';
import { MARGIN, type Page, wrapped } from './page.ts';

const WORDS = {
  ru: { read: 'прочитано', by: 'по словам', missing: 'не видно' },
  en: { read: 'read', by: 'by the words', missing: 'not seen' },
} as const;

/** Known to Jira, or still on the way when the letter is told. */
const KNOWN_ELSEWHERE: readonly Field[] = ['subject', 'email', 'screenshots', 'changeFiles'];

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
  const { by, missing } = WORDS[language];
  const told = toldByInWords(reading, language);
  const because = told === undefined ? '' : ` (${by} ${told})`;
  const present = worthTelling(reading.present).filter((field) => field !== 'name');
  const there = presentInWords({ ...reading, present }, language);
  const lacking = worthTelling(reading.missing).map((field) => FIELD_NAMES[field][language]);
  const parts = [
    `${requestInWords(reading, language)}${because}`,
    ...(there === '' ? [] : [there]),
    ...(lacking.length === 0 ? [] : [`${missing}: ${lacking.join(', ')}`]),
  ];
  return parts.join('; ');
}

function worthTelling(fields: readonly Field[]): readonly Field[] {
  return fields.filter((field) => !KNOWN_ELSEWHERE.includes(field));
}
