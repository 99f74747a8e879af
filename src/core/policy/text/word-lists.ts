import { compilePattern, type Pattern } from './patterns.ts';

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

/** One list of words, phrases and patterns, ready to look for. */
export interface WordList {
  /** Every hit, in the order of the text. */
  readonly hits: (cut: CutText) => readonly Hit[];
}

export type WordLists = (id: string) => WordList;

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|#[\p{L}\p{N}][\p{L}\p{N}-]*|[?+]/gu;

/** Cuts a text into words: any alphabet, any case, ё as е, composed letters; `?` and `+` are words of their own. */
export function cutText(text: string): CutText {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ folded: foldWord(match[0]), from: match.index, to: match.index + match[0].length });
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
  const folded = word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return /\p{Script=Cyrillic}/u.test(folded)
    ? folded.replace(/[acekmoptxy]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    : folded;
}

/** One step of a phrase: a whole word, or the beginning of one. */
interface Step {
  readonly word: string;
  readonly prefix: boolean;
}

/**
 * Compiles a list. An entry is a phrase («как только»), a phrase with open endings («пришл*»), or,
 * between slashes, a pattern (`/\d+ дн/`).
 *
 * @returns the list, or the entries that cannot be compiled, by index
 */
export function compileWordList(
  entries: readonly string[],
): { readonly list: WordList } | { readonly wrong: readonly { index: number; why: string }[] } {
  const phrases: Step[][] = [];
  const patterns: Pattern[] = [];
  const wrong: { index: number; why: string }[] = [];
  for (const [index, entry] of entries.entries()) {
    const source = /^\/(.+)\/$/s.exec(entry)?.[1];
    if (source !== undefined) {
      const pattern = compilePattern(source);
      if ('wrong' in pattern) wrong.push({ index, why: pattern.wrong });
      else patterns.push(pattern);
      continue;
    }
    const steps = stepsOf(entry);
    if (steps.length === 0) wrong.push({ index, why: 'there is no word in it' });
    else phrases.push(steps);
  }
  if (wrong.length > 0) return { wrong };
  const byFirst = phrasesByFirstWord(phrases);
  const look = (cut: CutText) =>
    [...phraseHits(cut, byFirst), ...patternHits(cut, patterns)].sort((a, b) => a.from - b.from);
  return { list: { hits: patterns.length === 0 ? look : keptFor(look) } };
}

/** A ticket is judged again and again, and its letters stay as they are: so many texts are kept with their hits. */
const MOST_KEPT = 32;

/** Patterns take longest; what was found in the latest texts is known still. */
function keptFor(look: WordList['hits']): WordList['hits'] {
  const kept = new Map<string, readonly Hit[]>();
  return (cut) => {
    const hits = kept.get(cut.text) ?? look(cut);
    // Set anew, it is the latest.
    kept.delete(cut.text);
    kept.set(cut.text, hits);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return hits;
  };
}

function stepsOf(entry: string): Step[] {
  return entry.split(/\s+/).flatMap((part) => {
    const prefix = part.endsWith('*');
    const { words } = cutText(prefix ? part.slice(0, -1) : part);
    return words.map((word, index) => ({
      word: word.folded,
      prefix: prefix && index === words.length - 1,
    }));
  });
}

interface FirstWords {
  readonly exact: ReadonlyMap<string, readonly Step[][]>;
  readonly open: ReadonlyMap<string, readonly Step[][]>;
  /** Lengths of the open beginnings, so that only those are tried. */
  readonly lengths: readonly number[];
}

function phrasesByFirstWord(phrases: readonly Step[][]): FirstWords {
  const exact = new Map<string, Step[][]>();
  const open = new Map<string, Step[][]>();
  for (const steps of phrases) {
    const first = steps[0];
    if (first === undefined) continue;
    const table = first.prefix ? open : exact;
    const same = table.get(first.word);
    if (same === undefined) table.set(first.word, [steps]);
    else same.push(steps);
  }
  return { exact, open, lengths: [...new Set([...open.keys()].map((word) => word.length))] };
}

function phraseHits(cut: CutText, first: FirstWords): Hit[] {
  const hits: Hit[] = [];
  for (const [index, word] of cut.words.entries()) {
    const candidates = [
      ...(first.exact.get(word.folded) ?? []),
      ...first.lengths.flatMap((length) => first.open.get(word.folded.slice(0, length)) ?? []),
    ];
    for (const steps of candidates) {
      const last = cut.words[index + steps.length - 1];
      if (last === undefined || !steps.every((step, offset) => fits(step, cut.words[index + offset])))
        continue;
      hits.push({ from: word.from, to: last.to, text: cut.text.slice(word.from, last.to) });
    }
  }
  return hits;
}

function fits(step: Step, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return step.prefix ? word.folded.startsWith(step.word) : word.folded === step.word;
}

function patternHits(cut: CutText, patterns: readonly Pattern[]): Hit[] {
  const hits: Hit[] = [];
  for (const pattern of patterns) {
    let from = 0;
    for (
      let found = pattern.find(cut.text, from);
      found !== undefined;
      found = pattern.find(cut.text, from)
    ) {
      hits.push({ ...found, text: cut.text.slice(found.from, found.to).trim() });
      from = Math.max(found.to, from + 1);
      if (from > cut.text.length) break;
    }
  }
  return hits;
}
