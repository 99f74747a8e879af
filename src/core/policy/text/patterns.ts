import { RE2JS, RE2JSException } from 're2js';
import { type Required, requiredLiterals } from './required-literals.ts';

/** A pattern that runs in time linear in the text, whatever an admin wrote. */
export interface Pattern {
  /** First match in a text, as offsets; `undefined` when there is none. */
  readonly find: (text: string, from?: number) => { readonly from: number; readonly to: number } | undefined;
  /** What stands in each of its matches; absent when that may be anything. */
  readonly required?: Required;
}

/** @returns the pattern, or what is wrong with it; look-around and back-references are not linear and not there */
export function compilePattern(source: string): Pattern | { readonly wrong: string } {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
    const required = requiredLiterals(source);
    return {
      find(text, from = 0) {
        const matcher = compiled.matcher(text);
        return matcher.find(from) ? { from: matcher.start(), to: matcher.end() } : undefined;
      },
      ...(required === undefined ? {} : { required }),
    };
  } catch (error) {
    if (error instanceof RE2JSException) return { wrong: error.message };
    throw error;
  }
}
