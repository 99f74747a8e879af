import type { EvaluationRequest } from '#evaluation/evaluate-ticket.ts';
import { changedSince, labelledClosed } from '#jira/search-changed.ts';
import { lookLabels, waitingTooLong } from '#operations/unread-messages.ts';
import { type SingleFlight, singleFlight } from '#single-flight.ts';
import { labelledAt } from '#store/look.ts';
import type { Looked, SweepReport, SweepStore } from '#sweep/ports.ts';
import { type SweepParts, sweepDue, sweepNet } from '#sweep/sweep-once.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedTask } from './guarded-task.ts';

/** The desk's sweeps: at their times, and out of turn. */
export interface SweepsAtWork {
  readonly sweepDue: () => Promise<SweepReport>;
  readonly sweepNet: () => Promise<SweepReport>;
  /** Looks at the tickets whose time has come, out of turn. */
  readonly wake: SingleFlight;
  /** Looks now at whatever waits for its time. */
  readonly wakeAll: () => Promise<void>;
  readonly isSweeping: () => boolean;
  readonly nextDue: () => Promise<Temporal.Instant | undefined>;
  /** Closed requests whose message nobody has read for too long, as the last net sweep saw them. */
  readonly unreadTooLong: () => number;
  /** Resolves when no sweep is under way. */
  readonly settled: () => Promise<void>;
}

/** @param onReleased called when a sweep's effects may be carried to Jira */
export function sweepsAtWork(
  parts: DeskParts,
  store: SweepStore,
  evaluate: (request: EvaluationRequest) => Promise<Looked>,
  onReleased: () => void,
): SweepsAtWork {
  const { configuration, jira, deskClock, log, metrics } = parts;
  const sweepParts: SweepParts = {
    store,
    changedSince: changedSince(jira.client, configuration.projects, jira.dialect),
    evaluate: (ticketKey, because, runId) => evaluate({ ticketKey, because, runId }),
    deskClock,
    overlap: Temporal.Duration.from({ minutes: configuration.sweep.overlapMinutes }),
    effectsPerRun: configuration.fuse.effectsPerRun,
    log,
    onRunEnd(end) {
      metrics.swept(end.effects, end.released);
      onReleased();
    },
  };
  const underWay = new Set<Promise<SweepReport>>();
  const counted = async (sweep: () => Promise<SweepReport>) => {
    await parts.stops.control?.fresh();
    await parts.stops.watch();
    const run = sweep();
    underWay.add(run);
    try {
      return await run;
    } finally {
      underWay.delete(run);
    }
  };
  let unread = 0;
  const due = () => counted(() => sweepDue(sweepParts));
  const wake = singleFlight(() =>
    guardedTask(log, 'what is to be judged again', async () => {
      await due();
    }),
  );
  return {
    sweepDue: due,
    sweepNet: () =>
      counted(async () => {
        const report = await sweepNet(sweepParts);
        unread = await countUnread(parts);
        return report;
      }),
    wake,
    async wakeAll() {
      await store.wakeAll(deskClock.now());
      wake.nudge();
    },
    isSweeping: () => underWay.size > 0,
    nextDue: () => store.nextDue(),
    unreadTooLong: () => unread,
    async settled() {
      await wake.settled();
      await Promise.allSettled(underWay);
    },
  };
}

async function countUnread({
  configuration,
  rules,
  jira,
  store,
  deskClock,
  log,
}: DeskParts): Promise<number> {
  const labels = lookLabels(rules.reglament());
  if (labels.length === 0) return 0;
  const keys: string[] = [];
  for await (const key of labelledClosed(jira.client, configuration.projects, labels, jira.dialect))
    keys.push(key);
  const since = await labelledAt(store.db, keys);
  const unread = waitingTooLong(since, deskClock.now(), rules.reglament());
  if (unread > 0) log.warn('messages on closed requests wait to be read', { unread });
  return unread;
}
