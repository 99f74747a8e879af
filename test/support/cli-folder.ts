/* Folders of a test's own, removed when its file is done. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { HOME } from './cli-run.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files; what is no text is written as JSON. */
export function folderWith(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

/** One text for another in a file of the project: `rules/desk.json`. */
export type FileEdit = readonly [file: string, from: string, to: string];

/** A folder with copies of `rules` and `config`, edited as an author would. */
export function projectWith(...edits: readonly FileEdit[]): string {
  const folder = folderWith({});
  for (const name of ['rules', 'config']) {
    cpSync(path.join(HOME, name), path.join(folder, name), { recursive: true });
  }
  for (const [name, from, to] of edits) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${name} does not contain ${from}`);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }
  return folder;
}
