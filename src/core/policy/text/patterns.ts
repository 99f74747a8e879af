import { RE2JS, RE2JSException } from 're2js';
import { whenAsked } from '#core/calendar/when-asked.ts';
import { nativePattern } from './native-pattern.ts';
import { isCommonSyntax, patternSyntax } from './pattern-syntax.ts';
import { type Required, requiredLiterals } from './required-literals.ts';

/** A pattern that runs in time linear in the text, whatever an admin wrote. */
export interface Pattern {
  /** First match in a text, as offsets; `undefined` when there is none. */
  readonly find: (text: string, from?: number) => { readonly from: number; readonly to: number } | undefined;
  /** What stands in each of its matches; nothing, when that may be anything. */
  readonly required: () => Required | undefined;
}

/**
 * A pattern is compiled when something is first looked for with it: most commands read no letter, and hundreds of
 * patterns take a quarter of a second.
 *
 * @returns the pattern, or what is wrong with it; look-around and back-references are not linear and not there
 */
export function compilePattern(source: string): Pattern | { readonly wrong: string } {
  const syntax = patternSyntax(source);
  const compiled = whenAsked(() => RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE));
  const wrong = syntax !== undefined && isCommonSyntax(syntax) ? undefined : whatIsWrong(compiled);
  if (wrong !== undefined) return { wrong };
  const engine = whenAsked(() => {
    const native = syntax && nativePattern(syntax);
    return native === undefined ? findingByRe2(compiled()) : findingNatively(native);
  });
  return {
    find: (text, from = 0) => engine()(text, from),
    required: whenAsked(() => (syntax === undefined ? undefined : requiredLiterals(syntax))),
  };
}

type Finding = (text: string, from: number) => { readonly from: number; readonly to: number } | undefined;

export function findingByRe2(pattern: RE2JS): Finding {
  return (text, from) => {
    const matcher = pattern.matcher(text);
    return matcher.find(from) ? { from: matcher.start(), to: matcher.end() } : undefined;
  };
}

export function findingNatively(pattern: RegExp): Finding {
  return (text, from) => {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match === null ? undefined : { from: match.index, to: match.index + match[0].length };
  };
}

function whatIsWrong(compiled: () => RE2JS): string | undefined {
  try {
    compiled();
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}
