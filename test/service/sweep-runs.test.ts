import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock.ts';
import { effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { sweepStore } from '#store/sweeps.ts';
import type { Looked } from '#sweep/ports.ts';
import { type SweepParts, sweepDue, sweepNet } from '#sweep/sweep-once.ts';
import { effectOf, NOON, recordedAs, recordOf } from '#test/support/service-effects.ts';
import { heardLog, storeInMemory } from '#test/support/service-parts.ts';

type Find = SweepParts['changedSince'];

const JUDGED: Looked = { kind: 'judged', decisions: 1, effects: [] };

/** A sweep on a real store; a test says what a search finds and what a look comes to. */
async function openedSweep(find: Find, look: (ticketKey: string) => Promise<Looked> = async () => JUDGED) {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  const store = sweepStore(db, NOON.subtract({ hours: 1 }));
  const evaluations = evaluationStore(db, clock);
  const looked: string[] = [];
  const ends: boolean[] = [];
  const parts: SweepParts = {
    store,
    changedSince: find,
    async evaluate(ticketKey, because, runId) {
      looked.push(`${ticketKey} ${because}`);
      const result = await look(ticketKey);
      await evaluations.record(recordOf([recordedAs(effectOf(ticketKey))], { ticketKey, runId }));
      return result;
    },
    deskClock: clock,
    overlap: Temporal.Duration.from({ minutes: 10 }),
    effectsPerRun: 2,
    log: heardLog(),
    onRunEnd: ({ released }) => void ends.push(released),
  };
  const due = () => effectQueue(db, clock).dueTickets(NOON);
  return { parts, looked, ends, store, due, evaluations };
}

describe('a sweep for what changed', () => {
  test('looks back a little further than the last one, and at each ticket once', async () => {
    const asked: string[] = [];
    const sweep = await openedSweep(async function* (since) {
      asked.push(since.toString());
      yield* ['SUP-1', 'SUP-2', 'SUP-1'];
    });

    const report = await sweepNet(sweep.parts);

    expect(asked).toEqual([NOON.subtract({ hours: 1, minutes: 10 }).toString()]);
    expect(sweep.looked).toEqual(['SUP-1 sweep', 'SUP-2 sweep']);
    expect(report).toMatchObject({ looked: 2, failed: 0, decisions: 2 });
    expect(await sweep.store.cursor()).toEqual(NOON);
  });

  test('that breaks off releases what it has decided, and begins there again the next time', async () => {
    const sweep = await openedSweep(async function* () {
      yield 'SUP-1';
      throw new Error('the search broke off');
    });

    await expect(sweepNet(sweep.parts)).rejects.toThrow('broke off');

    expect(sweep.ends).toEqual([true]);
    expect(await sweep.due()).toEqual(['SUP-1']);
    expect(await sweep.store.cursor()).toEqual(NOON.subtract({ hours: 1 }));
  });

  test('goes on behind a ticket that cannot be looked at, which is looked at again by itself', async () => {
    const sweep = await openedSweep(
      async function* () {
        yield* ['SUP-1', 'SUP-2'];
      },
      async (ticketKey) => {
        if (ticketKey === 'SUP-1') throw new TypeError('poison');
        return JUDGED;
      },
    );

    const report = await sweepNet(sweep.parts);

    expect(report).toMatchObject({ looked: 2, failed: 1 });
    expect(await sweep.store.cursor()).toEqual(NOON);
    expect(await sweep.store.dueTickets(NOON.add({ minutes: 5 }))).toEqual(['SUP-1']);
    expect(sweep.parts.log).toMatchObject({ lines: [{ level: 'error', data: { ticketKey: 'SUP-1' } }] });
  });

  test('that would do too much does nothing, however many tickets it found', async () => {
    const sweep = await openedSweep(async function* () {
      yield* ['SUP-1', 'SUP-2', 'SUP-3'];
    });

    await sweepNet(sweep.parts);

    expect(sweep.ends).toEqual([false]);
    expect(await sweep.due()).toEqual([]);
  });
});

describe('a sweep for what is due', () => {
  test('is no run at all when nothing is', async () => {
    const sweep = await openedSweep(async function* () {});

    expect(await sweepDue(sweep.parts)).toEqual({ looked: 0, failed: 0, decisions: 0, effects: [] });
    expect(sweep.ends).toEqual([]);
  });

  test('looks at those whose time has come, and asks Jira for no others', async () => {
    const sweep = await openedSweep(() => expect.fail('nobody should search'));
    const wakeups = (at: Temporal.Instant) => ({ wakeups: [{ eventId: 'timePassed', at }] });
    await sweep.evaluations.record(recordOf([], { ticketKey: 'SUP-1', ...wakeups(NOON) }));
    await sweep.evaluations.record(
      recordOf([], { ticketKey: 'SUP-2', ...wakeups(NOON.add({ seconds: 1 })) }),
    );

    await sweepDue(sweep.parts);

    expect(sweep.looked).toEqual(['SUP-1 wakeup']);
  });
});
