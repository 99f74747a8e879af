import type { AST } from '@eslint-community/regexpp';

/** What every match of a pattern holds, so that texts without it need not be looked through. */
export interface Required {
  /** One of these stands in every match; folded as {@link foldLiteral} does, each of {@link SHORTEST_LITERAL} signs or more. */
  readonly literals: readonly string[];
  /** No match is longer; an unbounded repetition is taken for {@link LONGEST_REPETITION}. */
  readonly reach: number;
}

/** Fewer signs stand in too many texts. */
export const SHORTEST_LITERAL = 3;

/** Further an unbounded repetition is not followed: no word and no gap between words is so long. */
export const LONGEST_REPETITION = 40;

/** More alternatives than these are not kept apart. */
const MOST_ALTERNATIVES = 48;

/** Signs of which RE2's case folding and ours say the same. */
const PLAIN = /^[ -~а-яё«»№–—]+$/u;

/**
 * A text as patterns compare it, without regard to case, sign by sign: offsets stay. Archaic forms that RE2 takes for
 * today's letters (ſ for s) stay what they are.
 */
export function foldLiteral(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return [...text]
    .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('');
}

/** @returns `undefined` when the pattern may match a text in which nothing in particular stands */
export function requiredLiterals({ alternatives }: AST.Pattern): Required | undefined {
  const { held, reach } = ofAlternatives(alternatives);
  const literals = best([held]);
  return literals === undefined ? undefined : { literals, reach };
}

/** Texts one of which stands in whatever matches a part; `whole`: and nothing else does. */
interface Held {
  readonly texts: readonly string[];
  readonly whole: boolean;
}

interface Part {
  /** `undefined`: anything may match. */
  readonly held: Held | undefined;
  readonly reach: number;
}

const NOTHING: Part = { held: { texts: [''], whole: true }, reach: 0 };

function ofAlternatives(alternatives: readonly AST.Alternative[]): Part {
  const parts = alternatives.map(ofSequence);
  const reach = Math.max(...parts.map((part) => part.reach));
  const all = parts.map(({ held }) => held);
  if (all.every((held) => held?.whole === true)) {
    const texts = distinct(all.flatMap((held) => held?.texts ?? []));
    if (texts.length <= MOST_ALTERNATIVES) return { held: { texts, whole: true }, reach };
  }
  const needed = all.map((held) => best([held]));
  if (needed.some((texts) => texts === undefined)) return { held: undefined, reach };
  return { held: { texts: distinct(needed.flatMap((texts) => texts ?? [])), whole: false }, reach };
}

/** Texts grow while everything that follows is known; where that ends, the best of what was gathered is kept. */
function ofSequence({ elements }: AST.Alternative): Part {
  const gathered: (Held | undefined)[] = [];
  let current: Held = { texts: [''], whole: true };
  let reach = 0;
  let whole = true;
  for (const element of elements) {
    const part = ofElement(element);
    reach += part.reach;
    const joined = part.held?.whole === true ? product(current.texts, part.held.texts) : undefined;
    if (joined !== undefined) {
      current = { texts: joined, whole: true };
      continue;
    }
    whole = false;
    gathered.push(current, part.held);
    current = part.held?.whole === true ? part.held : { texts: [''], whole: true };
  }
  if (whole) return { held: current, reach };
  const texts = best([...gathered, current]);
  return { held: texts === undefined ? undefined : { texts, whole: false }, reach };
}

function ofElement(element: AST.Element): Part {
  switch (element.type) {
    case 'Character':
      return { held: { texts: [foldLiteral(String.fromCodePoint(element.value))], whole: true }, reach: 2 };
    case 'CharacterClass':
      return { held: signsOf(element), reach: 2 };
    case 'CharacterSet':
      return { held: undefined, reach: 2 };
    case 'Assertion':
      return NOTHING;
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Quantifier':
      return repeated(element);
    default:
      return { held: undefined, reach: LONGEST_REPETITION };
  }
}

/** `[еa]`: a few signs, one by one. */
function signsOf({ elements, negate }: AST.CharacterClass): Held | undefined {
  const signs = elements.flatMap((sign) => (sign.type === 'Character' ? [sign.value] : []));
  if (negate || signs.length !== elements.length) return undefined;
  return { texts: distinct(signs.map((sign) => foldLiteral(String.fromCodePoint(sign)))), whole: true };
}

function repeated({ element, min, max }: AST.Quantifier): Part {
  const part = ofElement(element);
  const times = Number.isFinite(max) ? max : LONGEST_REPETITION;
  const reach = Number.isFinite(max) ? part.reach * times : Math.max(part.reach, LONGEST_REPETITION);
  if (min === 1 && max === 1) return part;
  if (min === 0) {
    const optional = max === 1 && part.held?.whole === true;
    return optional
      ? { held: { texts: distinct(['', ...(part.held?.texts ?? [])]), whole: true }, reach }
      : { held: undefined, reach };
  }
  return { held: part.held === undefined ? undefined : { texts: part.held.texts, whole: false }, reach };
}

function product(heads: readonly string[], tails: readonly string[]): readonly string[] | undefined {
  if (heads.length * tails.length > MOST_ALTERNATIVES) return undefined;
  return distinct(heads.flatMap((head) => tails.map((tail) => head + tail)));
}

/** Of several sets of texts each of which is needed, the one whose shortest is longest. */
function best(sets: readonly (Held | undefined)[]): readonly string[] | undefined {
  let kept: readonly string[] | undefined;
  let length = SHORTEST_LITERAL - 1;
  for (const held of sets) {
    const shortest = Math.min(...(held?.texts ?? ['']).map((text) => text.length));
    if (held === undefined || shortest <= length || !held.texts.every((text) => PLAIN.test(text))) continue;
    kept = held.texts;
    length = shortest;
  }
  return kept;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
