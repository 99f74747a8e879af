import { type EvaluationRequest, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import { processDeliveries } from '#intake/process-deliveries.ts';
import { changedSince, labelledClosed } from '#jira/search-changed.ts';
import { keyedLock } from '#keyed-lock.ts';
import { lookLabels, waitingTooLong } from '#operations/unread-messages.ts';
import { retryAfter } from '#outbox/retry-schedule.ts';
import { type SingleFlight, singleFlight } from '#single-flight.ts';
import { deliveryQueue } from '#store/deliveries.ts';
import { doubtInterrupted, effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { activationOf, isChanged } from '#store/facts.ts';
import { labelledAt } from '#store/look.ts';
import { openRuns, sweepStore } from '#store/sweeps.ts';
import type { Looked, RunEnd, SweepReport } from '#sweep/ports.ts';
import { type SweepParts, sweepDue, sweepNet } from '#sweep/sweep-once.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedTask } from './guarded-task.ts';
import { judged } from './judged.ts';
import { relayTask } from './relay-task.ts';

/** The desk at work: what comes in is judged, what is due is looked at, what is owed is carried to Jira. */
export interface DeskAtWork {
  /** Works on what is in the inbox. */
  readonly intake: SingleFlight;
  /** Carries what is owed to Jira. */
  readonly relay: SingleFlight;
  /** Looks at the tickets whose time has come, out of turn. */
  readonly wake: SingleFlight;
  readonly sweepDue: () => Promise<SweepReport>;
  readonly sweepNet: () => Promise<SweepReport>;
  readonly isSweeping: () => boolean;
  readonly nextDue: () => Promise<Temporal.Instant | undefined>;
  readonly unreadTooLong: () => number;
  /** A new policy may count other deadlines: whatever waits for its time is looked at now. */
  readonly policyChanged: () => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
}

export async function openDesk(parts: DeskParts): Promise<DeskAtWork> {
  const { configuration, rules, store, jira, deskClock, machineClock, log, metrics } = parts;
  const { db } = store;
  const activatedAt = await activationOf(db, configuration.activation, deskClock.now());
  await settleInterrupted(parts, sweepStore(db, activatedAt));
  const evaluations = evaluationStore(db, machineClock);
  const oneAtATime = keyedLock();
  const evaluate = (request: EvaluationRequest): Promise<Looked> =>
    oneAtATime.run(request.ticketKey, async () => {
      const evaluation = await evaluateTicket(
        {
          fetchIssue: jira.fetchIssue,
          store: evaluations,
          deskClock,
          inForce: () => ({
            reglament: rules.reglament(),
            modes: configuration.modes,
            activatedAt,
            effectsPerTicketPerHour: configuration.fuse.effectsPerTicketPerHour,
            projects: configuration.projects,
          }),
        },
        request,
      );
      metrics.evaluated(request.because);
      if (evaluation.kind === 'unreadable') return evaluation;
      await evaluations.record(evaluation.record);
      relay.nudge();
      return judged(evaluation.record);
    });
  const queue = effectQueue(db, machineClock);
  const relay = singleFlight(
    relayTask(parts, {
      ...queue,
      // Under the lock: a look that is under way replaces the wake-ups that it knew of.
      async judgeAgain(effect, at) {
        await oneAtATime.run(effect.ticketKey, () => queue.judgeAgain(effect, at));
        wake.nudge();
      },
    }),
  );
  const intake = singleFlight(() =>
    guardedTask(log, 'the inbox', async () => {
      await processDeliveries({
        queue: deliveryQueue(db),
        evaluate: (ticketKey, deliveries) => evaluate({ ticketKey, because: 'delivery', deliveries }),
        machineClock,
        retryAfter,
        log,
      });
    }),
  );
  const sweeping = new Set<Promise<unknown>>();
  let unread = 0;
  const onRunEnd = (end: RunEnd) => {
    metrics.swept(end.effects, end.released);
    relay.nudge();
  };
  const sweepParts: SweepParts = {
    store: sweepStore(db, activatedAt),
    changedSince: changedSince(jira.client, configuration.projects),
    evaluate: (ticketKey, because, runId) => evaluate({ ticketKey, because, runId }),
    deskClock,
    overlap: Temporal.Duration.from({ minutes: configuration.sweep.overlapMinutes }),
    effectsPerRun: configuration.fuse.effectsPerRun,
    log,
    onRunEnd,
  };
  const counted = async (sweep: () => Promise<SweepReport>) => {
    const run = sweep();
    sweeping.add(run);
    try {
      return await run;
    } finally {
      sweeping.delete(run);
    }
  };
  const wake = singleFlight(() =>
    guardedTask(log, 'what is to be judged again', async () => {
      await counted(() => sweepDue(sweepParts));
    }),
  );
  const policyChanged = () =>
    guardedTask(log, 'the new policy', async () => {
      if (!(await isChanged(db, 'policyVersion', rules.reglament().version))) return;
      await sweepParts.store.wakeAll(deskClock.now());
      wake.nudge();
    });
  await policyChanged();
  return {
    intake,
    relay,
    wake,
    policyChanged,
    async settled() {
      await Promise.allSettled(sweeping);
      await Promise.all([intake.settled(), wake.settled()]);
      await relay.settled();
    },
    sweepDue: () => counted(() => sweepDue(sweepParts)),
    sweepNet: () =>
      counted(async () => {
        const report = await sweepNet(sweepParts);
        unread = await countUnread(parts);
        return report;
      }),
    isSweeping: () => sweeping.size > 0,
    nextDue: () => sweepParts.store.nextDue(),
    unreadTooLong: () => unread,
  };
}

/** What a process that was killed left half done: nobody knows whether it was sent; open runs meet their fuse. */
async function settleInterrupted(
  { store, configuration, deskClock, machineClock, log }: DeskParts,
  sweeps: ReturnType<typeof sweepStore>,
): Promise<void> {
  const { requestTimeoutSeconds, quiesceSeconds } = configuration.outbox;
  const settledAt = machineClock.now().add({ seconds: requestTimeoutSeconds + quiesceSeconds });
  const interrupted = await doubtInterrupted(store.db, settledAt);
  if (interrupted > 0) log.warn('effects were being sent when the service ended', { interrupted });
  for (const runId of await openRuns(store.db)) {
    await sweeps.endRun(runId, configuration.fuse.effectsPerRun, deskClock.now());
  }
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
  for await (const key of labelledClosed(jira.client, configuration.projects, labels)) keys.push(key);
  const since = await labelledAt(store.db, keys);
  const unread = waitingTooLong(since, deskClock.now(), rules.reglament());
  if (unread > 0) log.warn('messages on closed requests wait to be read', { unread });
  return unread;
}
