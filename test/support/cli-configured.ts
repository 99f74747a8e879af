/* Configuration files in a folder of their own, read as the commands read them. */
import path from 'node:path';
import { type ReadConfiguration, readConfiguration } from '#configuration/read-configuration.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { folderWith } from './cli-folder.ts';

/** Reads the first of the files; findings name files by what they are called in the folder. */
export function configured(files: Readonly<Record<string, string | object>>): ReadConfiguration {
  const folder = folderWith(files);
  const [first = ''] = Object.keys(files);
  return readConfiguration(path.join(folder, first), (file) => path.relative(folder, file));
}

/** The findings about one file whose wrong place is marked: `"port": ⟦"x"⟧`. */
export function findingsIn(marked: string): readonly Diagnostic[] {
  return configured({ 'c.json': marked.replace(/[⟦⟧]/gu, '') }).diagnostics;
}

/** Where the mark stands. */
export function markIn(marked: string): { line: number; column: number; endColumn: number } {
  const [before = '', inside = ''] = marked.split(/[⟦⟧]/u);
  const column = before.length - before.lastIndexOf('\n');
  return { line: before.split('\n').length, column, endColumn: column + inside.length };
}
