import { type CutText, cutText, type WordLists } from '#core/policy/text/word-lists.ts';

/** What a person wrote in this letter: without quoted history and without the signature. */
export interface OwnWords {
  readonly cut: CutText;
  /** The letter carries another letter inside: forwarded or pasted. */
  readonly carriesLetter: boolean;
}

/**
 * Sets quoted history and signature apart.
 *
 * Quoted lines begin with `>`; history begins at a line that mail programs write («От: …», "On … wrote:");
 * a signature begins at its closing words, if something stands before them.
 */
export function ownWords(text: string, words: WordLists): OwnWords {
  const lines = text.replaceAll('\r\n', '\n').normalize('NFC').split('\n');
  const own: string[] = [];
  let carriesLetter = false;
  for (const line of lines) {
    if (/^\s*>/.test(line)) continue;
    const cut = cutText(line);
    if (words('letterHeads').hits(cut).length > 0) {
      carriesLetter = true;
      break;
    }
    if (own.some((written) => written.trim() !== '') && startsSignature(line, cut, words)) break;
    own.push(line);
  }
  return { cut: cutText(own.join('\n').trim()), carriesLetter };
}

/** A signature starts at the beginning of a line, or is a mail program's own line. */
function startsSignature(line: string, cut: CutText, words: WordLists): boolean {
  if (/^\s*(--|__|—{2,})\s*$/.test(line)) return true;
  const first = words('signatureStarts').hits(cut)[0];
  return first !== undefined && line.slice(0, first.from).trim() === '';
}
