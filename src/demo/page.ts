import type { Language } from '#core/calendar/bilingual.ts';

/** What the demo prints on: lines, and ways to bring some of them out. */
export interface Page {
  readonly language: Language;
  readonly print: (line: string) => void;
  readonly paint: (ink: Ink, text: string) => string;
  /** Gives the reader time for what was printed since the last time. */
  readonly breathe: () => Promise<void>;
}

export type Ink = 'bold' | 'dim' | 'cyan' | 'green' | 'yellow' | 'magenta';

const WIDTH = 100;

/** Of what belongs to the line above it. */
export const MARGIN = ' '.repeat(8);

/** What somebody said. */
export function quotedLines(text: string): readonly string[] {
  return wrapped(text, `${MARGIN}│ `);
}

/** Breaks a text into lines that fit, each with the same margin; empty lines fall away. */
export function wrapped(text: string, margin: string): readonly string[] {
  const room = WIDTH - margin.length;
  return text
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => brokenAt(paragraph, room))
    .map((line) => `${margin}${line}`);
}

/** Breaks a paragraph between words. */
export function brokenAt(paragraph: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** «вторник, 16 февраля 2027 г.» */
export function dayHeading(day: Temporal.PlainDate, language: Language): string {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(day);
}

/** «14:20», by the desk's clock. */
export function timeOfDay(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
