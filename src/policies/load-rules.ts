import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CompiledReglament, compileReglament } from '#core/policy/compile/compile-reglament.ts';
import { isReglamentFile } from '#core/policy/compile/read-documents.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { SourceFile } from '#core/policy/source/document.ts';
import { Fault, reasonOf } from '#faults.ts';

/** A rules folder as it was read. */
export interface RulesFolder {
  /** The folder as it is shown to people: `rules`. */
  readonly shown: string;
  readonly files: readonly SourceFile[];
}

/** Whether a file of the rules folder tells scenarios: they hold the reglament to its word and are no part of it. */
export function isScenarioFile(path: string): boolean {
  return /(^|\/)scenarios\/[^/]+\.scenarios\.json$/.test(path);
}

/**
 * Reads every file of a rules folder that is part of the reglament.
 *
 * @param isWanted which files instead, by their path in the folder
 * @throws RGL9001 when the folder or a file in it cannot be read
 */
export function readRules(folder: string, shown: string, isWanted = isReglamentFile): RulesFolder {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(path.sep).join('/'))
      .filter(isWanted)
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort();
    const files = names.map((name) => ({
      path: `${shown}/${name}`,
      text: readFileSync(path.join(folder, name), 'utf8'),
    }));
    return { shown, files };
  } catch (cause) {
    const reason = reasonOf(cause);
    const words = {
      ru: `папка правил не читается: ${reason}`,
      en: `the rules folder cannot be read: ${reason}`,
    };
    throw new Fault('RGL9001', words, { folder }, { cause });
  }
}

/** Reads and compiles a rules folder. */
export function loadRules(folder: RulesFolder, vocabulary: Vocabulary): CompiledReglament {
  return compileReglament(folder.files, vocabulary, folder.shown, versionOf(folder));
}

/** Hash of what the files say, however they are laid out: white space and the order of files change nothing. */
export function versionOf({ shown, files }: RulesFolder): string {
  const hash = createHash('sha256');
  for (const { path: name, text } of files) {
    hash.update(`${name.slice(shown.length)}\0${canonical(text)}\0`);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** JSON without white space and with its keys sorted; a file that is no JSON counts as it is. */
function canonical(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
