import type { AST } from '@eslint-community/regexpp';

/**
 * In how many ways an engine that tries one after another may go on from one place of a text before it gives up, at
 * most. Where two ways begin with different signs, the wrong one ends at once and is none.
 *
 * An engine of this kind needs time that is linear in the text, times this number and the length of a match.
 *
 * @param longest so often at most an unbounded repetition is repeated
 */
export function waysOf({ alternatives }: AST.Pattern, longest: number): number {
  return ofAlternatives(alternatives, NO_SIGN, longest).ways;
}

/** One bit a sign of {@link SIGNS}: the signs with which something may begin. */
type Signs = bigint;

const NO_SIGN: Signs = 0n;

interface Course {
  readonly ways: number;
  readonly first: Signs;
  /** It may match nothing. */
  readonly skips: boolean;
}

/** @param follow with what that which stands behind may begin */
function ofAlternatives(alternatives: readonly AST.Alternative[], follow: Signs, longest: number): Course {
  const courses = alternatives.map(({ elements }) => ofSequence(elements, follow, longest));
  const beside = ({ first }: Course) =>
    courses.reduce((sum, other) => ((other.first & first) === NO_SIGN ? sum : sum + other.ways), 0);
  return {
    ways: Math.max(1, ...courses.map(beside)),
    first: courses.reduce((signs, { first }) => signs | first, NO_SIGN),
    skips: courses.some(({ skips }) => skips),
  };
}

function ofSequence(elements: readonly AST.Element[], follow: Signs, longest: number): Course {
  return elements.reduceRight<Course>(
    (behind, element) => {
      const { ways, first, skips } = ofElement(element, behind.first, longest);
      return {
        ways: ways * behind.ways,
        first: skips ? first | behind.first : first,
        skips: skips && behind.skips,
      };
    },
    { ways: 1, first: follow, skips: true },
  );
}

function ofElement(element: AST.Element, follow: Signs, longest: number): Course {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives, follow, longest);
    case 'Assertion':
      return { ways: 1, first: NO_SIGN, skips: true };
    case 'Quantifier':
      return ofRepetition(element, follow, longest);
    default:
      return { ways: 1, first: signsOf(element.raw), skips: false };
  }
}

/** Where one more may begin as that which stands behind does, each number of repetitions is a way. */
function ofRepetition({ element, min, max }: AST.Quantifier, follow: Signs, longest: number): Course {
  const { first } = ofElement(element, follow, longest);
  const once = ofElement(element, follow | first, longest);
  const most = Number.isFinite(max) ? max : Math.max(min, longest);
  const fewest = (once.first & follow) === NO_SIGN ? most : min;
  let ways = 0;
  for (let times = fewest; times <= most; times += 1) ways += once.ways ** times;
  return { ways: Math.max(1, ways), first: once.first, skips: min === 0 || once.skips };
}

/** Signs that patterns may name one by one or by ranges: each of them is counted for itself. */
export function isCounted(code: number): boolean {
  return code < LATIN || (code >= CYRILLIC && code < CYRILLIC_END) || TYPOGRAPHIC.includes(code);
}

const LATIN = 0x80;
const CYRILLIC = 0x400;
const CYRILLIC_END = 0x460;
const TYPOGRAPHIC = codesOf('\u00a0«»‐–—’‘“”„…№→⟶⇒›·•');
/** Of all others one of each kind that a class may tell from the rest. */
const OTHERS = codesOf('éǅªʰ\u0301\u0903\u20dd٣Ⅳ²‿€˄∑\u2028\u200d\ue000😀中');
const SIGNS: readonly string[] = [
  ...Array.from({ length: CYRILLIC_END }, (_, code) => code).filter(isCounted),
  ...TYPOGRAPHIC,
  ...OTHERS,
].map((code) => String.fromCodePoint(code));

function codesOf(signs: string): readonly number[] {
  return Array.from(signs, (sign) => sign.codePointAt(0) ?? 0);
}

const known = new Map<string, Signs>();

/** @param raw a sign, an escape or a class, as it stands in the pattern */
function signsOf(raw: string): Signs {
  return known.getOrInsertComputed(raw, () => {
    const pattern = new RegExp(`^${raw}$`, 'isu');
    return SIGNS.reduce(
      (signs, sign, bit) => (pattern.test(sign) ? signs | (1n << BigInt(bit)) : signs),
      NO_SIGN,
    );
  });
}
