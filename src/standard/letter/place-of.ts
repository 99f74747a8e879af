import type { Mail } from './mail.ts';

/** Words that told something, and where they stand. */
export interface Place {
  readonly text: string;
  /** Absent: in the body. */
  readonly in?: 'subject' | 'from' | 'attachments';
  /** Offsets into that part, in UTF-16 units; absent where it is a file's name. */
  readonly from?: number;
  readonly to?: number;
}

/** Where words stand that were read in a letter: the first such place, body before subject before the head. */
export function placeOf(text: string, mail: Mail): Place {
  const inBody = within(text, mail.body);
  if (inBody !== undefined) return { text, ...inBody };
  for (const part of ['subject', 'from'] as const) {
    const found = within(text, mail[part]);
    if (found !== undefined) return { text, in: part, ...found };
  }
  return mail.attachments.some(({ name }) => name === text) ? { text, in: 'attachments' } : { text };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function within(text: string, part: string): Span | undefined {
  const composed = part.normalize('NFC');
  const from = composed.indexOf(text);
  if (from === -1) return undefined;
  const to = from + text.length;
  if (composed === part) return { from, to };
  return { from: before(part, from), to: before(part, to) };
}

/** The offset in a text of which so much stands before it once letters are composed (й may be two signs). */
function before(text: string, composed: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.slice(0, middle).normalize('NFC').length < composed) low = middle + 1;
    else high = middle;
  }
  return low;
}
