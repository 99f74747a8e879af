import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '#clock.ts';
import type { EffectQueue, OwedEffect } from '#outbox/ports.ts';
import { RECHECK } from './evaluations.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import type { EffectsTable, Tables } from './tables.ts';

const OPEN = ['PLANNED', 'SENDING', 'UNKNOWN'] as const;

/** How many tickets the relay takes up in one go. */
const LARGEST_LOOK = 100;

export function effectQueue(db: Kysely<Tables>, machineClock: Clock): EffectQueue {
  const settle = (id: number, token: string, row: Partial<EffectsTable>) =>
    db
      .updateTable('effects')
      .set(row as never)
      .where('id', '=', id)
      .where('token', '=', token)
      .where('state', '=', 'SENDING')
      .execute();
  return {
    async dueTickets(now) {
      const rows = await db
        .selectFrom('effects')
        .leftJoin('runs', 'runs.id', 'effects.run_id')
        .select('effects.ticket_key')
        .where('effects.state', 'in', ['PLANNED', 'UNKNOWN'])
        .where('effects.not_before', '<=', toMilliseconds(now))
        .where((where) => where.or([where('runs.state', 'is', null), where('runs.state', '!=', 'open')]))
        .groupBy('effects.ticket_key')
        .orderBy((order) => order.fn.min('effects.id'))
        .limit(LARGEST_LOOK)
        .execute();
      return rows.map((row) => row.ticket_key);
    },
    async owedTo(ticketKey) {
      const rows = await db
        .selectFrom('effects')
        .leftJoin('runs', 'runs.id', 'effects.run_id')
        .selectAll('effects')
        .select('runs.state as run_state')
        .where('effects.ticket_key', '=', ticketKey)
        .where('effects.state', 'in', OPEN)
        .orderBy('effects.id')
        .execute();
      // What is on its way holds back what comes after it.
      const sending = rows.findIndex(({ state }) => state === 'SENDING');
      return (sending === -1 ? rows : rows.slice(0, sending)).map((row) =>
        owed(row, row.run_state === 'open'),
      );
    },
    async outcomeOf(key) {
      const row = await db
        .selectFrom('effects')
        .select(['state', 'remote_id'])
        .where('key', '=', key)
        .executeTakeFirst();
      return row === undefined ? undefined : { state: row.state, remoteId: row.remote_id ?? undefined };
    },
    async begin(id, token, at) {
      const result = await db
        .updateTable('effects')
        .set((row) => ({
          state: 'SENDING',
          token,
          sent_at: toMilliseconds(at),
          attempts: row('attempts', '+', 1),
          reason: null,
        }))
        .where('id', '=', id)
        .where('state', '=', 'PLANNED')
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
    async done(id, token, { remoteId, at, recheckAt }) {
      await db.transaction().execute(async (transaction) => {
        const { ticket_key: ticketKey } = await transaction
          .updateTable('effects')
          .set({ state: 'DONE', remote_id: remoteId ?? null, done_at: toMilliseconds(at), reason: null })
          .where('id', '=', id)
          .where('token', '=', token)
          .returning('ticket_key')
          .executeTakeFirstOrThrow();
        for (const [index, instant] of recheckAt.entries()) {
          const row = { ticket_key: ticketKey, event_id: `${RECHECK}${index}`, at: toMilliseconds(instant) };
          await transaction
            .insertInto('wakeups')
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(['ticket_key', 'event_id']).doUpdateSet({ at: row.at }),
            )
            .execute();
        }
      });
    },
    async postpone(id, token, notBefore, reason) {
      await settle(id, token, { state: 'PLANNED', not_before: toMilliseconds(notBefore), reason });
    },
    async doubt(id, token, notBefore, reason) {
      await db
        .updateTable('effects')
        .set({ state: 'UNKNOWN', not_before: toMilliseconds(notBefore), reason })
        .where('id', '=', id)
        .where('token', '=', token)
        .where('state', 'in', ['SENDING', 'UNKNOWN'])
        .execute();
    },
    async park(id, reason) {
      await db.updateTable('effects').set({ state: 'PARKED', reason }).where('id', '=', id).execute();
    },
    async withhold(id, reason) {
      await db.updateTable('effects').set({ state: 'WITHHELD', reason }).where('id', '=', id).execute();
    },
    async doubtForgotten(sentBefore) {
      await db
        .updateTable('effects')
        .set({ state: 'UNKNOWN', not_before: toMilliseconds(machineClock.now()), reason: 'forgotten' })
        .where('state', '=', 'SENDING')
        .where('sent_at', '<', toMilliseconds(sentBefore))
        .execute();
    },
    async adopt(id, token) {
      await db
        .updateTable('effects')
        .set({ token })
        .where('id', '=', id)
        .where('state', '=', 'UNKNOWN')
        .execute();
    },
    async replan(id) {
      const now = toMilliseconds(machineClock.now());
      await db
        .updateTable('effects')
        .set({ state: 'PLANNED', not_before: now })
        .where('id', '=', id)
        .where('state', '=', 'UNKNOWN')
        .execute();
    },
    async judgeAgain({ id, ticketKey, eventId }, at) {
      const wakeup = { ticket_key: ticketKey, event_id: eventId, at: toMilliseconds(at) };
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('effects')
          .set({ state: 'WITHHELD', reason: 'judgedAgain' })
          .where('id', '=', id)
          .where('state', 'in', ['PLANNED', 'SENDING'])
          .execute();
        await transaction
          .insertInto('wakeups')
          .values(wakeup)
          .onConflict((conflict) =>
            conflict.columns(['ticket_key', 'event_id']).doUpdateSet({ at: wakeup.at }),
          )
          .execute();
      });
    },
    async add(like, key, data) {
      const now = toMilliseconds(machineClock.now());
      const row = await db
        .selectFrom('effects')
        .select(['decision_id', 'planned_at'])
        .where('id', '=', like.id)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('effects')
        .values({
          ...row,
          key,
          ticket_key: like.ticketKey,
          rule: like.rule,
          policy: like.policy,
          clauses: JSON.stringify(like.clauses),
          kind: data.kind,
          data: JSON.stringify(data),
          place: JSON.stringify(like.place),
          event_id: like.eventId,
          state: 'PLANNED',
          reason: null,
          after_key: null,
          run_id: null,
          policy_version: like.policyVersion,
          planned_on: now,
          not_before: now,
          attempts: 0,
          token: null,
          sent_at: null,
          remote_id: null,
          done_at: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },
  };
}

