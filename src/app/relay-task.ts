import { randomUUID } from 'node:crypto';
import { actInWords } from '#core/decision/act-in-words.ts';
import { type ModeSettings, modeOf } from '#core/decision/mode.ts';
import type { NoteData } from '#core/policy/language/effect-data.ts';
import { inParallel } from '#in-parallel.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import type { EffectQueue, OwedEffect } from '#outbox/ports.ts';
import { relayTicket } from '#outbox/relay.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
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
    jira: effectPerformer(jira.client, configuration, machineClock, stops.isStopped),
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
    noteOfFailure: (effect, why) => noteOfFailure(rules, effect, why),
    noteOfFiles: (files) => noteOfFiles(rules, files),
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

const NOT_DONE = 'not-done';
const FILES_LEFT_BEHIND = 'files-left-behind';

function noteOfFiles(rules: CurrentRules, files: readonly string[]): NoteData | undefined {
  const { messages, desk } = rules.reglament();
  if (!messages.ids.has(FILES_LEFT_BEHIND)) return undefined;
  const { language } = desk;
  const values = { files: files.join(', '), count: files.length };
  const text = messages.render(FILES_LEFT_BEHIND, language, values);
  return { kind: 'note', message: FILES_LEFT_BEHIND, language, text };
}

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
