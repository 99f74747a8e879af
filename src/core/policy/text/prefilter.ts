import { foldLiteral, SHORTEST_LITERAL } from './required-literals.ts';

/** Finds many literals in one walk over a text: the offsets of each that stands there, in order. */
export type Prefilter = (text: string) => ReadonlyMap<string, readonly number[]>;

/**
 * Opens a search for literals. At each place of a text only those are tried that begin with its next three signs: the
 * time is linear in the text, whatever stands in it.
 *
 * @param literals folded, each of {@link SHORTEST_LITERAL} signs or more
 */
export function openPrefilter(literals: Iterable<string>): Prefilter {
  const byStart = new Map<number, string[]>();
  for (const literal of new Set(literals)) {
    const start = startAt(literal, 0);
    const same = byStart.get(start);
    if (same === undefined) byStart.set(start, [literal]);
    else same.push(literal);
  }
  return (text) => {
    const folded = foldLiteral(text);
    const found = new Map<string, number[]>();
    for (let at = 0; at + SHORTEST_LITERAL <= folded.length; at += 1) {
      for (const literal of byStart.get(startAt(folded, at)) ?? []) {
        if (!folded.startsWith(literal, at)) continue;
        const places = found.get(literal);
        if (places === undefined) found.set(literal, [at]);
        else places.push(at);
      }
    }
    return found;
  };
}

const SIGNS = 0x10000;

/** Three signs as one number. */
function startAt(text: string, at: number): number {
  return (text.charCodeAt(at) * SIGNS + text.charCodeAt(at + 1)) * SIGNS + text.charCodeAt(at + 2);
}
