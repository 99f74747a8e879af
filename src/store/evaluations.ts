import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '#clock.ts';
import type { Decision } from '#core/decision/decision.ts';
import { inOrderOfDoing } from '#core/decision/order-of-doing.ts';
import type { EvaluationRecord, EvaluationStore, JudgedMark, RecordedEffect } from '#evaluation/ports.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import { keepSightings, movesLike, silentAmong } from './sightings.ts';
import type { Tables } from './tables.ts';
import { traceToJson } from './trace.ts';

/** @param machineClock by which the relay knows whether an effect is still fresh */
export function evaluationStore(db: Kysely<Tables>, machineClock: Clock): EvaluationStore {
  return {
    async markOf(ticketKey): Promise<JudgedMark | undefined> {
      const row = await db
        .selectFrom('tickets')
        .selectAll()
        .where('ticket_key', '=', ticketKey)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        until: fromMilliseconds(Number(row.judged_until)),
        ids: new Set(JSON.parse(row.judged) as readonly string[]),
      };
    },
    async dueWakeups(ticketKey, now) {
      const rows = await db
        .selectFrom('wakeups')
        .select('event_id')
        .where('ticket_key', '=', ticketKey)
        .where('at', '<=', toMilliseconds(now))
        .execute();
      return rows.map((row) => row.event_id);
    },
    async effectsSince(ticketKey, since) {
      const rows = await db
        .selectFrom('effects')
        .select('key')
        .where('ticket_key', '=', ticketKey)
        .where('state', 'in', ['PLANNED', 'SENDING', 'UNKNOWN', 'DONE'])
        .where('planned_at', '>=', toMilliseconds(since))
        .execute();
      return new Set(rows.map(({ key }) => key));
    },
    silentAmong: (eventIds) => silentAmong(db, eventIds),
    movesLike: (move, within) => movesLike(db, move, within),
    record: (record) =>
      db.transaction().execute((transaction) => recordIn(transaction, record, machineClock)),
  };
}

async function recordIn(
  db: Transaction<Tables>,
  record: EvaluationRecord,
  machineClock: Clock,
): Promise<void> {
  const { ticketKey, mark } = record;
  const owed: { readonly decisionId: number; readonly recorded: RecordedEffect }[] = [];
  for (const { decision, effects } of record.decisions) {
    if (!isWorthKeeping(decision, effects)) continue;
    const decisionId = await insertDecision(db, record, decision);
    owed.push(...effects.map((recorded) => ({ decisionId, recorded })));
  }
  for (const { decisionId, recorded } of inOrderOfDoing(owed))
    await insertEffect(db, record, decisionId, recorded, machineClock);
  await releaseFuse(db, record);
  await keepSightings(db, record);
  const judged = {
    judged_until: toMilliseconds(mark.until),
    judged: JSON.stringify([...mark.ids]),
  };
  await db
    .insertInto('tickets')
    .values({ ticket_key: ticketKey, ...judged })
    .onConflict((conflict) => conflict.column('ticket_key').doUpdateSet(judged))
    .execute();
  await replaceWakeups(db, record);
  if (record.formerKey !== undefined) await forgetKey(db, record.formerKey);
  if (record.deliveries.length > 0) {
    await db
      .updateTable('deliveries')
      .set({ state: 'done', reason: null })
      .where('id', 'in', record.deliveries)
      .execute();
  }
}

/** On a quiet ticket time passes all the time; only what something came of is kept. */
function isWorthKeeping(decision: Decision, effects: readonly RecordedEffect[]): boolean {
  return effects.length > 0 || decision.event.kind !== 'timePassed' || decision.kind === 'undecided';
}

