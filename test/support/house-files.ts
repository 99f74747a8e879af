/* The project's own files, for tests of the house. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HOME } from './cli-run.ts';

export interface HouseFile {
  /** From the root of the project, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** Every file of a folder of the project whose name ends so. */
export function filesIn(folder: string, ending: string): readonly HouseFile[] {
  return readdirSync(path.join(HOME, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .sort()
    .map((name) => ({ name, text: readHouseFile(name) }));
}

export function readHouseFile(name: string): string {
  return readFileSync(path.join(HOME, name), 'utf8');
}

/** What a pattern's first group finds, each once, sorted. */
export function foundIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))].sort();
}
