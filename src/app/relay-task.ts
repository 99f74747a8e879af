import { randomUUID } from 'node:crypto';
import { type ModeSettings, modeOf } from '#core/decision/mode.ts';
import { inParallel } from '#in-parallel.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import { noteOfFailure, noteOfFiles } from '#outbox/notes-of-relay.ts';
import type { EffectQueue } from '#outbox/ports.ts';
import { relayTicket } from '#outbox/relay.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedTask } from './guarded-task.ts';

/** How many tickets are carried at once: Jira limits writes by ticket, and us by the second. */
const TICKETS_AT_ONCE = 4;

/** What is chosen again before anything is sent. */
export interface RelayChoices {
  readonly modes: () => ModeSettings;
  readonly isPartOfBulk: RelayParts['isPartOfBulk'];
}

/** The outbox's task: carries what is owed to Jira, several tickets at once. */
export function relayTask(
  parts: DeskParts,
  queue: EffectQueue,
  { modes, isPartOfBulk }: RelayChoices,
): () => Promise<void> {
  const { configuration, rules, jira, deskClock, machineClock, stops, log, metrics } = parts;
  const relayParts: RelayParts = {
    queue,
    jira: effectPerformer(jira.client, configuration, {
      clock: machineClock,
      dialect: jira.dialect,
      isStopped: stops.isStopped,
    }),
    deskClock,
    machineClock,
    settings: configuration.outbox,
    newToken: randomUUID,
    isStopped: stops.isStopped,
    policyVersion: () => rules.reglament().version,
    isPartOfBulk,
    modeOf: ({ rule, policy, place }) =>
      modeOf(
        modes(),
        { id: rule, policy },
        {
          projectKey: place.projectKey,
          requestType: place.requestType === undefined ? undefined : { name: place.requestType },
        },
      ),
    noteOfFailure: (effect, why) => noteOfFailure(rules.reglament(), effect, why),
    noteOfFiles: (files) => noteOfFiles(rules.reglament(), files),
    log,
    onSettled: (effect, state) => metrics.effectSettled(effect.data.kind, state),
  };
  const { sendWindowSeconds, requestTimeoutSeconds, quiesceSeconds } = configuration.outbox;
  // Nothing is written after the send window: what is on its way longer than this, its sender has lost hold of.
  const longestSending = { seconds: sendWindowSeconds + requestTimeoutSeconds + quiesceSeconds };
  return () =>
    guardedTask(log, 'the outbox', async () => {
      const now = machineClock.now();
      await queue.doubtForgotten(now.subtract(longestSending));
      const due = await queue.dueTickets(now);
      if (due.length === 0) return;
      await stops.control?.fresh();
      await inParallel(due, TICKETS_AT_ONCE, (ticketKey) => relayTicket(relayParts, ticketKey));
    });
}
