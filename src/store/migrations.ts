import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** Append only: a migration that has run somewhere is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': {
    async up(db) {
      await db.schema
        .createTable('deliveries')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('delivery_id', 'text')
        .addColumn('body_hash', 'text', (column) => column.notNull().unique())
        .addColumn('ticket_key', 'text')
        .addColumn('raw', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('received_at', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('not_before', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('reason', 'text')
        .execute();
      await db.schema
        .createIndex('deliveries_open')
        .on('deliveries')
        .columns(['state', 'not_before'])
        .execute();
      await db.schema
        .createTable('tickets')
        .addColumn('ticket_key', 'text', (column) => column.primaryKey())
        .addColumn('judged_until', 'bigint', (column) => column.notNull())
        .addColumn('judged', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('decisions')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('event_kind', 'text', (column) => column.notNull())
        .addColumn('event_at', 'bigint', (column) => column.notNull())
        .addColumn('decided_at', 'bigint', (column) => column.notNull())
        .addColumn('because', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('policy_version', 'text', (column) => column.notNull())
        .addColumn('trace', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('decisions_of_ticket')
        .on('decisions')
        .columns(['ticket_key', 'id'])
        .execute();
      await db.schema
        .createTable('effects')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('decision_id', 'integer', (column) => column.notNull())
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .addColumn('rule', 'text', (column) => column.notNull())
        .addColumn('policy', 'text', (column) => column.notNull())
        .addColumn('clauses', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('after_key', 'text')
        .addColumn('run_id', 'integer')
        .addColumn('policy_version', 'text', (column) => column.notNull())
        .addColumn('planned_at', 'bigint', (column) => column.notNull())
        .addColumn('planned_on', 'bigint', (column) => column.notNull())
        .addColumn('not_before', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('token', 'text')
        .addColumn('sent_at', 'bigint')
        .addColumn('remote_id', 'text')
        .addColumn('done_at', 'bigint')
        .execute();
      await db.schema.createIndex('effects_open').on('effects').columns(['state', 'not_before']).execute();
      await db.schema.createIndex('effects_of_ticket').on('effects').columns(['ticket_key', 'id']).execute();
      await db.schema
        .createTable('wakeups')
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('wakeups_key', ['ticket_key', 'event_id'])
        .execute();
      await db.schema.createIndex('wakeups_due').on('wakeups').column('at').execute();
      await db.schema
        .createTable('sweeps')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('cursor', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('runs')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('effects', 'integer', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('facts')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0002-safe-operation': {
    async up(db) {
      await db.schema
        .createTable('stops')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('from', 'bigint', (column) => column.notNull())
        .addColumn('to', 'bigint')
        .execute();
      await db.schema
        .createTable('rivals')
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .addColumn('event_id', 'text', (column) => column.primaryKey())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('did', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('silent_events')
        .addColumn('event_id', 'text', (column) => column.primaryKey())
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('moves')
        .addColumn('event_id', 'text', (column) => column.primaryKey())
        .addColumn('ticket_key', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('to_status', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('moves_alike').on('moves').columns(['actor', 'to_status', 'at']).execute();
      await db.schema
        .createTable('unasked')
        .addColumn('ticket_key', 'text', (column) => column.primaryKey())
        .addColumn('sure', 'integer', (column) => column.notNull())
        .execute();
    },
  },
};

/** What a store of an older version lacks, in order; it is only read. */
export async function missingMigrations(db: Kysely<Tables>): Promise<readonly Migration[]> {
  const known = await new Migrator({ db, provider }).getMigrations();
  return known.flatMap(({ executedAt, migration }) => (executedAt === undefined ? [migration] : []));
}

const provider: MigrationProvider = { getMigrations: async () => MIGRATIONS };

/** Brings the tables to the newest form; what is there already stays. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
