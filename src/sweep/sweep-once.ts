import type { Clock } from '#clock.ts';
import { isFault, reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';
import type { ChangedSince, Looked, RunEnd, SweepReport, SweepStore } from './ports.ts';

export interface SweepParts {
  readonly store: SweepStore;
  readonly changedSince: ChangedSince;
  readonly evaluate: (ticketKey: string, because: 'sweep' | 'wakeup', runId: number) => Promise<Looked>;
  readonly deskClock: Clock;
  readonly overlap: Temporal.Duration;
  /** A run that would do more does nothing. */
  readonly effectsPerRun: number;
  readonly log: Log;
  readonly onRunEnd: (end: RunEnd) => void;
}

/** Why a ticket was not looked at: something about it, no answer, or nobody who would let us ask. */
type NoLook = 'failed' | 'noAnswer' | 'notLetIn';

/** One ticket without an answer may be that ticket's own trouble; so many in a row are Jira's. */
const MOST_WITHOUT_ANSWER = 3;

/** Knows when to give a sweep up, because Jira is away or does not want to be asked. */
function openPatience() {
  let inARow = 0;
  return {
    lasts(looked: Looked | NoLook): boolean {
      inARow = looked === 'noAnswer' ? inARow + 1 : 0;
      return looked !== 'notLetIn' && inARow < MOST_WITHOUT_ANSWER;
    },
  };
}

/** A ticket that nobody shows us may only have lost a permission for an hour: its deadlines are not forgotten. */
const LOOK_FOR_LOST_AFTER = Temporal.Duration.from({ hours: 24 });

/** A ticket that could not be looked at is looked at again after this, and holds nobody back until then. */
const RETRY_AFTER = Temporal.Duration.from({ minutes: 5 });

/** After the fuse has blown, so long is left to see to it. */
const LOOK_AGAIN_AFTER_FUSE = Temporal.Duration.from({ minutes: 15 });

/** Looks at every ticket whose time has come. */
export async function sweepDue(parts: SweepParts): Promise<SweepReport> {
  const now = parts.deskClock.now();
  const due = await parts.store.dueTickets(now);
  if (due.length === 0) return NOTHING;
  return inOneRun(parts, async (runId) => {
    let report = NOTHING;
    const patience = openPatience();
    for (const ticketKey of due) {
      const looked = await look(parts, ticketKey, 'wakeup', runId);
      report = added(report, looked);
      if (!patience.lasts(looked)) break;
    }
    return report;
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
    let report = NOTHING;
    const seen = new Set<string>();
    const patience = openPatience();
    for await (const ticketKey of parts.changedSince(since)) {
      if (seen.has(ticketKey)) continue;
      seen.add(ticketKey);
      const looked = await look(parts, ticketKey, 'sweep', runId);
      report = added(report, looked);
      // The cursor stays: the next sweep begins where this one did.
      if (!patience.lasts(looked)) return report;
    }
    await parts.store.advance(startedAt);
    return report;
  });
}

const NOTHING: SweepReport = { looked: 0, failed: 0, decisions: 0, effects: [] };

function added(report: SweepReport, looked: Looked | NoLook): SweepReport {
  if (typeof looked === 'string') return { ...report, looked: report.looked + 1, failed: report.failed + 1 };
  if (looked.kind === 'unreadable') return { ...report, looked: report.looked + 1 };
  return {
    looked: report.looked + 1,
    failed: report.failed,
    decisions: report.decisions + looked.decisions,
    effects: [...report.effects, ...looked.effects],
  };
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
): Promise<Looked | NoLook> {
  try {
    const looked = await evaluate(ticketKey, because, runId);
    if (looked.kind === 'unreadable') {
      await store.postpone(ticketKey, deskClock.now().add(LOOK_FOR_LOST_AFTER));
      log.warn('a ticket cannot be read', { ticketKey, why: looked.why });
    }
    return looked;
  } catch (error) {
    if (isFault(error, 'RGL9202', 'RGL9205')) {
      log.warn('Jira does not want to be asked; the sweep ends here', { ticketKey, why: reasonOf(error) });
      return 'notLetIn';
    }
    await store.postpone(ticketKey, deskClock.now().add(RETRY_AFTER));
    const data = { ticketKey, why: reasonOf(error) };
    if (isFault(error)) log.warn('a ticket could not be looked at', data);
    else log.error('a ticket could not be looked at, unforeseen', data);
    return isFault(error, 'RGL9201') ? 'noAnswer' : 'failed';
  }
}
