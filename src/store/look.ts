import type { Kysely } from 'kysely';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import type { EffectState, Tables } from './tables.ts';

/** Counts for health and metrics. */
export interface StoreCounts {
  readonly openDeliveries: number;
  readonly parkedDeliveries: number;
  readonly openEffects: number;
  readonly unknownEffects: number;
  readonly parkedEffects: number;
  /** Effects that a fuse withheld; each is judged again until it is done, or not called for any more. */
  readonly fusedEffects: number;
}

export async function countStore(db: Kysely<Tables>): Promise<StoreCounts> {
  const deliveries = await db
    .selectFrom('deliveries')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('state', '!=', 'done')
    .groupBy('state')
    .execute();
  const effects = await db
    .selectFrom('effects')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('state', 'in', ['PLANNED', 'SENDING', 'UNKNOWN', 'PARKED'])
    .groupBy('state')
    .execute();
  const fused = await db
    .selectFrom('effects')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'WITHHELD')
    .where('reason', '=', 'fuse')
    .executeTakeFirstOrThrow();
  const inbox = (state: string) => Number(deliveries.find((row) => row.state === state)?.count ?? 0);
  const outbox = (state: EffectState) => Number(effects.find((row) => row.state === state)?.count ?? 0);
  return {
    openDeliveries: inbox('new'),
    parkedDeliveries: inbox('parked'),
    openEffects: outbox('PLANNED') + outbox('SENDING') + outbox('UNKNOWN'),
    unknownEffects: outbox('UNKNOWN'),
    parkedEffects: outbox('PARKED'),
    fusedEffects: Number(fused.count),
  };
}

/** What a person must look at, newest first: deliveries and effects that were parked. */
export async function parkedOf(db: Kysely<Tables>): Promise<readonly object[]> {
  const deliveries = await db
    .selectFrom('deliveries')
    .select(['ticket_key', 'reason'])
    .where('state', '=', 'parked')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  const effects = await db
    .selectFrom('effects')
    .select(['ticket_key', 'key', 'reason'])
    .where('state', '=', 'PARKED')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return [
    ...deliveries.map((row) => ({ delivery: row.ticket_key, reason: row.reason })),
    ...effects.map((row) => ({ effect: row.key, ticket: row.ticket_key, reason: row.reason })),
  ];
}

/** Effects that were done, or are owed, since an instant of the desk's clock: by key, when they were planned. */
export async function effectsOfService(
  db: Kysely<Tables>,
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await db
    .selectFrom('effects')
    .select(['key', 'planned_at'])
    .where('state', 'in', ['PLANNED', 'SENDING', 'UNKNOWN', 'DONE'])
    .where('planned_at', '>=', toMilliseconds(since))
    .execute();
  return new Map(rows.map((row) => [row.key, fromMilliseconds(Number(row.planned_at))]));
}

/** When labels were put on these tickets by us. */
export async function labelledAt(
  db: Kysely<Tables>,
  ticketKeys: readonly string[],
): Promise<readonly Temporal.Instant[]> {
  if (ticketKeys.length === 0) return [];
  const rows = await db
    .selectFrom('effects')
    .select((select) => ['ticket_key', select.fn.max('done_at').as('at')] as const)
    .where('kind', '=', 'label')
    .where('state', '=', 'DONE')
    .where('ticket_key', 'in', ticketKeys)
    .groupBy('ticket_key')
    .execute();
  return rows.flatMap(({ at }) => (at === null ? [] : [fromMilliseconds(Number(at))]));
}

/** One decision as it was recorded, with its trace. */
export interface StoredDecision {
  readonly id: number;
  readonly ticketKey: string;
  readonly eventKind: string;
  readonly eventId: string;
  readonly eventAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant;
  readonly trace: {
    readonly rules: readonly {
      readonly rule: string;
      readonly clauses: readonly string[];
      readonly fired: boolean;
      readonly why?: { readonly ru: string; readonly en: string };
    }[];
    readonly dropped: readonly { readonly rule: string; readonly kind: string; readonly why: string }[];
    readonly deadlines: readonly StoredDeadline[];
  };
}

/** A deadline as a decision recorded it; one that nobody can compute has no last day. */
export interface StoredDeadline {
  readonly name: string;
  /** ISO-8601. */
  readonly from: string;
  /** ISO date. */
  readonly lastDay?: string;
  readonly byGrace?: boolean;
}

export async function decisionsAfter(db: Kysely<Tables>, id: number): Promise<readonly StoredDecision[]> {
  const rows = await db.selectFrom('decisions').selectAll().where('id', '>', id).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    ticketKey: row.ticket_key,
    eventKind: row.event_kind,
    eventId: row.event_id,
    eventAt: fromMilliseconds(Number(row.event_at)),
    decidedAt: fromMilliseconds(Number(row.decided_at)),
    trace: JSON.parse(row.trace),
  }));
}

/** One effect as it stands. */
export interface StoredEffect {
  readonly id: number;
  readonly key: string;
  readonly decisionId: number;
  readonly ticketKey: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly data: EffectData;
  readonly state: EffectState;
  readonly reason: string | undefined;
  readonly remoteId: string | undefined;
  readonly doneAt: Temporal.Instant | undefined;
}

export async function allEffects(db: Kysely<Tables>): Promise<readonly StoredEffect[]> {
  const rows = await db.selectFrom('effects').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    decisionId: row.decision_id,
    ticketKey: row.ticket_key,
    rule: row.rule,
    clauses: JSON.parse(row.clauses),
    data: JSON.parse(row.data),
    state: row.state,
    reason: row.reason ?? undefined,
    remoteId: row.remote_id ?? undefined,
    doneAt: row.done_at === null ? undefined : fromMilliseconds(Number(row.done_at)),
  }));
}

/** Whether anything is due now: open work by the machine's clock, or a wake-up by the desk's. */
export async function hasDueWork(db: Kysely<Tables>, deskNow: Temporal.Instant): Promise<boolean> {
  const counts = await countStore(db);
  if (counts.openDeliveries > 0 || counts.openEffects > 0) return true;
  const due = await db
    .selectFrom('wakeups')
    .select('ticket_key')
    .where('at', '<=', toMilliseconds(deskNow))
    .limit(1)
    .execute();
  return due.length > 0;
}