function owed(row: Selectable<EffectsTable>, held: boolean): OwedEffect {
  return {
    id: row.id,
    key: row.key,
    ticketKey: row.ticket_key,
    rule: row.rule,
    policy: row.policy,
    clauses: JSON.parse(row.clauses),
    data: JSON.parse(row.data),
    place: JSON.parse(row.place),
    eventId: row.event_id,
    policyVersion: row.policy_version,
    state: row.state === 'UNKNOWN' ? 'UNKNOWN' : 'PLANNED',
    attempts: row.attempts,
    sentAt: row.sent_at === null ? undefined : fromMilliseconds(Number(row.sent_at)),
    afterKey: row.after_key ?? undefined,
    plannedOn: fromMilliseconds(Number(row.planned_on)),
    notBefore: fromMilliseconds(Number(row.not_before)),
    held,
  };
}

/**
 * What a process that ended in the middle of sending has left behind: nobody knows whether it took effect, so it is
 * read back once a late write cannot take effect any more.
 *
 * @param settledAt when that is; the process may have been sending until it ended, which was a moment ago
 */
export async function doubtInterrupted(db: Kysely<Tables>, settledAt: Temporal.Instant): Promise<number> {
  const result = await db
    .updateTable('effects')
    .set({ state: 'UNKNOWN', not_before: toMilliseconds(settledAt), reason: 'interrupted' })
    .where('state', '=', 'SENDING')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
