import type { AST } from '@eslint-community/regexpp';
import { isCommonSyntax, patternSyntax } from './pattern-syntax.ts';
import { isCounted, mayBeEmpty, waysOf } from './pattern-ways.ts';
import { LONGEST_REPETITION } from './required-literals.ts';

/** With so many, 20,000 signs made of a pattern's own near matches took some 60 ms at worst; with few, hardly any. */
const MOST_WAYS = 1000;

/**
 * The same pattern for JavaScript's own engine, which is some thirty times as fast as RE2 in JavaScript, but tries one
 * way after another. It is there for patterns of which few ways are to be tried from any place, counted beforehand;
 * their time is linear in the text, too.
 *
 * It finds what RE2 finds, regardless of case and line by line; an unbounded repetition is repeated
 * {@link LONGEST_REPETITION} times at most.
 *
 * @returns `undefined` for any other pattern
 */
export function nativePattern(syntax: AST.Pattern): RegExp | undefined {
  const source = isCommonSyntax(syntax) ? ofAlternatives(syntax.alternatives) : undefined;
  // What is counted is what runs.
  const written = source === undefined ? undefined : patternSyntax(source);
  if (source === undefined || written === undefined || waysOf(written) > MOST_WAYS) return undefined;
  return new RegExp(source, 'giu');
}

/** What stands there in JavaScript's words; `undefined` where both engines do not say quite the same. */
type Written = string | undefined;

function ofAlternatives(alternatives: readonly AST.Alternative[]): Written {
  return joined(
    alternatives.map(({ elements }) => joined(elements.map(ofElement), '')),
    '|',
  );
}

function joined(parts: readonly Written[], sign: string): Written {
  return parts.includes(undefined) ? undefined : parts.join(sign);
}

function ofElement(element: AST.Element): Written {
  switch (element.type) {
    case 'Character':
      return isCounted(element.value) ? element.raw : undefined;
    case 'CharacterSet':
      return ofSet(element);
    case 'CharacterClass':
      return ofClass(element);
    case 'Assertion':
      return LINE_ENDS[element.raw];
    case 'Group':
    case 'CapturingGroup':
      return grouped(ofAlternatives(element.alternatives));
    case 'Quantifier':
      return ofRepetition(element);
    default:
      return undefined;
  }
}

/** JavaScript knows more ends of lines than RE2. A word's end is another for each of them: JavaScript takes ſ into words. */
const LINE_ENDS: Readonly<Record<string, string>> = { '^': '(?<![^\\n])', $: '(?![^\\n])' };
const SPACES = '\\t\\n\\f\\r ';

function ofSet({ kind, raw }: AST.CharacterSet): Written {
  if (kind === 'any') return '[^\\n]';
  if (kind === 'space') return raw === '\\s' ? `[${SPACES}]` : `[^${SPACES}]`;
  return raw === '\\W' ? undefined : raw;
}

function ofClass({ elements, negate }: AST.CharacterClass): Written {
  const inside = joined(elements.map(ofMember), '');
  return inside === undefined ? undefined : `[${negate ? '^' : ''}${inside}]`;
}

function ofMember(member: AST.CharacterClassElement): Written {
  switch (member.type) {
    case 'Character':
      return isCounted(member.value) ? member.raw : undefined;
    case 'CharacterClassRange':
      return isCounted(member.min.value) && isCounted(member.max.value) ? member.raw : undefined;
    case 'CharacterSet':
      if (member.kind === 'space') return member.negate ? undefined : SPACES;
      return member.raw === '\\W' ? undefined : member.raw;
    default:
      return undefined;
  }
}

function grouped(written: Written): Written {
  return written === undefined ? undefined : `(?:${written})`;
}

/** JavaScript repeats nothing that matches an empty text, RE2 does. */
function ofRepetition({ element, min, max, greedy }: AST.Quantifier): Written {
  const once = mayBeEmpty(element) ? undefined : ofElement(element);
  if (once === undefined) return undefined;
  const most = Number.isFinite(max) ? max : Math.max(min, LONGEST_REPETITION);
  return `${once}{${min},${most}}${greedy ? '' : '?'}`;
}
