import { type CutText, cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Attachment } from '#core/ticket/entry.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { SignedLetter } from './signed-letters.ts';
import type { Subtype } from './subtype.ts';

/** What a request says, as far as it has come: its subject and description, and the customer's later letters. */
export interface RequestLetter {
  readonly kind: Kind;
  readonly subtype: Subtype;
  /** Everything that was written, quoted and forwarded words of the first letter included. */
  readonly cut: CutText;
  /** The first letter's own words: without subject, quotations and signature. */
  readonly own: CutText;
  /** What is told: subject, the first letter without its signature (all of it, if it carries another), later letters. */
  readonly told: CutText;
  /** Files without the pictures of signatures. */
  readonly files: readonly Attachment[];
  readonly subject: string;
  /** The letters in which the customer's side says who it is; the first one that came first. */
  readonly letters: readonly SignedLetter[];
  readonly reporterName: string;
  /** Where the reporter writes from, where it is known. */
  readonly reporterAddress?: string;
  readonly words: WordLists;
}

/** So much of a letter is read for what it holds; behind that anything may stand, so nothing is surely missing. */
export const LONGEST_READ = 20_000;

/** Where one piece of information stands: surely there, surely not, or nobody can tell. */
export interface ItemReading {
  readonly state: 'present' | 'missing' | 'unsure' | 'notNeeded';
  /** The words, or files, by which it was told. */
  readonly evidence: readonly string[];
}

/** Reads one piece of information out of a letter. */
export type Recogniser = (letter: RequestLetter) => ItemReading;

export function present(evidence: readonly string[]): ItemReading {
  return { state: 'present', evidence };
}

export function unsure(evidence: readonly string[]): ItemReading {
  return { state: 'unsure', evidence };
}

export const MISSING: ItemReading = { state: 'missing', evidence: [] };

/** This letter does not need it. */
export const NOT_NEEDED: ItemReading = { state: 'notNeeded', evidence: [] };

/** The words of the letter that a list knows. */
export function found({ cut, words }: RequestLetter, list: string): readonly string[] {
  return textsOf(words(list).hits(cut));
}

/** The same words are told once, however they are written. */
export function textsOf(hits: readonly Hit[]): readonly string[] {
  const texts = hits.map(({ text }) => text.trim());
  return [...new Map(texts.toReversed().map((text) => [text.toLowerCase(), text])).values()].toReversed();
}

/** Matches of a pattern of ours in the letter. */
export function matches({ cut }: RequestLetter, pattern: RegExp): readonly string[] {
  return [...cut.text.matchAll(pattern)].map(([text]) => text.trim());
}

/** Puts texts together, each on lines of its own, and cuts them into words. */
export function joined(texts: readonly string[]): CutText {
  return cutText(texts.filter((text) => text.trim() !== '').join('\n\n'));
}
