import { type CutText, cutText, type Hit, type Word } from './cut-text.ts';

/** One step of a phrase: a whole word, or the beginning of one. */
export interface Step {
  readonly word: string;
  readonly prefix: boolean;
}

/** Cuts an entry of a list into the steps of its phrase; none when there is no word in it. */
export function phraseOf(entry: string): readonly Step[] {
  return entry.split(/\s+/).flatMap((part) => {
    const prefix = part.endsWith('*');
    const { words } = cutText(prefix ? part.slice(0, -1) : part);
    return words.map((word, index) => ({
      word: word.folded,
      prefix: prefix && index === words.length - 1,
    }));
  });
}

/** A phrase and the list in which it stands. */
export interface ListedPhrase {
  readonly list: string;
  readonly steps: readonly Step[];
}

/** Phrases of all lists, by their first word. */
export interface PhraseTable {
  readonly exact: ReadonlyMap<string, readonly ListedPhrase[]>;
  readonly open: ReadonlyMap<string, readonly ListedPhrase[]>;
  /** Lengths of the open beginnings, so that only those are tried. */
  readonly lengths: readonly number[];
}

/** Lays out the phrases of all lists, so that a text is walked once for all of them. */
export function phraseTable(phrases: readonly ListedPhrase[]): PhraseTable {
  const exact = new Map<string, ListedPhrase[]>();
  const open = new Map<string, ListedPhrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.steps;
    if (first === undefined) continue;
    const table = first.prefix ? open : exact;
    const same = table.get(first.word);
    if (same === undefined) table.set(first.word, [phrase]);
    else same.push(phrase);
  }
  return { exact, open, lengths: [...new Set([...open.keys()].map((word) => word.length))] };
}

/** The hits of all phrases in a text, by list, in the order of the text. */
export function phraseHits(
  cut: CutText,
  { exact, open, lengths }: PhraseTable,
): ReadonlyMap<string, readonly Hit[]> {
  const hits = new Map<string, Hit[]>();
  const look = (phrases: readonly ListedPhrase[] | undefined, index: number) => {
    for (const { list, steps } of phrases ?? []) {
      const hit = hitAt(cut, index, steps);
      if (hit === undefined) continue;
      const same = hits.get(list);
      if (same === undefined) hits.set(list, [hit]);
      else same.push(hit);
    }
  };
  for (const [index, { folded }] of cut.words.entries()) {
    look(exact.get(folded), index);
    for (const length of lengths) if (length <= folded.length) look(open.get(folded.slice(0, length)), index);
  }
  return hits;
}

function hitAt({ text, words }: CutText, index: number, steps: readonly Step[]): Hit | undefined {
  const first = words[index];
  const last = words[index + steps.length - 1];
  if (first === undefined || last === undefined) return undefined;
  if (!steps.every((step, offset) => fits(step, words[index + offset]))) return undefined;
  return { from: first.from, to: last.to, text: text.slice(first.from, last.to) };
}

function fits(step: Step, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return step.prefix ? word.folded.startsWith(step.word) : word.folded === step.word;
}
