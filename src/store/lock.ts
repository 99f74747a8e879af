import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault, isFault, reasonOf } from '#faults.ts';

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
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path.join(folder, LOCK_FILE), { timeout: 0 });
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database?.close();
    throw isBusy(cause) ? held(folder, cause) : unusable(folder, cause);
  }
  const opened = database;
  return { release: () => opened.close() };
}

const LOCK_FILE = 'reglament.lock';

/** SQLITE_BUSY and SQLITE_LOCKED. @see https://www.sqlite.org/rescode.html */
const BUSY: readonly unknown[] = [5, 6];

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && BUSY.includes(error.errcode);
}

function held(folder: string, cause: unknown): Fault {
  const words = {
    ru: `хранилище ${folder} уже занято другой службой`,
    en: `the store ${folder} is held by another service already`,
  };
  return new Fault('RGL9101', words, { folder }, { cause });
}

function unusable(folder: string, cause: unknown): Fault {
  const words = {
    ru: `в хранилище ${folder} не записать: ${reasonOf(cause)}`,
    en: `the store ${folder} cannot be written: ${reasonOf(cause)}`,
  };
  return new Fault('RGL9102', words, { folder }, { cause });
}

/** Whether a service holds the folder now. */
export function isHeld(folder: string): boolean {
  if (!existsSync(path.join(folder, LOCK_FILE))) return false;
  try {
    takeLock(folder).release();
    return false;
  } catch (error) {
    return isFault(error, 'RGL9101');
  }
}
