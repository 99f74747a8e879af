import { type CutText, cutText, type WordLists } from '#core/policy/text/word-lists.ts';

/** What a person wrote in this letter: without quoted history and without the signature. */
export interface OwnWords {
  readonly cut: CutText;
  /** The letter carries another letter inside: forwarded, pasted or answered. */
  readonly carriesLetter: boolean;
  /** There is another letter in it, and not a word of the writer's own. */
  readonly onlyCarries: boolean;
}

/**
 * Sets quoted history and signature apart.
 *
 * Quoted lines begin with `>`. History begins at a line that mail programs write («… Ольга пишет:»), or where two
 * header lines follow each other («От: …», «Кому: …»): one alone may be the writer's own. Where the history is
 * quoted with `>`, people answer below it as often as above, so we read on behind it; else it is the rest of the
 * letter. A signature begins at its closing words, if something stands before them; a postscript under it counts.
 */
export function ownWords(text: string, words: WordLists): OwnWords {
  const lines = text.replaceAll('\r\n', '\n').normalize('NFC').split('\n');
  const { own, carried, carriesLetter } = setApart(lines, words);
  const onlyCarries = !isWritten(own) && (isWritten(carried) || (carriesLetter && isWritten(lines)));
  return { cut: cutText(own.join('\n').trim()), carriesLetter, onlyCarries };
}

interface Parts {
  readonly own: readonly string[];
  /** Another letter that is not quoted line by line. */
  readonly carried: readonly string[];
  readonly carriesLetter: boolean;
}

function setApart(lines: readonly string[], words: WordLists): Parts {
  const own: string[] = [];
  let carriesLetter = false;
  let hasBegun = false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const head = headLines(lines, index, words);
    index += Math.max(head, 1);
    carriesLetter ||= head > 0 || isQuoted(line);
    if (isQuoted(line)) continue;
    if (head > 0) {
      if (isQuoted(nextWritten(lines, index))) continue;
      return { own, carried: lines.slice(index), carriesLetter };
    }
    const written = beforeSignature(line, hasBegun, words);
    hasBegun ||= isWritten([written]);
    own.push(written);
    if (written !== line) {
      return { own: [...own, ...postscript(lines.slice(index))], carried: [], carriesLetter };
    }
  }
  return { own, carried: [], carriesLetter };
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

function nextWritten(lines: readonly string[], from: number): string {
  return lines.slice(from).find((line) => line.trim() !== '') ?? '';
}

/** How many lines the head of another letter takes here; 0 when there is none. */
function headLines(lines: readonly string[], index: number, words: WordLists): number {
  const has = (list: string, line: string) => words(list).hits(cutText(line)).length > 0;
  if (isQuoted(lines[index] ?? '')) return 0;
  if (has('letterHeads', lines[index] ?? '')) return 1;
  let count = 0;
  while (has('headerFields', lines[index + count] ?? '')) count += 1;
  return count >= 2 ? count : 0;
}

/**
 * What of a line stands before a signature. A signature starts at the beginning of a line that follows others, or
 * right after a sentence; or it is a mail program's own line.
 */
function beforeSignature(line: string, follows: boolean, words: WordLists): string {
  if (follows && /^\s*(--|__|—{2,})\s*$/.test(line)) return '';
  const start = words('signatureStarts')
    .hits(cutText(line))
    .map(({ from }) => line.slice(0, from))
    .find((before) => (before.trim() === '' ? follows : /[.!?…]\s*$/.test(before)));
  return start ?? line;
}

function postscript(signature: readonly string[]): readonly string[] {
  const start = signature.findIndex((line) => /^\s*(p\.?\s?s|з\.?\s?ы)[.:\s]/iu.test(line));
  return start === -1 ? [] : signature.slice(start);
}
