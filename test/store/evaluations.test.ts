import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import { deliveryInbox, deliveryQueue } from '#store/deliveries.ts';
import { effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import {
  decisionOf,
  effectOf,
  NOON,
  NOTE,
  REOPEN,
  REPLY,
  recordedAs,
  recordOf,
  TICKET,
} from '#test/support/service-effects.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

async function openedStore() {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  return { db, clock, store: evaluationStore(db, clock), queue: effectQueue(db, clock) };
}

const states = async ({ db }: Awaited<ReturnType<typeof openedStore>>) =>
  (await db.selectFrom('effects').select(['key', 'state', 'reason']).orderBy('id').execute()).map(
    ({ key, state, reason }) => [key, state, reason],
  );

describe('what a look at a ticket leaves behind', () => {
  test('is there all at once: mark, decision, effects, wake-ups, and the letters are settled', async () => {
    const { db, store } = await openedStore();
    const inbox = deliveryInbox(db, movableClock(NOON));
    const hint = { kind: 'look', ticketKey: TICKET } as const;
    await inbox.save({ deliveryId: undefined, bodyHash: 'a', raw: '{}', hint });
    const until = NOON.add({ minutes: 1 });

    await store.record(
      recordOf([recordedAs(effectOf('1'))], {
        mark: { until, ids: new Set(['comment:1', 'history:2']) },
        wakeups: [{ eventId: 'timePassed', at: until }],
        deliveries: [1],
      }),
    );

    expect(await store.markOf(TICKET)).toEqual({ until, ids: new Set(['comment:1', 'history:2']) });
    expect(await store.dueWakeups(TICKET, until)).toEqual(['timePassed']);
    expect(await deliveryQueue(db).open(NOON)).toEqual([]);
    expect(await db.selectFrom('decisions').select(['ticket_key', 'kind']).execute()).toEqual([
      { ticket_key: TICKET, kind: 'act' },
    ]);
  });

  test('is there not at all when one part of it cannot be written', async () => {
    const opened = await openedStore();
    const { db, store } = opened;
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const broken = recordedAs({ ...effectOf('2'), data: circular as never });

    await expect(
      store.record(
        recordOf([recordedAs(effectOf('1')), broken], { wakeups: [{ eventId: 'timePassed', at: NOON }] }),
      ),
    ).rejects.toThrow(/circular/i);

    expect(await states(opened)).toEqual([]);
    expect(await store.markOf(TICKET)).toBeUndefined();
    expect(await store.dueWakeups(TICKET, NOON)).toEqual([]);
    expect(await db.selectFrom('decisions').select('id').execute()).toEqual([]);
  });

  test('on a quiet ticket is no decision: only time has passed, and nothing came of it', async () => {
    const { db, store } = await openedStore();

    await store.record(recordOf([]));

    expect(await db.selectFrom('decisions').select('id').execute()).toEqual([]);
    expect(await store.markOf(TICKET)).toBeDefined();
  });

  test('is a decision, though nothing was done, when something happened or could not be decided', async () => {
    const { db, store } = await openedStore();
    const happened = decisionOf([]);
    const event = { kind: 'replied', id: 'comment:1', at: NOON, actor: 'customer' } as const;
    const undecided = { ...happened, kind: 'undecided', effects: [], missingYear: 2028 } as const;

    await store.record({
      ...recordOf([]),
      decisions: [
        { decision: { ...happened, event } as typeof happened, effects: [] },
        { decision: undecided, effects: [] },
      ],
    });

    const kinds = await db.selectFrom('decisions').select(['event_kind', 'kind']).orderBy('id').execute();
    expect(kinds).toEqual([
      { event_kind: 'replied', kind: 'leave' },
      { event_kind: 'timePassed', kind: 'undecided' },
    ]);
  });
});

describe('one key', () => {
  test('is one effect, whoever decides it again', async () => {
    const opened = await openedStore();
    await opened.store.record(recordOf([recordedAs(effectOf('1'))]));

    await opened.store.record(recordOf([recordedAs(effectOf('1'))], { because: 'sweep' }));

    expect(await states(opened)).toEqual([['1', 'PLANNED', null]]);
  });

  test.each(['SENDING', 'UNKNOWN', 'DONE', 'PARKED'] as const)(
    'that is %s stays so, also when it is decided again or withheld',
    async (state) => {
      const opened = await openedStore();
      await opened.store.record(recordOf([recordedAs(effectOf('1'))]));
      await opened.db.updateTable('effects').set({ state }).execute();

      await opened.store.record(recordOf([recordedAs(effectOf('1'))]));
      await opened.store.record(recordOf([recordedAs(effectOf('1'), { withheld: 'fuse' })]));

      expect(await states(opened)).toEqual([['1', state, null]]);
    },
  );

  test('that was withheld may be decided anew: it stands behind the others then', async () => {
    const opened = await openedStore();
    await opened.store.record(recordOf([recordedAs(effectOf('1'), { withheld: 'fuse' })]));
    await opened.store.record(recordOf([recordedAs(effectOf('2', NOTE))]));

    await opened.store.record(recordOf([recordedAs(effectOf('1'))]));

    expect(await states(opened)).toEqual([
      ['2', 'PLANNED', null],
      ['1', 'PLANNED', null],
    ]);
  });
});

describe('effects of one look', () => {
  test('are owed state first, words after', async () => {
    const { store, queue } = await openedStore();

    await store.record(
      recordOf([
        recordedAs(effectOf('1', NOTE)),
        recordedAs(effectOf('2', REOPEN)),
        recordedAs(effectOf('3', REPLY)),
      ]),
    );

    expect((await queue.owedTo(TICKET)).map(({ key }) => key)).toEqual(['2', '1', '3']);
  });

  test.each(['observe', 'suggest', 'baseline', 'fuse'] as const)(
    'that are withheld (%s) are recorded with the reason, and never owed',
    async (withheld) => {
      const opened = await openedStore();

      await opened.store.record(recordOf([recordedAs(effectOf('1'), { withheld })]));

      expect(await states(opened)).toEqual([['1', 'WITHHELD', withheld]]);
      expect(await opened.queue.owedTo(TICKET)).toEqual([]);
    },
  );

  test('are counted by when they were planned, those withheld or parked are not', async () => {
    const { db, store } = await openedStore();
    const at = (minutes: number) => ({ decidedAt: NOON.add({ minutes }) });
    await store.record(recordOf([recordedAs(effectOf('1'))], at(-61)));
    await store.record(recordOf([recordedAs(effectOf('2'))], at(-60)));
    await store.record(recordOf([recordedAs(effectOf('3'))], at(0)));
    await store.record(recordOf([recordedAs(effectOf('4'), { withheld: 'observe' })], at(0)));
    await store.record(recordOf([recordedAs(effectOf('5'))], at(0)));
    await db.updateTable('effects').set({ state: 'PARKED' }).where('key', '=', '5').execute();
    await db.updateTable('effects').set({ state: 'DONE' }).where('key', '=', '3').execute();

    expect(await store.effectsSince(TICKET, NOON.subtract({ hours: 1 }))).toEqual(new Set(['2', '3']));
    expect(await store.effectsSince('SUP-8', NOON.subtract({ hours: 1 }))).toEqual(new Set());
  });
});

describe('promised looks', () => {
  test('for what time alone decides are replaced by that of the newest look', async () => {
    const { store } = await openedStore();
    const [sooner, later] = [NOON.add({ hours: 50 }), NOON.add({ hours: 100 })];
    await store.record(recordOf([], { wakeups: [{ eventId: 'timePassed', at: sooner }] }));

    await store.record(recordOf([], { wakeups: [{ eventId: 'timePassed', at: later }] }));
    expect(await store.dueWakeups(TICKET, sooner)).toEqual([]);
    expect(await store.dueWakeups(TICKET, later)).toEqual(['timePassed']);
    await store.record(recordOf([]));

    expect(await store.dueWakeups(TICKET, later)).toEqual([]);
  });

  test('for another event stay until its time, though somebody looks at the ticket before', async () => {
    const { store } = await openedStore();
    const soon = NOON.add({ minutes: 15 });
    await store.record(recordOf([], { wakeups: [{ eventId: 'comment:1', at: soon }] }));

    await store.record(recordOf([], { decidedAt: NOON.add({ minutes: 5 }), because: 'sweep' }));

    expect(await store.dueWakeups(TICKET, soon)).toEqual(['comment:1']);
    await store.record(recordOf([], { decidedAt: soon }));
    expect(await store.dueWakeups(TICKET, soon)).toEqual([]);
  });

  test('after a reply of ours stay until their time, and are gone after it', async () => {
    const { db, store, queue } = await openedStore();
    await store.record(recordOf([recordedAs(effectOf('1'))]));
    await queue.begin(1, 'token', NOON);
    await queue.done(1, 'token', {
      remoteId: '5',
      at: NOON,
      recheckAt: [NOON.add({ seconds: 10 }), NOON.add({ seconds: 60 })],
    });
    const left = async () =>
      (await db.selectFrom('wakeups').select('event_id').orderBy('at').execute()).map((row) => row.event_id);

    await store.record(recordOf([], { decidedAt: NOON.add({ seconds: 9 }) }));
    expect(await left()).toEqual(['recheck:0', 'recheck:1']);
    await store.record(recordOf([], { decidedAt: NOON.add({ seconds: 10 }) }));
    expect(await left()).toEqual(['recheck:1']);
    await store.record(recordOf([], { decidedAt: NOON.add({ seconds: 60 }) }));
    expect(await left()).toEqual([]);
  });
});

describe('a look that was promised for another event', () => {
  test('stays until its time, though the ticket is looked at before', async () => {
    const { store } = await openedStore();
    await store.record(recordOf([], { wakeups: [{ eventId: 'comment:1', at: NOON.add({ minutes: 15 }) }] }));

    await store.record(recordOf([], { wakeups: [{ eventId: 'timePassed', at: NOON.add({ hours: 9 }) }] }));

    expect(await store.dueWakeups(TICKET, NOON.add({ minutes: 15 }))).toEqual(['comment:1']);
  });

  test('is forgotten under the key that the ticket had before it was moved', async () => {
    const { store } = await openedStore();
    const wakeups = [{ eventId: 'timePassed', at: NOON }];
    await store.record(recordOf([], { ticketKey: 'OLD-1', wakeups }));

    await store.record(recordOf([], { formerKey: 'OLD-1', wakeups: [] }));

    expect(await store.dueWakeups('OLD-1', NOON)).toEqual([]);
  });
});
