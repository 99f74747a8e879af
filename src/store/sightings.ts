import type { Kysely, Transaction } from 'kysely';
import type { Rival } from '#core/decision/cap.ts';
import type { EvaluationRecord, SeenMove } from '#evaluation/ports.ts';
import type { Hint } from '#intake/ports.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import type { Tables } from './tables.ts';

/** What a webhook's body tells beside the ticket to look at; nowhere else can it be read later. */
export async function keepHint(db: Transaction<Tables>, hint: Hint): Promise<void> {
  if (hint.kind !== 'look') return;
  for (const eventId of hint.silent ?? []) {
    await db
      .insertInto('silent_events')
      .values({ event_id: eventId, ticket_key: hint.ticketKey })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (hint.move !== undefined) await keepMove(db, hint.ticketKey, hint.move);
}

/** What a look noticed for others to know. */
export async function keepSightings(db: Transaction<Tables>, record: EvaluationRecord): Promise<void> {
  const { ticketKey, formerKey, seen } = record;
  if (seen === undefined) return;
  for (const move of seen.moves) await keepMove(db, ticketKey, move);
  for (const { eventId, account, name, did, at } of seen.rivals) {
    await db
      .insertInto('rivals')
      .values({ event_id: eventId, ticket_key: ticketKey, account, name, did, at: toMilliseconds(at) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await db
    .deleteFrom('unasked')
    .where('ticket_key', 'in', [ticketKey, formerKey ?? ticketKey])
    .execute();
  if (seen.waitsUnasked === undefined) return;
  const sure = seen.waitsUnasked === 'surely' ? 1 : 0;
  await db.insertInto('unasked').values({ ticket_key: ticketKey, sure }).execute();
}

async function keepMove(db: Transaction<Tables>, ticketKey: string, move: SeenMove): Promise<void> {
  const { eventId, actor, toStatus, at } = move;
  await db
    .insertInto('moves')
    .values({ event_id: eventId, ticket_key: ticketKey, actor, to_status: toStatus, at: toMilliseconds(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function silentAmong(
  db: Kysely<Tables>,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('silent_events')
    .select('event_id')
    .where('event_id', 'in', eventIds)
    .execute();
  return new Set(rows.map((row) => row.event_id));
}

export async function movesLike(
  db: Kysely<Tables>,
  { eventId, actor, toStatus, at }: SeenMove,
  within: Temporal.Duration,
): Promise<readonly SeenMove[]> {
  const rows = await db
    .selectFrom('moves')
    .selectAll()
    .where('actor', '=', actor)
    .where('to_status', '=', toStatus)
    .where('event_id', '!=', eventId)
    .where('at', '>=', toMilliseconds(at.subtract(within)))
    .where('at', '<=', toMilliseconds(at.add(within)))
    .execute();
  return rows.map(moveOf);
}

/** A move by its event. */
export async function moveBy(db: Kysely<Tables>, eventId: string): Promise<SeenMove | undefined> {
  const row = await db.selectFrom('moves').selectAll().where('event_id', '=', eventId).executeTakeFirst();
  return row === undefined ? undefined : moveOf(row);
}

function moveOf(row: Tables['moves']): SeenMove {
  const { event_id: eventId, actor, to_status: toStatus, at } = row;
  return { eventId, actor, toStatus, at: fromMilliseconds(Number(at)) };
}

/** Whoever was seen doing what our rules do, latest first: of each account and way the last time. */
export async function rivalsIn(db: Kysely<Tables>): Promise<readonly Rival[]> {
  const rows = await db.selectFrom('rivals').selectAll().orderBy('at', 'desc').execute();
  const seen = new Set<string>();
  return rows.flatMap(({ account, name, did, ticket_key: ticketKey, at }) => {
    const who = `${did} ${account}`;
    if (seen.has(who)) return [];
    seen.add(who);
    return [{ account, name, did, ticketKey, at: fromMilliseconds(Number(at)) }];
  });
}

/** How many tickets wait for their customer although no question is open, as they were last looked at. */
export async function countUnasked(
  db: Kysely<Tables>,
): Promise<{ readonly surely: number; readonly perhaps: number }> {
  const rows = await db
    .selectFrom('unasked')
    .select(['sure', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('sure')
    .execute();
  const of = (sure: number) => Number(rows.find((row) => row.sure === sure)?.count ?? 0);
  return { surely: of(1), perhaps: of(0) };
}
