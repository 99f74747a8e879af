import { randomUUID } from 'node:crypto';
import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { actInWords } from '#core/decision/act-in-words.ts';
import { modeOf } from '#core/decision/mode.ts';
import type { NoteData } from '#core/policy/language/effect-data.ts';
import { type EvaluationRequest, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import { processDeliveries } from '#intake/process-deliveries.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import { changedSince, labelledClosed } from '#jira/search-changed.ts';
import { keyedLock } from '#keyed-lock.ts';
import type { Log } from '#log.ts';
import type { Metrics } from '#operations/metrics.ts';
import { lookLabels, waitingTooLong } from '#operations/unread-messages.ts';
import type { OwedEffect } from '#outbox/ports.ts';
import { type RelayParts, relayTicket } from '#outbox/relay.ts';
import { retryAfter } from '#outbox/retry-schedule.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import { type SingleFlight, singleFlight } from '#single-flight.ts';
import { deliveryQueue } from '#store/deliveries.ts';
import { doubtInterrupted, effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { activationOf } from '#store/facts.ts';
import { labelledAt } from '#store/look.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { openRuns, sweepStore } from '#store/sweeps.ts';
import type { Looked, RunEnd, SweepReport } from '#sweep/ports.ts';
import { type SweepParts, sweepDue, sweepNet } from '#sweep/sweep-once.ts';
import type { ConnectedJira } from './connect-jira.ts';
import { judged } from './judged.ts';

export interface DeskParts {
  readonly configuration: Configuration;
  readonly rules: CurrentRules;
  readonly store: OpenedStore;
  readonly jira: ConnectedJira;
  readonly deskClock: Clock;
  readonly machineClock: Clock;
  readonly isStopped: () => boolean;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The desk at work: what comes in is judged, what is due is looked at, what is owed is carried to Jira. */
export interface DeskAtWork {
  /** Works on what is in the inbox. */
  readonly intake: SingleFlight;
  /** Carries what is owed to Jira. */
  readonly relay: SingleFlight;
  readonly sweepDue: () => Promise<SweepReport>;
  readonly sweepNet: () => Promise<SweepReport>;
  readonly isSweeping: () => boolean;
  readonly nextDue: () => Promise<Temporal.Instant | undefined>;
  readonly unreadTooLong: () => number;
  readonly fuse: () => string | undefined;
}

/** How many tickets are carried at once: Jira limits writes by ticket, and us by the second. */
const TICKETS_AT_ONCE = 4;

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
  const relay = singleFlight(relayTask(parts));
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
  let fuse: string | undefined;
  let sweeping = 0;
  let unread = 0;
  const onRunEnd = (end: RunEnd) => {
    metrics.swept(end.effects, end.released);
    fuse = end.released
      ? undefined
      : `a sweep wanted ${end.effects} effects at ${deskClock.now()} and did none`;
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
    sweeping += 1;
    try {
      return await sweep();
    } finally {
      sweeping -= 1;
    }
  };
  return {
    intake,
    relay,
    sweepDue: () => counted(() => sweepDue(sweepParts)),
    sweepNet: () =>
      counted(async () => {
        const report = await sweepNet(sweepParts);
        unread = await countUnread(parts);
        return report;
      }),
    isSweeping: () => sweeping > 0,
    nextDue: () => sweepParts.store.nextDue(),
    unreadTooLong: () => unread,
    fuse: () => fuse,
  };
}

/** What a process that was killed left half done: nobody knows whether it was sent; open runs meet their fuse. */
async function settleInterrupted(
  { store, configuration, deskClock, log }: DeskParts,
  sweeps: ReturnType<typeof sweepStore>,
): Promise<void> {
  const { sendWindowSeconds, requestTimeoutSeconds, quiesceSeconds } = configuration.outbox;
  const seconds = sendWindowSeconds + requestTimeoutSeconds + quiesceSeconds;
  const interrupted = await doubtInterrupted(store.db, Temporal.Duration.from({ seconds }));
  if (interrupted > 0) log.warn('effects were being sent when the service ended', { interrupted });
  for (const runId of await openRuns(store.db)) {
    await sweeps.endRun(runId, configuration.fuse.effectsPerRun, deskClock.now());
  }
}

function relayTask(parts: DeskParts): () => Promise<void> {
  const { configuration, rules, store, jira, deskClock, machineClock, isStopped, log, metrics } = parts;
  const relayParts: RelayParts = {
    queue: effectQueue(store.db, machineClock),
    jira: effectPerformer(jira.client, configuration),
    deskClock,
    machineClock,
    settings: configuration.outbox,
    newToken: randomUUID,
    isStopped,
    modeOf: ({ rule, policy, place }) =>
      modeOf(
        configuration.modes,
        { id: rule, policy },
        {
          projectKey: place.projectKey,
          requestType: place.requestType === undefined ? undefined : { name: place.requestType },
        },
      ),
    noteOfFailure: (effect, why) => noteOfFailure(rules, effect, why),
    log,
    onSettled: (effect, state) => metrics.effectSettled(effect.data.kind, state),
  };
  return () =>
    guardedTask(log, 'the outbox', async () => {
      const tickets = [...(await relayParts.queue.dueTickets(machineClock.now()))];
      const carry = async () => {
        for (let next = tickets.shift(); next !== undefined; next = tickets.shift())
          await relayTicket(relayParts, next);
      };
      await Promise.all(Array.from({ length: TICKETS_AT_ONCE }, carry));
    });
}

/** A loop's task never rejects: what went wrong is told, and the loop's next turn tries again. */
async function guardedTask(log: Log, what: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error('work was interrupted by an unforeseen error', {
      what,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

const NOT_DONE = 'not-done';

function noteOfFailure(rules: CurrentRules, effect: OwedEffect, why: string): NoteData | undefined {
  const { messages, desk, rules: all } = rules.reglament();
  const act = actInWords(effect.data);
  if (act === undefined || !messages.ids.has(NOT_DONE)) return undefined;
  const { language } = desk;
  const rule = all.find(({ id }) => id === effect.rule)?.name[language] ?? effect.rule;
  const clauses = effect.clauses.join(', ');
  const text = messages.render(NOT_DONE, language, { rule, clauses, act: act[language], why });
  return { kind: 'note', message: NOT_DONE, language, text };
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
