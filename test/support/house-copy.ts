/* A copy of the project in which a test may plant what the house forbids. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from './cli-folder.ts';
import { HOME, type Outcome, runFile } from './cli-run.ts';

const COPIED = [
  ...['src', 'rules', 'config', '.lint'],
  ...['package.json', 'tsconfig.json', '.biome.json', '.dependency-cruiser.mjs'],
];

/** A copy with these files added; packages are those of the project. */
export function copyWith(planted: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({});
  for (const name of COPIED) cpSync(path.join(HOME, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(HOME, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  for (const [name, text] of Object.entries(planted)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Runs one of the project's own tools in a copy. */
export function runTool(name: string, args: readonly string[], folder: string): Promise<Outcome> {
  return runFile(path.join(HOME, 'node_modules', '.bin', name), args, folder, {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}/usr/bin${path.delimiter}/bin`,
    NO_COLOR: '1',
  });
}
