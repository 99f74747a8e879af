import type { StopReport } from '#app/stops-at-work.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import { printedTime } from './printed-time.ts';

const WORDS = {
  ru: {
    file: 'файл остановки',
    label: (key: string) => `метка на ${key}`,
    since: 'с',
    by: 'кто',
    reason: 'почему',
  },
  en: {
    file: 'the stop file',
    label: (key: string) => `the label on ${key}`,
    since: 'since',
    by: 'by',
    reason: 'why',
  },
} as const;

interface Note {
  readonly at?: string;
  readonly by?: string;
  readonly reason?: string;
}

/** By what everything is stopped, in one line; what nobody wrote down is not told. */
export function stopInWords({ file, ticket }: StopReport, zone: string, language: Language): string {
  const words = WORDS[language];
  const parts = [
    ...(file === undefined ? [] : [noteInWords(words.file, file, zone, language)]),
    ...(ticket === undefined ? [] : [noteInWords(words.label(ticket.key), ticket, zone, language)]),
  ];
  return parts.join('; ');
}

function noteInWords(what: string, { at, by, reason }: Note, zone: string, language: Language): string {
  const words = WORDS[language];
  return [
    what,
    ...(at === undefined || at === '' ? [] : [`${words.since} ${printedTime(at, zone, language)}`]),
    ...(by === undefined ? [] : [`${words.by}: ${by}`]),
    ...(reason === undefined ? [] : [`${words.reason}: ${reason}`]),
  ].join(', ');
}