async function insertDecision(
  db: Transaction<Tables>,
  { ticketKey, because, decidedAt, context }: EvaluationRecord,
  decision: Decision,
): Promise<number> {
  const { id } = await db
    .insertInto('decisions')
    .values({
      ticket_key: ticketKey,
      event_id: decision.event.id,
      event_kind: decision.event.kind,
      event_at: toMilliseconds(decision.event.at),
      decided_at: toMilliseconds(decidedAt),
      because,
      kind: decision.kind,
      policy_version: decision.policyVersion,
      trace: JSON.stringify(traceToJson(decision, context)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Records an effect under its key. One that is there already stays as it is, whoever decided it again; only what
 * was withheld, and so never counted as done, may be decided anew: it takes its place among the others again.
 */
async function insertEffect(
  db: Transaction<Tables>,
  { ticketKey, decidedAt, runId }: EvaluationRecord,
  decisionId: number,
  { effect, eventId, place, withheld }: RecordedEffect,
  machineClock: Clock,
): Promise<void> {
  const now = toMilliseconds(machineClock.now());
  const before = await db
    .deleteFrom('effects')
    .where('key', '=', effect.key)
    .where('state', '=', 'WITHHELD')
    .returning('attempts')
    .executeTakeFirst();
  await db
    .insertInto('effects')
    .values({
      decision_id: decisionId,
      data: JSON.stringify(effect.data),
      state: withheld === undefined ? 'PLANNED' : 'WITHHELD',
      reason: withheld ?? null,
      after_key: effect.after ?? null,
      run_id: runId ?? null,
      policy_version: effect.policyVersion,
      planned_at: toMilliseconds(decidedAt),
      planned_on: now,
      not_before: now,
      key: effect.key,
      ticket_key: ticketKey,
      rule: effect.rule,
      policy: effect.policy,
      clauses: JSON.stringify(effect.clauses),
      kind: effect.data.kind,
      place: JSON.stringify(place),
      event_id: eventId,
      attempts: before?.attempts ?? 0,
      token: null,
      sent_at: null,
      remote_id: null,
      done_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** What a fuse withheld and nothing calls for any more is no concern of anybody. */
async function releaseFuse(
  db: Transaction<Tables>,
  { ticketKey, decisions }: EvaluationRecord,
): Promise<void> {
  const judged = decisions.map(({ decision }) => decision.event.id);
  const called = decisions.flatMap(({ effects }) => effects.map(({ effect }) => effect.key));
  await db
    .updateTable('effects')
    .set({ reason: 'notCalledFor' })
    .where('ticket_key', '=', ticketKey)
    .where('state', '=', 'WITHHELD')
    .where('reason', '=', 'fuse')
    .where('event_id', 'in', judged)
    .$if(called.length > 0, (update) => update.where('key', 'not in', called))
    .execute();
}

/** A ticket that has moved goes on under its new key. */
async function forgetKey(db: Transaction<Tables>, key: string): Promise<void> {
  await db.deleteFrom('wakeups').where('ticket_key', '=', key).execute();
  await db.deleteFrom('tickets').where('ticket_key', '=', key).execute();
}

/** Looks that were promised for another event stay until their time: this one knew nothing of them. */
async function replaceWakeups(
  db: Transaction<Tables>,
  { ticketKey, wakeups, decidedAt }: EvaluationRecord,
): Promise<void> {
  await db
    .deleteFrom('wakeups')
    .where('ticket_key', '=', ticketKey)
    .where((where) =>
      where.or([where('event_id', '=', TIME_PASSED), where('at', '<=', toMilliseconds(decidedAt))]),
    )
    .execute();
  if (wakeups.length === 0) return;
  const rows = wakeups.map(({ eventId, at }) => ({
    ticket_key: ticketKey,
    event_id: eventId,
    at: toMilliseconds(at),
  }));
  await db
    .insertInto('wakeups')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['ticket_key', 'event_id']).doUpdateSet((set) => ({ at: set.ref('excluded.at') })),
    )
    .execute();
}

/** The wake-up for what time alone decides; each look computes it anew. */
export const TIME_PASSED = 'timePassed';

/** Marks wake-ups that only look whether somebody took a reply of ours for a question. */
export const RECHECK = 'recheck:';
