import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, textAt } from '#core/issue/json.ts';

/** True while the file exists: whoever can make a file can stop everything, in one step, without any program. */
export function killSwitch(file: string): () => boolean {
  return () => existsSync(file);
}

/** Who stopped everything, when and why, as far as the file tells. */
export interface StopNote {
  /** ISO-8601, by the machine's clock. */
  readonly at: string;
  readonly by?: string;
  readonly reason?: string;
}

/** @returns `undefined` when nothing is stopped by the file */
export function readStopNote(file: string): StopNote | undefined {
  let text: string;
  let made: Temporal.Instant;
  try {
    made = Temporal.Instant.fromEpochMilliseconds(Math.floor(statSync(file).mtimeMs));
    text = readFileSync(file, 'utf8').trim();
  } catch {
    return existsSync(file) ? { at: '' } : undefined;
  }
  const note = parsed(text);
  // Made by hand: whatever stands in it is the reason.
  if (note === undefined)
    return { at: made.toString(), ...(text === '' ? {} : { reason: text.slice(0, 500) }) };
  return { ...note, at: note.at ?? made.toString() };
}

function parsed(text: string): Partial<StopNote> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) return undefined;
    const [at, by, reason] = [textAt(json, 'at'), textAt(json, 'by'), textAt(json, 'reason')];
    return {
      ...(at === undefined ? {} : { at }),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    };
  } catch {
    return undefined;
  }
}

/** Stops everything; the note of whoever stopped it first stays. */
export function writeStopNote(file: string, note: StopNote): StopNote {
  const known = readStopNote(file);
  if (known !== undefined) return known;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(note, undefined, 2)}\n`);
  return note;
}

export function removeStopNote(file: string): void {
  rmSync(file, { force: true });
}
