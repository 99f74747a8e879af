import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Fault } from '#faults.ts';
import { takeLock } from './lock.ts';
import { migrate, missingMigrations } from './migrations.ts';
import { nodeSqliteDialect, openBesideFile, openSqliteFile } from './sqlite-dialect.ts';
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
 * Opens the store for a command that looks while the service may be running. One that an older version made is not
 * touched: what it lacks is there in memory, and empty.
 *
 * @returns `undefined` when there is none yet
 * @throws RGL9104 when what it lacks cannot be thought away
 */
export async function openStoreToLook(folder: string): Promise<OpenedStore | undefined> {
  const file = path.join(folder, FILE);
  let database: ReturnType<typeof openSqliteFile>;
  try {
    database = openSqliteFile(file, true);
  } catch {
    return undefined;
  }
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  const missing = await missingMigrations(db);
  if (missing.length === 0) return { db, close: () => db.destroy() };
  await db.destroy();
  return openOlderStore(file, missing);
}

async function openOlderStore(file: string, missing: readonly Migration[]): Promise<OpenedStore> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openBesideFile(file)) });
  try {
    for (const { up } of missing) await up(db);
  } catch (cause) {
    await db.destroy();
    const words = {
      ru: `хранилище ${file} сделано прежней версией, и прочитать его можно только после обновления: его сделает запуск службы (reglament serve)`,
      en: `the store ${file} was made by an older version and can only be read once it is brought up to date; starting the service does that (reglament serve)`,
    };
    throw new Fault('RGL9104', words, { file }, { cause });
  }
  return { db, close: () => db.destroy() };
}

/** An empty store that leaves nothing behind, for looking before there is one. */
export async function openEmptyStore(): Promise<OpenedStore> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openSqliteFile(':memory:', false)) });
  await migrate(db);
  return { db, close: () => db.destroy() };
}
