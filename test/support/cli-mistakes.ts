/* Mistakes that an author makes in the shipped rules, each with its place marked: `"fact": ⟦"kidn"⟧`. */
import path from 'node:path';
import type { CompiledReglament } from '#core/policy/compile/compile-reglament.ts';
import type { Diagnostic, DiagnosticCode } from '#core/policy/source/diagnostic.ts';
import type { SourceFile } from '#core/policy/source/document.ts';
import { loadRules, type RulesFolder, readRules } from '#policies/load-rules.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { HOME } from './cli-run.ts';

export interface Mistake {
  readonly code: DiagnosticCode;
  /** The file that the finding is about; `rules/` goes before it. */
  readonly file: string;
  readonly from: string;
  /** What stands there instead, with ⟦ and ⟧ around what the finding points at. */
  readonly to: string;
  /** Edits of other files that make it a mistake. */
  readonly also?: readonly (readonly [file: string, from: string, to: string])[];
  /** How the finding is worded; what follows `…` is the words of a parser. */
  readonly ru: string;
  readonly en: string;
  /** The text of the same file, marked, whose place the hint tells as `{place}`. */
  readonly refersTo?: string;
  readonly hint?: { readonly ru: string; readonly en: string };
  readonly fix?: string;
}

export const VOCABULARY = standardVocabulary();

let shipped: RulesFolder | undefined;

export function shippedRules(): RulesFolder {
  shipped ??= readRules(path.join(HOME, 'rules'), 'rules');
  return shipped;
}

/** Compiles the shipped rules with some files changed; `undefined` takes a file away. */
export function compiledWith(
  changed: Readonly<Record<string, (text: string) => string | undefined>>,
): CompiledReglament {
  const files = shippedRules().files.flatMap((file): SourceFile[] => {
    const change = changed[file.path.slice('rules/'.length)];
    const text = change === undefined ? file.text : change(file.text);
    return text === undefined ? [] : [{ ...file, text }];
  });
  return loadRules({ shown: 'rules', files }, VOCABULARY);
}

/** Replaces the first such text; fails where there is none, so that no test stops testing unseen. */
export function swapped(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`nothing like ${from} in it`);
    return text.replace(from, () => to);
  };
}

/** What `check` finds when only this mistake is made. */
export function findingsOf(mistake: Mistake): readonly Diagnostic[] {
  return compiledWithMistake(mistake).diagnostics;
}

/** The shipped rules with one mistake in them. */
export function compiledWithMistake({ file, from, to, also = [] }: Mistake): CompiledReglament {
  const changes: Record<string, (text: string) => string> = {};
  for (const [name, before, after] of [[file, from, unmarked(to)] as const, ...also]) {
    const earlier = changes[name] ?? ((text: string) => text);
    changes[name] = (text) => swapped(before, after)(earlier(text));
  }
  return compiledWith(changes);
}

/** The hint with the place that it refers to. */
export function hintOf(mistake: Mistake): { ru: string; en: string } | undefined {
  const { hint, refersTo, file } = mistake;
  if (hint === undefined || refersTo === undefined) return hint;
  const { line, column } = placeOf({ ...mistake, from: unmarked(refersTo), to: refersTo });
  const at = (text: string) => text.replace('{place}', `rules/${file}:${line}:${column}`);
  return { ru: at(hint.ru), en: at(hint.en) };
}

/** Where the mark stands once the mistake is made. */
export function placeOf({ file, from, to }: Mistake): { line: number; column: number; endColumn: number } {
  const { text } = shippedRules().files.find((source) => source.path === `rules/${file}`) ?? { text: '' };
  const [before = '', marked = ''] = swapped(from, to)(text).split(/[⟦⟧]/u);
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1;
  return { line: before.split('\n').length, column, endColumn: column + marked.length };
}

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/gu, '');
}
