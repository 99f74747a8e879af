import type { Pattern } from '#core/policy/text/patterns.ts';

/** What is found in a whole text, match after match, as `from-to`; matches of nothing are left out. */
export function everyMatch(
  find: (text: string, from: number) => ReturnType<Pattern['find']>,
  text: string,
): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const match = find(text, from);
    if (match === undefined) break;
    if (match.to > match.from) found.push(`${match.from}-${match.to}`);
    from = Math.max(match.to, behindSign(text, from));
  }
  return found;
}

/** Behind the sign that stands there, be it of two halves. */
function behindSign(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
