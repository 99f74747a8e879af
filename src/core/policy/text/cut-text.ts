/** A word of a text, folded for comparison, with its place. */
export interface Word {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** A text cut into words once, so that many lists can look at it. */
export interface CutText {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A place in a text where an entry of a list was found. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|#[\p{L}\p{N}][\p{L}\p{N}-]*|[?+]/gu;

/** Cuts a text into words: any alphabet, any case, ё as е, composed letters; `?` and `+` are words of their own. */
export function cutText(text: string): CutText {
  const small = text.toLowerCase();
  // All at once is much sooner than word by word; where a letter grows, as İ does, places would move.
  const lowered = small.length === text.length ? small : undefined;
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    words.push({ folded: foldLowered(lowered?.slice(from, to) ?? match[0].toLowerCase()), from, to });
  }
  return { text, words };
}

/** How many words of a text no hit covers. */
export function wordsOutside(cut: CutText, hits: readonly Pick<Hit, 'from' | 'to'>[]): number {
  return cut.words.filter(({ from, to }) => !hits.some((hit) => hit.from <= from && to <= hit.to)).length;
}

/** Latin letters that look like Cyrillic ones, and get into Russian words by a keyboard left in the wrong layout. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

export function foldWord(word: string): string {
  return foldLowered(word.toLowerCase());
}

/** Words of these signs are folded already; most are. */
const FOLDED = /^(?:[а-я-]+|[\da-z'-]+)$/;

function foldLowered(word: string): string {
  if (FOLDED.test(word)) return word;
  const folded = word.normalize('NFC').replaceAll('ё', 'е');
  return /\p{Script=Cyrillic}/u.test(folded)
    ? folded.replace(/[acekmoptxy]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    : folded;
}
