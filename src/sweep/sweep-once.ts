import type { Clock } from '#clock.ts';
import { isFault, reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';
import type { ChangedSince, RunEnd, SweepStore } from './ports.ts';

export interface SweepParts {
  readonly store: SweepStore;
  readonly changedSince: ChangedSince;
  readonly evaluate: (
    ticketKey: string,
    because: 'sweep' | 'wakeup',
    runId: number,
  ) => Promise<{ readonly unreadable?: string }>;
  readonly deskClock: Clock;
  readonly overlap: Temporal.Duration;
  /** A run that would do more does nothing. */
  readonly effectsPerRun: number;
  readonly log: Log;
  readonly onRunEnd: (end: RunEnd) => void;
}

export interface SweepReport {
  readonly looked: number;
  readonly failed: number;
}

/** A ticket that could not be looked at is looked at again after this, and holds nobody back until then. */
const RETRY_AFTER = Temporal.Duration.from({ minutes: 5 });

/** After the fuse has blown, so long is left to see to it. */
const LOOK_AGAIN_AFTER_FUSE = Temporal.Duration.from({ minutes: 15 });

/** Looks at every ticket whose time has come. */
export async function sweepDue(parts: SweepParts): Promise<SweepReport> {
  const now = parts.deskClock.now();
  const due = await parts.store.dueTickets(now);
  if (due.length === 0) return { looked: 0, failed: 0 };
  return inOneRun(parts, async (runId) => {
    let failed = 0;
    for (const ticketKey of due) if (!(await look(parts, ticketKey, 'wakeup', runId))) failed += 1;
    return { looked: due.length, failed };
  });
}

/**
 * Looks at every ticket that changed since the last time, whether a webhook told of it or not. The cursor moves to
 * where the look began, less an overlap for results that lag; a ticket that cannot be read does not hold it back.
 */
export async function sweepNet(parts: SweepParts): Promise<SweepReport> {
  const startedAt = parts.deskClock.now();
  const since = (await parts.store.cursor()).subtract(parts.overlap);
  return inOneRun(parts, async (runId) => {
    let looked = 0;
    let failed = 0;
    const seen = new Set<string>();
    for await (const ticketKey of parts.changedSince(since)) {
      if (seen.has(ticketKey)) continue;
      seen.add(ticketKey);
      looked += 1;
      if (!(await look(parts, ticketKey, 'sweep', runId))) failed += 1;
    }
    await parts.store.advance(startedAt);
    return { looked, failed };
  });
}

/** All effects of a run are released together, or withheld together when they are too many. */
async function inOneRun(
  parts: SweepParts,
  body: (runId: number) => Promise<SweepReport>,
): Promise<SweepReport> {
  const runId = await parts.store.startRun(parts.deskClock.now());
  try {
    return await body(runId);
  } finally {
    const lookAgainAt = parts.deskClock.now().add(LOOK_AGAIN_AFTER_FUSE);
    const end = await parts.store.endRun(runId, parts.effectsPerRun, lookAgainAt);
    if (!end.released) {
      parts.log.error('the fuse has blown: a sweep would have done too much and did nothing', {
        effects: end.effects,
        most: parts.effectsPerRun,
      });
    }
    parts.onRunEnd(end);
  }
}

async function look(
  { store, evaluate, deskClock, log }: SweepParts,
  ticketKey: string,
  because: 'sweep' | 'wakeup',
  runId: number,
): Promise<boolean> {
  try {
    const { unreadable } = await evaluate(ticketKey, because, runId);
    if (unreadable !== undefined) {
      await store.forget(ticketKey);
      log.warn('a ticket cannot be read any more', { ticketKey, why: unreadable });
    }
    return true;
  } catch (error) {
    await store.postpone(ticketKey, deskClock.now().add(RETRY_AFTER));
    const data = { ticketKey, why: reasonOf(error) };
    if (isFault(error)) log.warn('a ticket could not be looked at', data);
    else log.error('a ticket could not be looked at, unforeseen', data);
    return false;
  }
}
