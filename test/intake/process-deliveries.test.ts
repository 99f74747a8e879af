import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import { Fault } from '#faults.ts';
import { type ProcessParts, processDeliveries } from '#intake/process-deliveries.ts';
import { retryAfter } from '#outbox/retry-schedule.ts';
import { deliveryInbox, deliveryQueue } from '#store/deliveries.ts';
import { parkedOf } from '#store/look.ts';
import { heardLog, storeInMemory } from '#test/support/service-parts.ts';

const NOON = Temporal.Instant.from('2027-02-24T09:00:00Z');
const JIRA_IS_DOWN = new Fault('RGL9201', { ru: 'Jira не ответила', en: 'Jira gave no answer' });

/** An inbox on a real store; a test says what a look at a ticket comes to. */
async function openedInbox(look: ProcessParts['evaluate']) {
  const store = await storeInMemory();
  const clock = movableClock(NOON);
  const log = heardLog();
  const inbox = deliveryInbox(store.db, clock);
  const looks: { readonly ticketKey: string; readonly deliveries: readonly number[] }[] = [];
  const parts: ProcessParts = {
    queue: deliveryQueue(store.db),
    async evaluate(ticketKey, deliveries) {
      looks.push({ ticketKey, deliveries });
      const looked = await look(ticketKey, deliveries);
      if (looked.kind === 'judged') await settle(deliveries);
      return looked;
    },
    machineClock: clock,
    retryAfter,
    log,
  };
  const settle = (ids: readonly number[]) =>
    store.db.updateTable('deliveries').set({ state: 'done' }).where('id', 'in', ids).execute();
  return {
    log,
    looks,
    /** @returns how many tickets were looked at */
    async process() {
      const before = looks.length;
      await processDeliveries(parts);
      return looks.length - before;
    },
    later: (seconds: number) => clock.move(clock.now().add({ seconds })),
    arrives: (ticketKey: string, bodyHash: string) =>
      inbox.save({ deliveryId: undefined, bodyHash, raw: '{}', hint: { kind: 'look', ticketKey } }),
    states: async () =>
      (await store.db.selectFrom('deliveries').select(['ticket_key', 'state']).orderBy('id').execute()).map(
        (row) => `${row.ticket_key} ${row.state}`,
      ),
    parked: () => parkedOf(store.db),
  };
}

const judged = async () => ({ kind: 'judged' }) as const;

describe('letters in the inbox', () => {
  test('of one ticket are settled by one look, those of another by another', async () => {
    const inbox = await openedInbox(judged);
    await inbox.arrives('SUP-7', 'a');
    await inbox.arrives('SUP-8', 'b');
    await inbox.arrives('SUP-7', 'c');

    const tickets = await inbox.process();

    expect(tickets).toBe(2);
    expect(inbox.looks).toEqual([
      { ticketKey: 'SUP-7', deliveries: [1, 3] },
      { ticketKey: 'SUP-8', deliveries: [2] },
    ]);
    expect(await inbox.process()).toBe(0);
  });

  test('on a ticket that cannot be read are parked with the reason, in the log too', async () => {
    const why = 'Jira has no such ticket (404)';
    const inbox = await openedInbox(async () => ({ kind: 'unreadable', why }));
    await inbox.arrives('SUP-7', 'a');

    await inbox.process();

    expect(await inbox.parked()).toEqual([{ delivery: 'SUP-7', reason: why }]);
    expect(inbox.log.saying('delivery parked')).toEqual({ ticketKey: 'SUP-7', why });
    inbox.later(3600);
    expect(await inbox.process()).toBe(0);
  });

  test('wait while Jira is down, ever longer, and are done once it is back', async () => {
    let isDown = true;
    const inbox = await openedInbox(async () => {
      if (isDown) throw JIRA_IS_DOWN;
      return { kind: 'judged' };
    });
    await inbox.arrives('SUP-7', 'a');

    expect(await inbox.process()).toBe(1);
    expect(await inbox.process()).toBe(0);
    inbox.later(1);
    expect(await inbox.process()).toBe(1);
    inbox.later(1);
    expect(await inbox.process()).toBe(0);
    inbox.later(1);
    isDown = false;
    expect(await inbox.process()).toBe(1);

    expect(await inbox.states()).toEqual(['SUP-7 done']);
    expect(inbox.log.lines.map(({ level, data }) => [level, data.attempt, data.code])).toEqual([
      ['warn', 1, 'RGL9201'],
      ['warn', 2, 'RGL9201'],
    ]);
  });

  test('are still there after any number of vain tries, and tried every five minutes at least', async () => {
    const inbox = await openedInbox(async () => {
      throw JIRA_IS_DOWN;
    });
    await inbox.arrives('SUP-7', 'a');

    for (let tries = 0; tries < 40; tries += 1) {
      await inbox.process();
      inbox.later(300);
    }

    expect(inbox.looks).toHaveLength(40);
    expect(await inbox.states()).toEqual(['SUP-7 new']);
  });

  test('survive a mistake of our own: it is told as an error, and they are tried again', async () => {
    let wrong = true;
    const inbox = await openedInbox(async () => {
      if (wrong) throw new TypeError('cannot read properties of undefined');
      return { kind: 'judged' };
    });
    await inbox.arrives('SUP-7', 'a');

    await inbox.process();
    wrong = false;
    inbox.later(1);
    await inbox.process();

    expect(inbox.log.lines.map(({ level, sentence, data }) => [level, sentence, data.code])).toEqual([
      ['error', 'delivery postponed by an unforeseen error', 'unforeseen'],
    ]);
    expect(await inbox.states()).toEqual(['SUP-7 done']);
  });

  test('on one bad ticket hold nobody back', async () => {
    const inbox = await openedInbox(async (ticketKey) => {
      if (ticketKey === 'SUP-1') throw new TypeError('poison');
      return ticketKey === 'SUP-2' ? { kind: 'unreadable', why: 'gone' } : { kind: 'judged' };
    });
    for (const [index, key] of ['SUP-1', 'SUP-2', 'SUP-3'].entries()) await inbox.arrives(key, `${index}`);

    await inbox.process();

    expect(await inbox.states()).toEqual(['SUP-1 new', 'SUP-2 parked', 'SUP-3 done']);
  });

  test('that come while an earlier one waits for Jira are looked at without waiting', async () => {
    let isDown = true;
    const inbox = await openedInbox(async () => {
      if (isDown) throw JIRA_IS_DOWN;
      return { kind: 'judged' };
    });
    await inbox.arrives('SUP-7', 'a');
    await inbox.process();
    isDown = false;
    await inbox.arrives('SUP-7', 'b');

    await inbox.process();

    expect(inbox.looks.at(-1)?.deliveries).toEqual([2]);
    expect(await inbox.states()).toEqual(['SUP-7 new', 'SUP-7 done']);
  });
});
