import { foldLiteral, SHORTEST_LITERAL } from './required-literals.ts';

/** Finds many literals in one walk over a text: the offsets of each that stands there, in order. */
export type Prefilter = (text: string) => ReadonlyMap<string, readonly number[]>;

/**
 * Opens a search for literals. At each place of a text only those are tried that begin as its next three signs do: the
 * time is linear in the text, whatever stands in it.
 *
 * @param literals folded, each of {@link SHORTEST_LITERAL} signs or more
 */
export function openPrefilter(literals: Iterable<string>): Prefilter {
  const byStart = Map.groupBy(new Set(literals), (literal) => startAt(literal, 0));
  return (text) => {
    const folded = foldLiteral(text);
    const found = new Map<string, number[]>();
    for (let at = 0; at + SHORTEST_LITERAL <= folded.length; at += 1) {
      const begun = byStart.get(startAt(folded, at));
      if (begun === undefined) continue;
      for (const literal of begun) {
        if (folded.startsWith(literal, at)) found.getOrInsertComputed(literal, () => []).push(at);
      }
    }
    return found;
  };
}

/** Three signs as a small number; other signs may have the same. */
function startAt(text: string, at: number): number {
  const low = text.charCodeAt(at) & LOW;
  return (low << 16) | ((text.charCodeAt(at + 1) & LOW) << 8) | (text.charCodeAt(at + 2) & LOW);
}

const LOW = 0xff;
