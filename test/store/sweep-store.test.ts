import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import { effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { openRuns, sweepStore } from '#store/sweeps.ts';
import { effectOf, NOON, recordedAs, recordOf, TICKET } from '#test/support/service-effects.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

const LATER = NOON.add({ minutes: 15 });

async function openedSweeps() {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  const evaluations = evaluationStore(db, clock);
  const wake = (ticketKey: string, at: Temporal.Instant, eventId = 'timePassed') =>
    evaluations.record(recordOf([], { ticketKey, wakeups: [{ eventId, at }] }));
  return { db, evaluations, wake, sweeps: sweepStore(db, NOON), queue: effectQueue(db, clock) };
}

describe('tickets whose time has come', () => {
  test('come longest due first, those of later do not come', async () => {
    const { sweeps, wake } = await openedSweeps();
    await wake('SUP-1', NOON);
    await wake('SUP-2', NOON.subtract({ hours: 1 }));
    await wake('SUP-3', NOON.add({ milliseconds: 1 }));

    expect(await sweeps.dueTickets(NOON)).toEqual(['SUP-2', 'SUP-1']);
    expect(await sweeps.nextDue()).toEqual(NOON.subtract({ hours: 1 }));
  });

  test('there is none, and no next one, where nothing was promised', async () => {
    const { sweeps } = await openedSweeps();

    expect(await sweeps.dueTickets(NOON)).toEqual([]);
    expect(await sweeps.nextDue()).toBeUndefined();
  });

  test('that could not be looked at come again later, and what was promised for still later stays', async () => {
    const { sweeps, wake } = await openedSweeps();
    await wake('SUP-1', NOON);
    await wake('SUP-2', NOON.add({ hours: 9 }));

    await sweeps.postpone('SUP-1', NOON.add({ minutes: 5 }));
    await sweeps.postpone('SUP-2', NOON.add({ minutes: 5 }));

    expect(await sweeps.dueTickets(NOON.add({ minutes: 4 }))).toEqual([]);
    expect(await sweeps.dueTickets(NOON.add({ minutes: 5 }))).toEqual(['SUP-1']);
    expect(await sweeps.dueTickets(NOON.add({ hours: 9 }))).toEqual(['SUP-1', 'SUP-2']);
  });

  test('that nobody waited for, and which could not be looked at, come again later as well', async () => {
    const { sweeps } = await openedSweeps();

    await sweeps.postpone('SUP-1', NOON.add({ minutes: 5 }));

    expect(await sweeps.dueTickets(NOON)).toEqual([]);
    expect(await sweeps.dueTickets(NOON.add({ minutes: 5 }))).toEqual(['SUP-1']);
  });

  test('come at once when the policy may count another time; acts that wait for their own time do not', async () => {
    const { sweeps, wake } = await openedSweeps();
    await wake('SUP-1', NOON.add({ hours: 9 }));
    await wake('SUP-2', NOON.add({ hours: 9 }), 'comment:10101');
    await wake('SUP-3', NOON.subtract({ hours: 1 }));

    await sweeps.wakeAll(NOON);

    expect(await sweeps.dueTickets(NOON)).toEqual(['SUP-3', 'SUP-1']);
  });
});

describe('the cursor', () => {
  test('stands at the activation at first, then where it was moved to', async () => {
    const { db, sweeps } = await openedSweeps();

    expect(await sweeps.cursor()).toEqual(NOON);
    await sweeps.advance(LATER);
    await sweeps.advance(LATER.add({ minutes: 5 }));

    expect(await sweepStore(db, NOON).cursor()).toEqual(LATER.add({ minutes: 5 }));
  });
});

describe('a run', () => {
  test('with as many effects as the fuse allows releases them all', async () => {
    const { evaluations, sweeps, queue } = await openedSweeps();
    const runId = await sweeps.startRun(NOON);
    await evaluations.record(recordOf([recordedAs(effectOf('1')), recordedAs(effectOf('2'))], { runId }));

    expect(await sweeps.endRun(runId, 2, LATER)).toEqual({ effects: 2, released: true });
    expect(await queue.dueTickets(NOON)).toEqual([TICKET]);
  });

  test('with one effect more does none of them, and has its tickets looked at again later', async () => {
    const { db, evaluations, sweeps, queue } = await openedSweeps();
    const runId = await sweeps.startRun(NOON);
    await evaluations.record(recordOf([recordedAs(effectOf('1')), recordedAs(effectOf('2'))], { runId }));
    await evaluations.record(recordOf([recordedAs(effectOf('3'))], { runId, ticketKey: 'SUP-8' }));

    expect(await sweeps.endRun(runId, 2, LATER)).toEqual({ effects: 3, released: false });

    const rows = await db.selectFrom('effects').select(['state', 'reason']).execute();
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ state: 'WITHHELD', reason: 'fuse' })));
    expect(await queue.dueTickets(LATER)).toEqual([]);
    expect(await sweeps.dueTickets(NOON)).toEqual([]);
    expect((await sweeps.dueTickets(LATER)).toSorted()).toEqual([TICKET, 'SUP-8']);
    expect(await evaluations.dueWakeups(TICKET, LATER)).toEqual(['comment:10101']);
  });

  test('counts only what it would do: not what was withheld, nor what others planned', async () => {
    const { evaluations, sweeps } = await openedSweeps();
    await evaluations.record(recordOf([recordedAs(effectOf('0'))]));
    const runId = await sweeps.startRun(NOON);
    await evaluations.record(
      recordOf([recordedAs(effectOf('1')), recordedAs(effectOf('2'), { withheld: 'observe' })], { runId }),
    );

    expect(await sweeps.endRun(runId, 100, LATER)).toEqual({ effects: 1, released: true });
  });

  test('that was left open by a killed process is found again', async () => {
    const { db, sweeps } = await openedSweeps();
    const ended = await sweeps.startRun(NOON);
    const left = await sweeps.startRun(NOON);
    await sweeps.endRun(ended, 100, LATER);

    expect(await openRuns(db)).toEqual([left]);
  });
});
