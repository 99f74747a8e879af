import type { AST } from '@eslint-community/regexpp';

/**
 * In how many ways an engine that tries one after another may go on from one place of a text before it gives up, at
 * most. Where two ways begin with different signs, the wrong one ends at once and is none.
 *
 * An engine of this kind needs time that is linear in the text, times this number and the length of a match.
 *
 * @param pattern as JavaScript reads it, regardless of case; all of its repetitions have a bound
 */
export function waysOf({ alternatives }: AST.Pattern): number {
  return waysOfAlternatives(alternatives, NO_SIGN);
}

/** Whether a part may match nothing at all. */
export function mayBeEmpty(element: AST.Element): boolean {
  return beginningOf(element).skips;
}

/** One bit a sign of {@link SIGNS}: the signs with which something may begin. */
type Signs = bigint;

const NO_SIGN: Signs = 0n;

/** @param follow with what that which stands behind may begin */
function waysOfAlternatives(alternatives: readonly AST.Alternative[], follow: Signs): number {
  const courses = alternatives.map(({ elements }) => ({
    ways: waysOfSequence(elements, follow),
    first: firstOf(beginningOfSequence(elements), follow),
  }));
  const beside = courses.map(({ first }) =>
    courses.reduce((sum, other) => ((other.first & first) === NO_SIGN ? sum : sum + other.ways), 0),
  );
  return Math.max(1, ...beside);
}

function waysOfSequence(elements: readonly AST.Element[], follow: Signs): number {
  let ways = 1;
  let behind = follow;
  for (const element of elements.toReversed()) {
    ways *= waysOfElement(element, behind);
    behind = firstOf(beginningOf(element), behind);
  }
  return ways;
}

function waysOfElement(element: AST.Element, follow: Signs): number {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return waysOfAlternatives(element.alternatives, follow);
    case 'Quantifier':
      return waysOfRepetition(element, follow);
    default:
      return 1;
  }
}

/** Where one more may begin as that which stands behind does, each number of repetitions is a way. */
function waysOfRepetition({ element, min, max }: AST.Quantifier, follow: Signs): number {
  const { first } = beginningOf(element);
  const once = waysOfElement(element, follow | first);
  const fewest = (first & follow) === NO_SIGN ? max : min;
  let ways = 0;
  for (let times = fewest; times <= max; times += 1) ways += once ** times;
  return Math.max(1, ways);
}

interface Beginning {
  readonly first: Signs;
  readonly skips: boolean;
}

function firstOf({ first, skips }: Beginning, behind: Signs): Signs {
  return skips ? first | behind : first;
}

function beginningOf(element: AST.Element): Beginning {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup': {
      const all = element.alternatives.map(({ elements }) => beginningOfSequence(elements));
      return {
        first: all.reduce((signs, { first }) => signs | first, NO_SIGN),
        skips: all.some(({ skips }) => skips),
      };
    }
    case 'Assertion':
      return { first: NO_SIGN, skips: true };
    case 'Quantifier': {
      const { first, skips } = beginningOf(element.element);
      return { first, skips: skips || element.min === 0 };
    }
    default:
      return { first: signsOf(element.raw), skips: false };
  }
}

function beginningOfSequence(elements: readonly AST.Element[]): Beginning {
  return elements
    .map(beginningOf)
    .reduceRight<Beginning>(
      (behind, one) => ({ first: firstOf(one, behind.first), skips: one.skips && behind.skips }),
      { first: NO_SIGN, skips: true },
    );
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
  ...TYPOGRAPHIC.filter((code) => code >= CYRILLIC_END),
  ...OTHERS,
].map((code) => String.fromCodePoint(code));

function codesOf(signs: string): readonly number[] {
  return Array.from(signs, (sign) => sign.codePointAt(0) ?? 0);
}

const known = new Map<string, Signs>();

/** @param raw a sign, an escape or a class, as it stands in the pattern */
function signsOf(raw: string): Signs {
  return known.getOrInsertComputed(raw, () => {
    const pattern = new RegExp(`^${raw}$`, 'iu');
    return SIGNS.reduce(
      (signs, sign, bit) => (pattern.test(sign) ? signs | (1n << BigInt(bit)) : signs),
      NO_SIGN,
    );
  });
}
