import type { Kysely, Transaction } from 'kysely';
import type { SweepStore } from '#sweep/ports.ts';
import { TIME_PASSED } from './evaluations.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import type { Tables } from './tables.ts';

/** How many tickets one sweep looks at; the rest waits for the next tick. */
const LARGEST_LOOK = 500;

const NET = 'net';

/** @param startsAt where the cursor stands before the first sweep: the activation */
export function sweepStore(db: Kysely<Tables>, startsAt: Temporal.Instant): SweepStore {
  return {
    async dueTickets(now) {
      const rows = await db
        .selectFrom('wakeups')
        .select('ticket_key')
        .where('at', '<=', toMilliseconds(now))
        .groupBy('ticket_key')
        .orderBy((order) => order.fn.min('at'))
        .limit(LARGEST_LOOK)
        .execute();
      return rows.map((row) => row.ticket_key);
    },
    async nextDue() {
      const row = await db
        .selectFrom('wakeups')
        .select((select) => select.fn.min('at').as('at'))
        .executeTakeFirst();
      return row?.at === null || row?.at === undefined ? undefined : fromMilliseconds(Number(row.at));
    },
    async cursor() {
      const row = await db.selectFrom('sweeps').select('cursor').where('name', '=', NET).executeTakeFirst();
      return row === undefined ? startsAt : fromMilliseconds(Number(row.cursor));
    },
    async advance(to) {
      const cursor = toMilliseconds(to);
      await db
        .insertInto('sweeps')
        .values({ name: NET, cursor })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ cursor }))
        .execute();
    },
    async startRun(at) {
      const { id } = await db
        .insertInto('runs')
        .values({ started_at: toMilliseconds(at), state: 'open', effects: 0 })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    endRun: (runId, most, lookAgainAt) =>
      db.transaction().execute(async (transaction) => {
        const { count } = await transaction
          .selectFrom('effects')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('run_id', '=', runId)
          .where('state', '=', 'PLANNED')
          .executeTakeFirstOrThrow();
        const effects = Number(count);
        const released = effects <= most;
        if (!released) await withholdRun(transaction, runId, toMilliseconds(lookAgainAt));
        await transaction
          .updateTable('runs')
          .set({ state: released ? 'released' : 'withheld', effects })
          .where('id', '=', runId)
          .execute();
        return { effects, released };
      }),
    async postpone(ticketKey, until) {
      const at = toMilliseconds(until);
      await db
        .updateTable('wakeups')
        .set({ at })
        .where('ticket_key', '=', ticketKey)
        .where('at', '<', at)
        .execute();
      await db
        .insertInto('wakeups')
        .values({ ticket_key: ticketKey, event_id: TIME_PASSED, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async wakeAll(at) {
      await db
        .updateTable('wakeups')
        .set({ at: toMilliseconds(at) })
        .where('event_id', '=', TIME_PASSED)
        .where('at', '>', toMilliseconds(at))
        .execute();
    },
  };
}

async function withholdRun(db: Transaction<Tables>, runId: number, lookAgainAt: number): Promise<void> {
  const withheld = await db
    .updateTable('effects')
    .set({ state: 'WITHHELD', reason: 'fuse' })
    .where('run_id', '=', runId)
    .where('state', '=', 'PLANNED')
    .returning(['ticket_key', 'event_id'])
    .execute();
  for (const { ticket_key, event_id } of withheld) {
    await db
      .insertInto('wakeups')
      .values({ ticket_key, event_id, at: lookAgainAt })
      .onConflict((conflict) => conflict.columns(['ticket_key', 'event_id']).doUpdateSet({ at: lookAgainAt }))
      .execute();
  }
}

/** Runs that a process left open when it ended: their effects are judged by the same fuse. */
export async function openRuns(db: Kysely<Tables>): Promise<readonly number[]> {
  const rows = await db.selectFrom('runs').select('id').where('state', '=', 'open').execute();
  return rows.map((row) => row.id);
}
