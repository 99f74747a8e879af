import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import type { OwedEffect } from '#outbox/ports.ts';
import { doubtInterrupted, effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { countStore } from '#store/look.ts';
import { sweepStore } from '#store/sweeps.ts';
import { effectOf, NOON, NOTE, REOPEN, recordedAs, recordOf, TICKET } from '#test/support/service-effects.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

async function owing(...keys: readonly string[]) {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  const store = evaluationStore(db, clock);
  const queue = effectQueue(db, clock);
  await store.record(recordOf(keys.map((key) => recordedAs(effectOf(key, NOTE)))));
  const effect = async (key: string): Promise<OwedEffect> => {
    const found = (await queue.owedTo(TICKET)).find((owed) => owed.key === key);
    if (found === undefined) throw new Error(`${key} is not owed`);
    return found;
  };
  const state = async (key: string) => (await queue.outcomeOf(key))?.state;
  return { db, clock, store, queue, effect, state };
}

describe('an owed effect', () => {
  test('comes out as it was decided', async () => {
    const { store, queue } = await owing();
    const planned = effectOf('1', REOPEN, { after: '0' });
    const place = { projectKey: 'SUP', requestType: 'Консультация' };
    await store.record(recordOf([recordedAs(planned, { place })]));

    expect(await queue.owedTo(TICKET)).toEqual([
      {
        id: 1,
        key: '1',
        ticketKey: TICKET,
        rule: planned.rule,
        policy: planned.policy,
        clauses: planned.clauses,
        data: REOPEN,
        place,
        eventId: 'comment:10101',
        policyVersion: planned.policyVersion,
        state: 'PLANNED',
        attempts: 0,
        afterKey: '0',
        plannedOn: NOON,
        notBefore: NOON,
        held: false,
      },
    ]);
  });

  test('of which nothing is known has no outcome', async () => {
    const { queue } = await owing();

    expect(await queue.outcomeOf('1')).toBeUndefined();
  });

  test('is begun by one sender only', async () => {
    const { queue, effect, state } = await owing('1');
    const { id } = await effect('1');

    expect(await queue.begin(id, 'mine', NOON)).toBe(true);
    expect(await queue.begin(id, 'yours', NOON)).toBe(false);
    expect(await state('1')).toBe('SENDING');
    expect(await queue.owedTo(TICKET)).toEqual([]);
    expect(await queue.dueTickets(NOON)).toEqual([]);
  });

  test('is settled by whoever began it, and by nobody else', async () => {
    const { queue, effect, state } = await owing('1');
    const { id } = await effect('1');
    await queue.begin(id, 'mine', NOON);

    await expect(queue.done(id, 'yours', { remoteId: '5', at: NOON, recheckAt: [] })).rejects.toThrow();
    await queue.postpone(id, 'yours', NOON, 'busy');
    await queue.doubt(id, 'yours', NOON, 'silence');
    expect(await state('1')).toBe('SENDING');
    await queue.done(id, 'mine', { remoteId: '5', at: NOON, recheckAt: [] });

    expect(await queue.outcomeOf('1')).toEqual({ state: 'DONE', remoteId: '5' });
  });

  test('that was surely not done comes again at its time, with one more try counted', async () => {
    const { queue, effect } = await owing('1');
    const { id } = await effect('1');
    await queue.begin(id, 'mine', NOON);

    await queue.postpone(id, 'mine', NOON.add({ seconds: 60 }), 'asked to wait');

    expect(await queue.dueTickets(NOON.add({ seconds: 59 }))).toEqual([]);
    expect(await queue.dueTickets(NOON.add({ seconds: 60 }))).toEqual([TICKET]);
    expect(await effect('1')).toMatchObject({ state: 'PLANNED', attempts: 1, plannedOn: NOON });
  });

  test('in doubt is taken over to be settled, and only then', async () => {
    const { queue, effect, state } = await owing('1');
    const { id } = await effect('1');
    await queue.adopt(id, 'reader');
    await queue.begin(id, 'mine', NOON);
    await queue.doubt(id, 'mine', NOON.add({ seconds: 160 }), 'silence');

    expect(await effect('1')).toMatchObject({ state: 'UNKNOWN', notBefore: NOON.add({ seconds: 160 }) });
    expect(await queue.begin(id, 'again', NOON)).toBe(false);
    await queue.adopt(id, 'reader');
    await queue.done(id, 'reader', { remoteId: '5', at: NOON, recheckAt: [] });

    expect(await state('1')).toBe('DONE');
  });

  test('that was read back and is not there is planned anew, from now; one that is not in doubt is not', async () => {
    const { clock, queue, effect } = await owing('1', '2');
    const { id } = await effect('1');
    await queue.begin(id, 'mine', NOON);
    await queue.doubt(id, 'mine', NOON, 'silence');
    clock.move(NOON.add({ minutes: 9 }));

    await queue.replan(id);
    await queue.replan((await effect('2')).id);

    expect(await effect('1')).toMatchObject({ state: 'PLANNED', attempts: 1, notBefore: clock.now() });
    expect(await effect('2')).toMatchObject({ state: 'PLANNED', plannedOn: NOON });
  });

  test('is parked or withheld with its reason, and then not owed any more', async () => {
    const { db, queue, effect } = await owing('1', '2');
    await queue.park((await effect('1')).id, 'refused');
    await queue.withhold((await effect('2')).id, 'mode');

    expect(await queue.owedTo(TICKET)).toEqual([]);
    expect(await queue.dueTickets(NOON)).toEqual([]);
    expect((await countStore(db)).parkedEffects).toBe(1);
  });

  test('that is to be judged again is withheld, and its event is looked at at once', async () => {
    const { store, queue, effect, state } = await owing('1');

    await queue.judgeAgain(await effect('1'), NOON);

    expect(await state('1')).toBe('WITHHELD');
    expect(await store.dueWakeups(TICKET, NOON)).toEqual(['comment:10101']);
  });

  test('that was done meanwhile is not withheld by somebody who would judge it again', async () => {
    const { db, queue, effect, state } = await owing('1');
    const owed = await effect('1');
    await db.updateTable('effects').set({ state: 'DONE' }).execute();

    await queue.judgeAgain(owed, NOON);

    expect(await state('1')).toBe('DONE');
  });
});

describe('effects of one ticket', () => {
  test('wait behind the one that is on its way, whatever becomes of it', async () => {
    const { queue, effect } = await owing('1', '2', '3');
    await queue.begin((await effect('2')).id, 'mine', NOON);

    expect((await queue.owedTo(TICKET)).map(({ key }) => key)).toEqual(['1']);
  });
});

describe('one more thing that the outbox has to say', () => {
  test('is owed like the effect it tells of, once', async () => {
    const { queue, effect } = await owing('1');
    const owed = await effect('1');

    await queue.add(owed, '1/failed', NOTE);
    await queue.add(owed, '1/failed', NOTE);

    expect((await queue.owedTo(TICKET)).map(({ key, rule, afterKey }) => [key, rule, afterKey])).toEqual([
      ['1', owed.rule, undefined],
      ['1/failed', owed.rule, undefined],
    ]);
  });
});

describe('tickets with something due', () => {
  test('come longest waiting first, each once', async () => {
    const { store, queue } = await owing('1', '2');
    await store.record(recordOf([recordedAs(effectOf('3'))], { ticketKey: 'SUP-1' }));

    expect(await queue.dueTickets(NOON)).toEqual([TICKET, 'SUP-1']);
  });

  test('do not come while the sweep that they belong to is still looking', async () => {
    const { db, store, queue, effect } = await owing();
    const sweeps = sweepStore(db, NOON);
    const runId = await sweeps.startRun(NOON);
    await store.record(recordOf([recordedAs(effectOf('1'))], { runId }));

    expect(await queue.dueTickets(NOON)).toEqual([]);
    expect((await effect('1')).held).toBe(true);
    await sweeps.endRun(runId, 100, NOON);

    expect(await queue.dueTickets(NOON)).toEqual([TICKET]);
    expect((await effect('1')).held).toBe(false);
  });
});

describe('what a killed process left in the middle of sending', () => {
  test('is in doubt from then on, until a late write could have shown itself; the rest is as it was', async () => {
    const { db, queue, effect, state } = await owing('1', '2');
    await queue.begin((await effect('2')).id, 'mine', NOON.subtract({ seconds: 100 }));

    const left = await doubtInterrupted(db, NOON.add({ seconds: 150 }));

    expect(left).toBe(1);
    expect(await effect('2')).toMatchObject({ state: 'UNKNOWN', notBefore: NOON.add({ seconds: 150 }) });
    expect(await state('1')).toBe('PLANNED');
    expect(await countStore(db)).toMatchObject({ openEffects: 2, unknownEffects: 1 });
  });

  test('or has lost hold of without ending is in doubt when it cannot be on its way any more', async () => {
    const { queue, effect, state } = await owing('1', '2');
    await queue.begin((await effect('2')).id, 'lost', NOON.subtract({ minutes: 31 }));
    await queue.begin((await effect('1')).id, 'at work', NOON);

    await queue.doubtForgotten(NOON.subtract({ minutes: 30 }));

    expect(await Promise.all(['1', '2'].map(state))).toEqual(['SENDING', 'UNKNOWN']);
  });
});
