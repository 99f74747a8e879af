import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import type { SignedDelivery } from '#intake/ports.ts';
import { deliveryInbox, deliveryQueue } from '#store/deliveries.ts';
import { countStore, parkedOf } from '#store/look.ts';
import type { Tables } from '#store/tables.ts';
import { NOON } from '#test/support/service-effects.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

function letter(number: number, ticketKey: string | undefined = 'SUP-7'): SignedDelivery {
  const hint = ticketKey === undefined ? ({ kind: 'ignored', why: 'no ticket' } as const) : undefined;
  return {
    deliveryId: `id-${number}`,
    bodyHash: `hash-${number}`,
    raw: '{}',
    hint: hint ?? { kind: 'look', ticketKey: ticketKey ?? '' },
  };
}

async function openedInbox() {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  return { db, inbox: deliveryInbox(db, clock), queue: deliveryQueue(db) };
}

/** The same database, which tells how many transactions it was asked for. */
function counted(db: Kysely<Tables>): { readonly db: Kysely<Tables>; readonly commits: () => number } {
  let commits = 0;
  const watched = new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') commits += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { db: watched, commits: () => commits };
}

describe('the inbox', () => {
  test('tells a new letter from one that it knows', async () => {
    const { inbox } = await openedInbox();

    expect(await inbox.save(letter(1))).toBe('new');
    expect(await inbox.save(letter(1))).toBe('known');
    expect(await inbox.save(letter(2))).toBe('new');
  });

  test('knows a letter again after it was worked on, and does not open it anew', async () => {
    const { inbox, queue } = await openedInbox();
    await inbox.save(letter(1));
    await queue.park([1], 'gone');

    expect(await inbox.save(letter(1))).toBe('known');
    expect(await queue.open(NOON)).toEqual([]);
  });

  test('commits letters that come together in one go', async () => {
    const { db } = await openedInbox();
    const watched = counted(db);
    const inbox = deliveryInbox(watched.db, movableClock(NOON));

    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, number) => inbox.save(letter(number))),
    );

    expect(new Set(outcomes)).toEqual(new Set(['new']));
    expect(watched.commits()).toBe(1);
  });

  test('keeps more letters than one commit takes', async () => {
    const { db, inbox } = await openedInbox();

    await Promise.all(Array.from({ length: 1234 }, (_, number) => inbox.save(letter(number))));

    expect((await countStore(db)).openDeliveries).toBe(1234);
  });

  test('takes the next letter after one that could not be kept', async () => {
    const { db } = await openedInbox();
    let isBroken = true;
    const broken = new Proxy(db, {
      get(target, name) {
        if (name === 'transaction' && isBroken) throw new Error('the disk is full');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const inbox = deliveryInbox(broken, movableClock(NOON));

    await expect(inbox.save(letter(1))).rejects.toThrow('the disk is full');
    isBroken = false;

    expect(await inbox.save(letter(1))).toBe('new');
  });

  test('keeps what concerns no ticket as done, with the reason', async () => {
    const { db, inbox, queue } = await openedInbox();

    await inbox.save({ ...letter(1), hint: { kind: 'ignored', why: 'our own act' } });

    expect(await queue.open(NOON)).toEqual([]);
    expect(await db.selectFrom('deliveries').select(['state', 'reason']).executeTakeFirst()).toEqual({
      state: 'done',
      reason: 'our own act',
    });
  });
});

describe('letters that wait', () => {
  test('come oldest first, with how often they were tried', async () => {
    const { inbox, queue } = await openedInbox();
    for (const [number, key] of ['SUP-3', 'SUP-1', 'SUP-2'].entries()) await inbox.save(letter(number, key));
    await queue.postpone([2], NOON, 'Jira is down');

    expect(await queue.open(NOON)).toEqual([
      { id: 1, ticketKey: 'SUP-3', attempts: 0 },
      { id: 2, ticketKey: 'SUP-1', attempts: 1 },
      { id: 3, ticketKey: 'SUP-2', attempts: 0 },
    ]);
  });

  test('do not come before their time', async () => {
    const { inbox, queue } = await openedInbox();
    await inbox.save(letter(1));
    await queue.postpone([1], NOON.add({ seconds: 2 }), 'Jira is down');

    expect(await queue.open(NOON.add({ milliseconds: 1999 }))).toEqual([]);
    expect(await queue.open(NOON.add({ seconds: 2 }))).toHaveLength(1);
  });

  test('that were parked do not come again, and are shown with the reason, newest first', async () => {
    const { db, inbox, queue } = await openedInbox();
    await inbox.save(letter(1, 'SUP-1'));
    await inbox.save(letter(2, 'SUP-2'));
    await queue.park([1, 2], 'no such ticket');

    expect(await queue.open(NOON)).toEqual([]);
    expect(await parkedOf(db)).toEqual([
      { delivery: 'SUP-2', reason: 'no such ticket' },
      { delivery: 'SUP-1', reason: 'no such ticket' },
    ]);
    expect(await countStore(db)).toMatchObject({ openDeliveries: 0, parkedDeliveries: 2 });
  });
});
