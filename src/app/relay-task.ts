import { randomUUID } from 'node:crypto';
import { modeOf } from '#core/decision/mode.ts';
import { inParallel } from '#in-parallel.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import { noteOfFailure, noteOfFiles } from '#outbox/notes-of-relay.ts';
import type { EffectQueue } from '#outbox/ports.ts';
import { type RelayParts, relayTicket } from '#outbox/relay.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedTask } from './guarded-task.ts';

/** How many tickets are carried at once: Jira limits writes by ticket, and us by the second. */
const TICKETS_AT_ONCE = 4;

/** The outbox's task: carries what is owed to Jira, several tickets at once. */
export function relayTask(parts: DeskParts, queue: EffectQueue): () => Promise<void> {
  const { configuration, rules, jira, deskClock, machineClock, isStopped, log, metrics } = parts;
  const relayParts: RelayParts = {
    queue,
    jira: effectPerformer(jira.client, configuration, machineClock, jira.dialect),
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
      await inParallel(await queue.dueTickets(now), TICKETS_AT_ONCE, (ticketKey) =>
        relayTicket(relayParts, ticketKey),
      );
    });
}
