import fc from 'fast-check';

/** One of the words (of five letters at least) with one typing mistake in it, and none of the words itself. */
export function oneTypo(words: readonly string[]): fc.Arbitrary<string> {
  const long = words.filter((word) => word.length >= 5);
  return fc
    .tuple(
      fc.constantFrom(...long),
      fc.nat(),
      fc.constantFrom('drop', 'swap', 'add', 'change'),
      fc.constantFrom(...'etaoin'),
    )
    .map(([word, at, kind, letter]) => mistyped(word, at % word.length, kind, letter))
    .filter((wrong) => !words.some((word) => word.toLowerCase() === wrong.toLowerCase()));
}

function mistyped(word: string, at: number, kind: string, letter: string): string {
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (kind) {
    case 'drop':
      return before + after;
    case 'swap':
      return before + after.slice(0, 1) + here + after.slice(1);
    case 'add':
      return before + letter + here + after;
    default:
      return before + letter + after;
  }
}
