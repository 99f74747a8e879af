import type { Kysely } from 'kysely';
import type { Clock } from '#clock.ts';
import type { DeliveryInbox, DeliveryQueue, SignedDelivery } from '#intake/ports.ts';
import { toMilliseconds } from './instants.ts';
import { keepHint } from './sightings.ts';
import type { Tables } from './tables.ts';

/** How many deliveries one commit takes at most: a commit costs the same for one as for hundreds. */
const LARGEST_GROUP = 500;

/** How many open deliveries are looked at in one go. */
const LARGEST_LOOK = 200;

interface Waiting {
  readonly delivery: SignedDelivery;
  readonly resolve: (outcome: 'new' | 'known') => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores deliveries, committed in groups: those that arrive while a commit runs share the next one. Nobody is
 * answered before the commit that holds their delivery.
 */
export function deliveryInbox(db: Kysely<Tables>, clock: Clock): DeliveryInbox {
  let waiting: Waiting[] = [];
  let busy = false;
  const flush = async () => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      try {
        const outcomes = await saveGroup(db, clock, group);
        for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] ?? 'known');
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    busy = false;
  };
  return {
    save: (delivery) =>
      new Promise((resolve, reject) => {
        waiting.push({ delivery, resolve, reject });
        if (!busy) {
          busy = true;
          setImmediate(() => void flush());
        }
      }),
  };
}

async function saveGroup(
  db: Kysely<Tables>,
  clock: Clock,
  group: readonly Waiting[],
): Promise<readonly ('new' | 'known')[]> {
  const receivedAt = toMilliseconds(clock.now());
  return db.transaction().execute(async (transaction) => {
    // One statement for the whole group: each one of its own would cost more than the commit.
    const kept = await transaction
      .insertInto('deliveries')
      .values(group.map(({ delivery }) => rowOf(delivery, receivedAt)))
      .onConflict((conflict) => conflict.column('body_hash').doNothing())
      .returning('body_hash')
      .execute();
    const fresh = new Set(kept.map((row) => row.body_hash));
    const outcomes: ('new' | 'known')[] = [];
    // Of two alike in one group, the first is new.
    for (const { delivery } of group) {
      const isNew = fresh.delete(delivery.bodyHash);
      if (isNew) await keepHint(transaction, delivery.hint);
      outcomes.push(isNew ? 'new' : 'known');
    }
    return outcomes;
  });
}

function rowOf({ deliveryId, bodyHash, raw, hint }: SignedDelivery, receivedAt: number) {
  const row = { delivery_id: deliveryId ?? null, body_hash: bodyHash, raw, received_at: receivedAt };
  if (hint.kind === 'look')
    return { ...row, ticket_key: hint.ticketKey, state: 'new' as const, reason: null };
  const reason = hint.kind === 'control' ? 'the control ticket' : hint.why;
  return { ...row, ticket_key: null, state: 'done' as const, reason };
}

export function deliveryQueue(db: Kysely<Tables>): DeliveryQueue {
  return {
    async open(now) {
      const rows = await db
        .selectFrom('deliveries')
        .select(['id', 'ticket_key', 'attempts'])
        .where('state', '=', 'new')
        .where('not_before', '<=', toMilliseconds(now))
        .orderBy('id')
        .limit(LARGEST_LOOK)
        .execute();
      return rows.map((row) => ({ id: row.id, ticketKey: row.ticket_key ?? '', attempts: row.attempts }));
    },
    async postpone(ids, notBefore, reason) {
      await db
        .updateTable('deliveries')
        .set((row) => ({
          attempts: row('attempts', '+', 1),
          not_before: toMilliseconds(notBefore),
          reason,
        }))
        .where('id', 'in', ids)
        .execute();
    },
    async park(ids, reason) {
      await db.updateTable('deliveries').set({ state: 'parked', reason }).where('id', 'in', ids).execute();
    },
  };
}
