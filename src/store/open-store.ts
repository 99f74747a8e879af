import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import { Fault } from '#faults.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect, openSqliteFile } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export interface OpenedStore {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

const FILE = 'reglament.db';

/**
 * Opens the embedded store for the service: alone, with its tables in the newest form.
 *
 * @throws RGL9101 when another service holds it
 * @throws RGL9102 when the folder cannot be written
 */
export async function openStore(folder: string): Promise<OpenedStore> {
  try {
    // Customers' letters stand in it: nobody else on this machine needs to read them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const words = {
      ru: `папку хранилища ${folder} не создать`,
      en: `the store's folder ${folder} cannot be made`,
    };
    throw new Fault('RGL9102', words, { folder }, { cause });
  }
  const lock = takeLock(folder);
  const db = new Kysely<Tables>({
    dialect: nodeSqliteDialect(openSqliteFile(path.join(folder, FILE), false)),
  });
  await migrate(db);
  return {
    db,
    async close() {
      await db.destroy();
      lock.release();
    },
  };
}

/**
 * Opens the store for a command that looks while the service may be running.
 *
 * @returns `undefined` when there is none yet
 */
export function openStoreToLook(folder: string): OpenedStore | undefined {
  let database: ReturnType<typeof openSqliteFile>;
  try {
    database = openSqliteFile(path.join(folder, FILE), true);
  } catch {
    return undefined;
  }
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  return { db, close: () => db.destroy() };
}

/** An empty store that leaves nothing behind, for looking before there is one. */
export async function openEmptyStore(): Promise<OpenedStore> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openSqliteFile(':memory:', false)) });
  await migrate(db);
  return { db, close: () => db.destroy() };
}
