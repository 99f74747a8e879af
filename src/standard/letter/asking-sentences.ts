/** A sentence that asks, from its first sign to its question mark. */
export interface AskingSentence {
  readonly text: string;
  readonly from: number;
}

/** Fewer signs before its mark are no sentence; of a longer one the end is enough. */
const SHORTEST = 12;
const LONGEST = 300;

/** The sentences of a text that end in a question mark. A point before a digit («10.2») ends none. */
export function askingSentences(text: string): readonly AskingSentence[] {
  const sentences: AskingSentence[] = [];
  for (let mark = text.indexOf('?'); mark >= 0; mark = text.indexOf('?', mark + 1)) {
    const { from, signs } = beginningBefore(text, mark);
    if (signs >= SHORTEST) sentences.push({ text: text.slice(from, mark + 1).trim(), from });
  }
  return sentences;
}

/** Where the sentence begins, and how many signs it has; numbers with a point count it with the digit behind. */
function beginningBefore(text: string, mark: number): { readonly from: number; readonly signs: number } {
  let from = mark;
  let signs = 0;
  while (from > 0 && signs < LONGEST && !ENDS.has(text[from - 1] ?? '')) {
    const isNumber = text[from - 2] === '.' && DIGIT.test(text[from - 1] ?? '');
    from -= isNumber ? 2 : 1;
    signs += 1;
  }
  return { from, signs };
}

const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '\n']);
const DIGIT = /\d/;
