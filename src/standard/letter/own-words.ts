import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { keptByText } from './kept-by-text.ts';
import { headLines } from './letter-head.ts';
import { closesLetter, isClosed, unclosedSignature } from './signature.ts';

/** What a person wrote in this letter, and what stands around it. */
export interface OwnWords {
  /** Without quoted history, signature and what mail servers add. */
  readonly cut: CutText;
  /** Who signs, from the closing words on. */
  readonly signature: string;
  /** Other letters inside, in their order. */
  readonly inner: readonly InnerLetter[];
  /** The letter carries another letter inside: forwarded, pasted or answered. */
  readonly carriesLetter: boolean;
  /** There is another letter in it, and not a word of the writer's own. */
  readonly onlyCarries: boolean;
}

/** A letter inside a letter. */
export interface InnerLetter {
  /** The lines by which mail programs begin it; empty where it is only quoted. */
  readonly head: string;
  /** Its words, without marks of quotation. */
  readonly body: string;
}

/**
 * Sets quoted history and signature apart.
 *
 * Quoted lines begin with `>`. History begins at a line that mail programs write («… Ольга пишет:»), or where two
 * header lines follow each other («От: …», «Кому: …»): one alone may be the writer's own. Where the history is
 * quoted with `>`, people answer below it as often as above, so we read on behind it; else it is the rest of the
 * letter. A signature begins at its closing words, if something stands before them, or is the last lines that hold
 * nothing but a name, an office and numbers; a postscript under it counts.
 */
export const ownWords = keptByText((text: string, words: WordLists): OwnWords => {
  const lines = withoutNotices(text.replaceAll('\r\n', '\n').normalize('NFC').split('\n'), words);
  const parts = setApart(lines, words);
  const carried = parts.inner.some(({ body }) => body.trim() !== '');
  return {
    cut: cutText(parts.own.join('\n').trim()),
    signature: parts.signature.join('\n').trim(),
    inner: parts.inner.map(({ head, body }) => ({ head: head.trim(), body: body.trim() })),
    carriesLetter: parts.carriesLetter,
    onlyCarries: !isWritten(parts.own) && (carried || (parts.carriesLetter && isWritten(lines))),
  };
});

/** What servers add at the top or the bottom goes, to the end of its paragraph. */
function withoutNotices(lines: readonly string[], words: WordLists): readonly string[] {
  let inNotice = false;
  return lines.filter((line) => {
    inNotice = line.trim() !== '' && (inNotice || words('disclaimers').hits(cutText(line)).length > 0);
    return !inNotice;
  });
}

interface Parts {
  readonly own: readonly string[];
  readonly signature: readonly string[];
  readonly inner: readonly InnerLetter[];
  readonly carriesLetter: boolean;
}

function setApart(lines: readonly string[], words: WordLists): Parts {
  const own: string[] = [];
  const signature: string[] = [];
  const inner: InnerLetter[] = [];
  let into = own;
  let follows = false;
  for (let index = 0; index < lines.length; ) {
    const carried = carriedAt(lines, index, words);
    if (carried !== undefined) {
      inner.push(carried.letter);
      index += carried.count;
      // What is written below a quotation is the letter again.
      into = own;
      continue;
    }
    const line = lines[index] ?? '';
    index += 1;
    if (/^\s*(p\.?\s?s|з\.?\s?ы)[.:\s]/iu.test(line)) into = own;
    const written: string =
      into === own ? closesLetter(line, follows, lines.slice(index, index + 12), words) : line;
    follows ||= written.trim() !== '';
    into.push(written);
    if (into === own && written !== line) {
      into = signature;
      signature.push(line.slice(written.length));
    }
  }
  const unclosed = isClosed(signature[0], words) ? own.length : unclosedSignature(own, words);
  return {
    own: own.slice(0, unclosed),
    signature: [...own.slice(unclosed), ...signature],
    inner,
    carriesLetter: inner.length > 0,
  };
}

/** The letter inside that begins at a line, and how many lines it takes. */
function carriedAt(lines: readonly string[], index: number, words: WordLists) {
  const head = isQuoted(lines[index] ?? '') ? 0 : headLines(lines, index, words);
  const quoted = quotedLines(lines, index + head, head > 0);
  if (head === 0 && quoted.count === 0) return undefined;
  const count = quoted.count === 0 ? lines.length - index : head + quoted.count;
  const body = quoted.count === 0 ? lines.slice(index + head).join('\n') : quoted.body;
  return { count, letter: { head: textOf(lines, index, head), body } };
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

function textOf(lines: readonly string[], from: number, count: number): string {
  return lines.slice(from, from + count).join('\n');
}

/** The quotation that stands here; under a head, behind empty lines too. */
function quotedLines(lines: readonly string[], from: number, underHead: boolean) {
  let start = from;
  while (underHead && start < lines.length && (lines[start] ?? '').trim() === '') start += 1;
  let end = start;
  while (end < lines.length && isQuoted(lines[end] ?? '')) end += 1;
  const body = lines.slice(start, end).map((line) => line.replace(/^\s*>\s?/, ''));
  return { count: end === start ? 0 : end - from, body: body.join('\n') };
}
