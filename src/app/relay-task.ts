import { randomUUID } from 'node:crypto';
import { actInWords } from '#core/decision/act-in-words.ts';
import { modeOf } from '#core/decision/mode.ts';
import type { NoteData } from '#core/policy/language/effect-data.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import type { EffectQueue, OwedEffect } from '#outbox/ports.ts';
import { type RelayParts, relayTicket } from '#outbox/relay.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedTask } from './guarded-task.ts';

/** How many tickets are carried at once: Jira limits writes by ticket, and us by the second. */
const TICKETS_AT_ONCE = 4;

/** The outbox's task: carries what is owed to Jira, several tickets at once. */
export function relayTask(parts: DeskParts, queue: EffectQueue): () => Promise<void> {
  const { configuration, rules, jira, deskClock, machineClock, isStopped, log, metrics } = parts;
  const relayParts: RelayParts = {
    queue,
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
