import type { Language } from '#core/calendar/bilingual.ts';
import { shortQuotation } from '#core/policy/text/quotation.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import type { LetterReading } from '#standard/letter/read-letter.ts';
import { EVENT_NAMES, FIELD_NAMES, requestInWords } from '#standard/letter/reading-names.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    present: 'есть',
    missing: 'нет',
    unsure: 'неясно',
    because: 'потому что',
    problems: (count: number) => `проблем в письме: ${count}`,
    letter: 'письмо без id',
  },
  en: {
    present: 'present',
    missing: 'missing',
    unsure: 'unsure',
    because: 'because of',
    problems: (count: number) => `problems in the letter: ${count}`,
    letter: 'letter without id',
  },
} as const;

/** A reading as people look at it: what the letter is, and for each piece of information whether it is there. */
export function readingInWords(
  id: string | number | null,
  reading: LetterReading,
  terminal: Terminal,
): string {
  const { language } = terminal;
  const words = WORDS[language];
  const { event, kind, problems } = reading;
  const what = [
    EVENT_NAMES[event][language],
    ...(kind === 'none' ? [] : [requestInWords(reading, language)]),
    ...(problems > 1 ? [words.problems(problems)] : []),
  ];
  const because = (['event', 'kind', 'problems', 'outOfScope'] as const).flatMap(
    (told) => reading.evidence[told] ?? [],
  );
  return [
    `${styled(terminal, 'bold', String(id ?? words.letter))}  ${what.join(', ')}`,
    ...(because.length === 0
      ? []
      : [line(words.because, because.map((told) => evidenceInWords(told, language)).join(', '), terminal)]),
    ...fieldLines(reading, terminal),
    '',
  ].join('\n');
}

/** A line for each state; what is there comes with the words that told it. */
export function fieldLines(
  reading: Pick<LetterReading, 'present' | 'missing' | 'unsure' | 'evidence'>,
  terminal: Terminal,
): readonly string[] {
  const { language } = terminal;
  return (['present', 'missing', 'unsure'] as const).flatMap((state) => {
    const fields = reading[state].map((field) => named(field, reading.evidence[field], terminal));
    return packed(fields).map((part, index) =>
      line(index === 0 ? WORDS[language][state] : '', part, terminal),
    );
  });
}

/** So wide are the fields of one line; with what stands before them a terminal holds it. */
const WIDTH = 80;

/** As many on a line as fit, in their order. */
function packed(fields: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 2 + field.length > WIDTH) lines.push(field);
    else lines[lines.length - 1] = `${last}; ${field}`;
  }
  return lines;
}

function line(title: string, text: string, terminal: Terminal): string {
  return `  ${styled(terminal, 'dim', (title === '' ? '' : `${title}:`).padEnd(12))} ${text}`;
}

/** Longer evidence is cut: whoever wants all of it asks for `--json`. */
const SHOWN = 48;

function named(field: Field, evidence: readonly string[] | undefined, { language }: Terminal): string {
  const [first] = evidence ?? [];
  const name = FIELD_NAMES[field][language];
  return first === undefined ? name : `${name} ${evidenceInWords(first, language)}`;
}

/** The words of a letter that told something. */
export function evidenceInWords(words: string, language: Language): string {
  return shortQuotation(words, language, SHOWN);
}
