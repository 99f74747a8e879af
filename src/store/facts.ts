import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A single fact about the store; `undefined` when it was never set. */
export async function readFact(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function setFact(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Remembers a fact, and tells whether it is another one than before; the first is not. */
export async function isChanged(db: Kysely<Tables>, name: string, value: string): Promise<boolean> {
  const before = await readFact(db, name);
  if (before !== value) await setFact(db, name, value);
  return before !== undefined && before !== value;
}

/**
 * The instant from which on causes count: set once, at the first start, unless the configuration names it.
 *
 * @param now desk clock
 */
export async function activationOf(
  db: Kysely<Tables>,
  configured: 'firstStart' | Temporal.Instant,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const known = await activationToLook(db, configured);
  if (known !== undefined) return known;
  await setFact(db, 'activatedAt', now.toString());
  return now;
}

/** The same for whoever only looks; `undefined` before the first start. */
export async function activationToLook(
  db: Kysely<Tables>,
  configured: 'firstStart' | Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  if (configured !== 'firstStart') return configured;
  const known = await readFact(db, 'activatedAt');
  return known === undefined ? undefined : Temporal.Instant.from(known);
}
