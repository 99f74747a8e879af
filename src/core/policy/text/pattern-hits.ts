import type { CutText, Hit } from './cut-text.ts';
import type { Pattern } from './patterns.ts';

/** Where each literal stands in a text. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** Every match of the patterns, pattern by pattern. */
export function patternHits(cut: CutText, patterns: readonly Pattern[], literals: Places): Hit[] {
  const hits: Hit[] = [];
  for (const pattern of patterns) {
    for (const { from, to } of stretchesFor(pattern, cut.text.length, literals))
      hits.push(...hitsWithin(cut.text, pattern, from, to));
  }
  return hits;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a pattern can match at all: around what each of its matches holds. */
function stretchesFor(pattern: Pattern, length: number, found: Places): readonly Stretch[] {
  const required = pattern.required();
  if (required === undefined) return [{ from: 0, to: length }];
  const { literals, before, after } = required;
  const places = literals.flatMap((literal) => found.get(literal) ?? []).sort((a, b) => a - b);
  const stretches: { from: number; to: number }[] = [];
  for (const place of places) {
    const to = Math.min(length, place + after + BEYOND);
    const last = stretches.at(-1);
    if (last !== undefined && place - before <= last.to) last.to = to;
    else stretches.push({ from: Math.max(0, place - before), to });
  }
  return stretches;
}

/** So much behind a match is looked at too: whether the word, or the line, ends there. */
const BEYOND = 2;

/** The text before a stretch is seen by the pattern, what stands behind it is not. */
function hitsWithin(whole: string, pattern: Pattern, start: number, end: number): readonly Hit[] {
  const text = whole.slice(0, end);
  const hits: Hit[] = [];
  let from = start;
  while (from <= end) {
    const found = pattern.find(text, from);
    if (found === undefined) break;
    hits.push({ ...found, text: text.slice(found.from, found.to).trim() });
    from = Math.max(found.to, from + 1);
  }
  return hits;
}
