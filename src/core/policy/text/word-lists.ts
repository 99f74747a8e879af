import { whenAsked } from '#core/calendar/when-asked.ts';
import type { CutText, Hit } from './cut-text.ts';
import { type Places, patternHits } from './pattern-hits.ts';
import { compilePattern, type Pattern } from './patterns.ts';
import { type ListedPhrase, phraseHits, phraseOf, phraseTable, type Step } from './phrases.ts';
import { openPrefilter } from './prefilter.ts';

/** One list of words, phrases and patterns, ready to look for. */
export interface WordList {
  /** Every hit, in the order of the text. */
  readonly hits: (cut: CutText) => readonly Hit[];
}

export type WordLists = (id: string) => WordList;

/** An entry of a list, ready to look for. */
export type Entry = { readonly phrase: readonly Step[] } | { readonly pattern: Pattern };

/**
 * Reads an entry: a phrase («как только»), a phrase with open endings («пришл*»), or, between slashes, a pattern
 * (`/\d+ дн/`).
 *
 * @returns the entry, or what is wrong with it
 */
export function readEntry(entry: string): Entry | { readonly wrong: string } {
  const source = /^\/(.+)\/$/s.exec(entry)?.[1];
  if (source !== undefined) {
    const pattern = compilePattern(source);
    return 'wrong' in pattern ? pattern : { pattern };
  }
  const phrase = phraseOf(entry);
  return phrase.length === 0 ? { wrong: 'there is no word in it' } : { phrase };
}

/** Opens lists over one walk through each text: it finds the phrases of all, and what patterns need to match at all. */
export function openWordLists(lists: ReadonlyMap<string, readonly Entry[]>): WordLists {
  const walk = keptWalk(lists);
  const opened = new Map(
    [...lists].map(([id, entries]) => {
      const patterns = patternsIn(entries);
      const hits = (cut: CutText) => {
        const seen = walk(cut);
        const known = seen.hits.get(id);
        if (known !== undefined) return known;
        const phrases = seen.phrases.get(id) ?? [];
        const found =
          patterns.length === 0
            ? phrases
            : inOrder([...phrases, ...patternHits(cut, patterns, seen.literals())]);
        seen.hits.set(id, found);
        return found;
      };
      return [id, { hits }];
    }),
  );
  return (id) => opened.get(id) ?? NOTHING;
}

const NOTHING: WordList = { hits: () => [] };

function inOrder(hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted((a, b) => a.from - b.from);
}

function patternsIn(entries: readonly Entry[]): readonly Pattern[] {
  return entries.flatMap((entry) => ('pattern' in entry ? [entry.pattern] : []));
}

function phrasesIn(list: string, entries: readonly Entry[]): readonly ListedPhrase[] {
  return entries.flatMap((entry) => ('phrase' in entry ? [{ list, steps: entry.phrase }] : []));
}

/** What was seen in one text. */
interface Walked {
  /** By list. */
  readonly phrases: ReadonlyMap<string, readonly Hit[]>;
  readonly literals: () => Places;
  /** Of lists that were asked already. */
  readonly hits: Map<string, readonly Hit[]>;
}

/** Each text is walked once, however many lists are asked about it. */
function keptWalk(lists: ReadonlyMap<string, readonly Entry[]>): (cut: CutText) => Walked {
  const prefilter = whenAsked(() =>
    openPrefilter(
      [...lists.values()].flatMap(patternsIn).flatMap(({ required }) => required()?.literals ?? []),
    ),
  );
  const table = whenAsked(() =>
    phraseTable([...lists].flatMap(([list, entries]) => phrasesIn(list, entries))),
  );
  const known = new Map<string, Walked>();
  return (cut) => {
    const seen = known.get(cut.text) ?? {
      phrases: phraseHits(cut, table()),
      literals: whenAsked(() => prefilter()(cut.text)),
      hits: new Map(),
    };
    // Set anew, it is the latest.
    known.delete(cut.text);
    known.set(cut.text, seen);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return seen;
  };
}

/** A letter, its lines and its sentences are looked at by many recognisers: so many texts are kept with what they hold. */
const MOST_KEPT = 128;
