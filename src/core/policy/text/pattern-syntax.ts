import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** The syntax tree of a pattern; `undefined` where RE2 may know what JavaScript does not. */
export function patternSyntax(source: string): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** RE2 repeats nothing more often than this, inner repetitions multiplied. */
const MOST_REPEATED = 1000;

/**
 * Whether RE2 surely takes a pattern: nothing in it but what JavaScript and RE2 write alike. Of any other only
 * compiling it tells.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function isCommonSyntax(pattern: AST.Pattern): boolean {
  let common = true;
  const refuse = () => {
    common = false;
  };
  visitRegExpAST(pattern, {
    onAssertionEnter: ({ kind }) => {
      if (kind === 'lookahead' || kind === 'lookbehind') refuse();
    },
    onBackreferenceEnter: refuse,
    onCapturingGroupEnter: ({ name }) => {
      if (name !== null) refuse();
    },
    onModifiersEnter: refuse,
    onCharacterEnter: ({ raw }) => {
      if (/^\\[ucx0]/.test(raw)) refuse();
    },
    onCharacterSetEnter: (set) => {
      if (set.kind === 'property' && !/^\\[pP]\{\p{Lu}\p{Ll}?\}$/u.test(set.raw)) refuse();
    },
    onCharacterClassEnter: ({ elements }) => {
      if (elements.length === 0) refuse();
    },
    onQuantifierEnter: (quantifier) => {
      if (repeatedAtMost(quantifier) > MOST_REPEATED) refuse();
    },
  });
  return common;
}

function repeatedAtMost(quantifier: AST.Quantifier): number {
  let times = 1;
  for (let node: AST.Node | null = quantifier; node !== null; node = node.parent) {
    if (node.type === 'Quantifier') times *= Math.max(node.min, Number.isFinite(node.max) ? node.max : 1);
  }
  return times;
}
