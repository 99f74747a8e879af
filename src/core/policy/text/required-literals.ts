import type { AST } from '@eslint-community/regexpp';

/** What every match of a pattern holds, so that texts without it need not be looked through. */
export interface Required {
  /** One of these stands in every match; folded as {@link foldLiteral} does, each of {@link SHORTEST_LITERAL} signs or more. */
  readonly literals: readonly string[];
  /** A match begins no further before one of them; an unbounded repetition is taken for {@link LONGEST_REPETITION}. */
  readonly before: number;
  /** And ends no further behind where that begins. */
  readonly after: number;
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
  const held = best([ofAlternatives(alternatives).held]);
  return held && { literals: held.texts, before: held.before, after: held.after };
}

/** Texts one of which stands in whatever matches a part; `whole`: and nothing else does. */
interface Held {
  readonly texts: readonly string[];
  readonly whole: boolean;
  /** What matches begins and ends no further from where such a text begins. */
  readonly before: number;
  readonly after: number;
}

interface Part {
  /** `undefined`: anything may match. */
  readonly held: Held | undefined;
  /** Nothing longer matches. */
  readonly reach: number;
}

const NOTHING: Part = { held: whole([''], 0), reach: 0 };

function whole(texts: readonly string[], reach: number): Held {
  return { texts: distinct(texts), whole: true, before: 0, after: reach };
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Part {
  const parts = alternatives.map(ofSequence);
  const reach = Math.max(...parts.map((part) => part.reach));
  const all = parts.map(({ held }) => held);
  const texts = distinct(all.flatMap((held) => held?.texts ?? []));
  if (all.every((held) => held?.whole === true) && texts.length <= MOST_ALTERNATIVES) {
    return { held: whole(texts, reach), reach };
  }
  const needed = all.map((held) => best([held]));
  return {
    held: needed.includes(undefined) ? undefined : together(needed.flatMap((held) => held ?? [])),
    reach,
  };
}

/** One of several stands there. */
function together(all: readonly Held[]): Held {
  return {
    texts: distinct(all.flatMap(({ texts }) => texts)),
    whole: false,
    before: Math.max(...all.map(({ before }) => before)),
    after: Math.max(...all.map(({ after }) => after)),
  };
}

/** Texts grow while everything that follows is known; where that ends, the best of what was gathered is kept. */
function ofSequence({ elements }: AST.Alternative): Part {
  const parts = elements.map(ofElement);
  const reach = parts.reduce((sum, part) => sum + part.reach, 0);
  const gathered: (Held | undefined)[] = [];
  let current: readonly string[] = [''];
  let currentFrom = 0;
  let from = 0;
  // As seen from the whole sequence: other parts stand before it and behind it.
  const placed = (held: Held, at: number, width: number): Held => ({
    ...held,
    whole: false,
    before: at + held.before,
    after: held.after + (reach - at - width),
  });
  for (const part of parts) {
    const joined = part.held?.whole === true ? product(current, part.held.texts) : undefined;
    if (joined === undefined) {
      gathered.push(
        placed(whole(current, 0), currentFrom, 0),
        part.held && placed(part.held, from, part.reach),
      );
      current = part.held?.whole === true ? part.held.texts : [''];
      currentFrom = part.held?.whole === true ? from : from + part.reach;
    } else {
      current = joined;
    }
    from += part.reach;
  }
  if (gathered.length === 0) return { held: whole(current, reach), reach };
  return { held: best([...gathered, placed(whole(current, 0), currentFrom, 0)]), reach };
}

function ofElement(element: AST.Element): Part {
  switch (element.type) {
    case 'Character':
      return { held: whole([foldLiteral(String.fromCodePoint(element.value))], 2), reach: 2 };
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
  return whole(
    signs.map((sign) => foldLiteral(String.fromCodePoint(sign))),
    2,
  );
}

function repeated({ element, min, max }: AST.Quantifier): Part {
  const part = ofElement(element);
  if (min === 1 && max === 1) return part;
  const times = Number.isFinite(max) ? max : LONGEST_REPETITION;
  const reach = Number.isFinite(max) ? part.reach * times : Math.max(part.reach, LONGEST_REPETITION);
  const { held } = part;
  if (min > 0)
    return { held: held && { ...held, whole: false, after: held.after + reach - part.reach }, reach };
  const optional = max === 1 && held?.whole === true;
  return { held: optional ? whole(['', ...held.texts], reach) : undefined, reach };
}

function product(heads: readonly string[], tails: readonly string[]): readonly string[] | undefined {
  if (heads.length * tails.length > MOST_ALTERNATIVES) return undefined;
  return distinct(heads.flatMap((head) => tails.map((tail) => head + tail)));
}

/** Of several sets of texts each of which is needed, the one whose shortest is longest. */
function best(sets: readonly (Held | undefined)[]): Held | undefined {
  let kept: Held | undefined;
  let length = SHORTEST_LITERAL - 1;
  for (const held of sets) {
    const shortest = Math.min(...(held?.texts ?? ['']).map((text) => text.length));
    if (held === undefined || shortest <= length || !held.texts.every((text) => PLAIN.test(text))) continue;
    kept = held;
    length = shortest;
  }
  return kept;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
