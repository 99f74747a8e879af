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

/** Where a walk over words stands: the lists of which a phrase ends here, and where the next word leads. */
export interface PhraseTable {
  readonly lists: string[];
  readonly exact: Map<string, PhraseTable>;
  readonly open: Beginning;
}

/** Where a walk over the signs of a word stands. */
interface Beginning {
  /** An open beginning ends here. */
  leads?: PhraseTable;
  readonly next: Map<number, Beginning>;
}

/** Lays out the phrases of all lists, so that a text is walked once for all of them. */
export function phraseTable(phrases: readonly ListedPhrase[]): PhraseTable {
  const table = emptyTable();
  for (const { list, steps } of phrases) steps.reduce(follow, table).lists.push(list);
  return table;
}

function emptyTable(): PhraseTable {
  return { lists: [], exact: new Map(), open: { next: new Map() } };
}

function follow(table: PhraseTable, { word, prefix }: Step): PhraseTable {
  if (!prefix) return table.exact.getOrInsertComputed(word, emptyTable);
  let beginning = table.open;
  for (let at = 0; at < word.length; at += 1)
    beginning = beginning.next.getOrInsertComputed(word.charCodeAt(at), () => ({ next: new Map() }));
  beginning.leads ??= emptyTable();
  return beginning.leads;
}

/** The hits of all phrases in a text, by list, in the order of the text. */
export function phraseHits(
  { text, words }: CutText,
  table: PhraseTable,
): ReadonlyMap<string, readonly Hit[]> {
  const hits = new Map<string, Hit[]>();
  const arrive = (from: number, index: number, { to }: Word, place: PhraseTable) => {
    for (const list of place.lists)
      hits.getOrInsertComputed(list, () => []).push({ from, to, text: text.slice(from, to) });
    walk(from, index + 1, place);
  };
  const walk = (from: number, index: number, { exact, open }: PhraseTable) => {
    const word = words[index];
    if (word === undefined) return;
    const whole = exact.get(word.folded);
    if (whole !== undefined) arrive(from, index, word, whole);
    let beginning: Beginning | undefined = open;
    for (let at = 0; at < word.folded.length; at += 1) {
      beginning = beginning.next.get(word.folded.charCodeAt(at));
      if (beginning === undefined) break;
      if (beginning.leads !== undefined) arrive(from, index, word, beginning.leads);
    }
  };
  for (const [index, { from }] of words.entries()) walk(from, index, table);
  return hits;
}
