import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '#faults.ts';

export interface Lock {
  readonly release: () => void;
}

/**
 * Holds a folder for one service.
 *
 * The lock is an open transaction on a file of its own: the operating system frees it with the process, however
 * that ends, so a killed service leaves nothing behind that somebody would have to remove.
 *
 * @throws RGL9101 when another process holds it
 */
export function takeLock(folder: string): Lock {
  const database = new DatabaseSync(path.join(folder, 'reglament.lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    const words = {
      ru: `хранилище ${folder} уже занято другой службой`,
      en: `the store ${folder} is held by another service already`,
    };
    throw new Fault('RGL9101', words, { folder }, { cause });
  }
  return { release: () => database.close() };
}

/** Whether a service holds the folder now. */
export function isHeld(folder: string): boolean {
  try {
    takeLock(folder).release();
    return false;
  } catch (error) {
    if (error instanceof Fault) return true;
    // No folder, no service.
    return false;
  }
}
