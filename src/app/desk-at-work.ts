import { type EvaluationRequest, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import { processDeliveries } from '#intake/process-deliveries.ts';
import { keyedLock } from '#keyed-lock.ts';
import { retryAfter } from '#outbox/retry-schedule.ts';
import { type SingleFlight, singleFlight } from '#single-flight.ts';
import { deliveryQueue } from '#store/deliveries.ts';
import { doubtInterrupted, effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { activationOf, isChanged } from '#store/facts.ts';
import { rivalsIn } from '#store/sightings.ts';
import { openRuns, sweepStore } from '#store/sweeps.ts';
import type { Looked } from '#sweep/ports.ts';
import { bulkAtWork } from './bulk-at-work.ts';
import { capsAtWork } from './caps-at-work.ts';
import type { DeskParts } from './desk-parts.ts';
import { fuseAtWork } from './fuse-at-work.ts';
import { guardedTask } from './guarded-task.ts';
import { inForceBy } from './in-force-by.ts';
import { judged } from './judged.ts';
import { relayTask } from './relay-task.ts';
import { safetyReport } from './safety-report.ts';
import { type SweepsAtWork, sweepsAtWork } from './sweeps-at-work.ts';

/** The desk at work: what comes in is judged, what is due is looked at, what is owed is carried to Jira. */
export interface DeskAtWork extends SweepsAtWork {
  /** Works on what is in the inbox. */
  readonly intake: SingleFlight;
  /** Carries what is owed to Jira. */
  readonly relay: SingleFlight;
  /** A new policy may count other deadlines: whatever waits for its time is looked at now. */
  readonly policyChanged: () => Promise<void>;
  /** What holds the desk back now: caps, fuses, bulk changes; and the tickets that wait without a question. */
  readonly safety: () => Promise<object>;
}

export async function openDesk(parts: DeskParts): Promise<DeskAtWork> {
  const { configuration, rules, store, jira, deskClock, machineClock, stops, log, metrics } = parts;
  const { db } = store;
  const activatedAt = await activationOf(db, configuration.activation, deskClock.now());
  await settleInterrupted(parts, sweepStore(db, activatedAt));
  const evaluations = evaluationStore(db, machineClock);
  const caps = capsAtWork(configuration, activatedAt, await rivalsIn(db), deskClock, log);
  const bulk = bulkAtWork(configuration, store, log);
  const fuse = await fuseAtWork(configuration, store, deskClock, log);
  const oneAtATime = keyedLock();
  const evaluate = (request: EvaluationRequest): Promise<Looked> =>
    oneAtATime.run(request.ticketKey, async () => {
      const evaluation = await evaluateTicket(
        {
          fetchIssue: jira.fetchIssue,
          store: evaluations,
          deskClock,
          stopsSince: stops.since,
          inForce: () => ({
            ...inForceBy(configuration, rules.reglament(), caps.modes(), activatedAt),
            fuse,
            bulk: bulk.settings,
          }),
        },
        request,
      );
      metrics.evaluated(request.because);
      if (evaluation.kind === 'unreadable') return evaluation;
      await evaluations.record(evaluation.record);
      caps.seen(evaluation.record.ticketKey, evaluation.record.seen?.rivals ?? []);
      bulk.seen(evaluation.record);
      relay.nudge();
      return judged(evaluation.record);
    });
  const queue = effectQueue(db, machineClock);
  const relay = singleFlight(
    relayTask(
      parts,
      {
        ...queue,
        // Under the lock: a look that is under way replaces the wake-ups that it knew of.
        async judgeAgain(effect, at) {
          await oneAtATime.run(effect.ticketKey, () => queue.judgeAgain(effect, at));
          sweeps.wake.nudge();
        },
      },
      { modes: caps.modes, isPartOfBulk: bulk.isPartOfBulk },
    ),
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
  const sweeps = sweepsAtWork(parts, sweepStore(db, activatedAt), evaluate, relay.nudge);
  const policyChanged = () =>
    guardedTask(log, 'the new policy', async () => {
      if (!(await isChanged(db, 'policyVersion', rules.reglament().version))) return;
      await sweeps.wakeAll();
    });
  await policyChanged();
  return {
    ...sweeps,
    intake,
    relay,
    policyChanged,
    safety: () => safetyReport(store, caps, fuse, bulk, deskClock),
    async settled() {
      await intake.settled();
      await relay.settled();
      // What was overtaken is looked at again, and may be owed anew.
      await sweeps.settled();
      await relay.settled();
    },
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
