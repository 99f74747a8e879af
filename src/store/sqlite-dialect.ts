import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/**
 * Kysely's sqlite dialect over `node:sqlite`.
 *
 * Kysely speaks to a database in the manner of better-sqlite3; this is that manner over Node's own driver, so that
 * nothing has to be compiled at installation.
 */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({ database: asKyselyDatabase(database) });
}

function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

/**
 * Only an outsider (a backup tool) can hold the write lock while the service runs. Waiting stops the whole process,
 * so it is short: whoever waits gets an error, and a webhook its 503, which Jira repeats.
 */
const BUSY_TIMEOUT_MILLISECONDS = 300;

/**
 * Opens the file so that what was committed survives a power loss: write-ahead log, synchronised at every commit.
 *
 * @param readOnly for commands that look while the service writes
 */
export function openSqliteFile(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MILLISECONDS });
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
  }
  database.exec('PRAGMA foreign_keys = ON');
  return database;
}

/** An empty database in memory that shows the tables of a file beside its own; the file cannot be written by it. */
export function openBesideFile(file: string): DatabaseSync {
  const database = openSqliteFile(':memory:', false);
  const address = pathToFileURL(file);
  address.searchParams.set('mode', 'ro');
  database.prepare('ATTACH DATABASE ? AS file').run(address.href);
  return database;
}
