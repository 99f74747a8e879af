/* Effects as decisions make them, told in few words, and an outbox that carries them to a Jira of the test's own. */
import type { Kysely } from 'kysely';
import { type MovableClock, movableClock } from '#clock.ts';
import type { Decision, PlannedEffect } from '#core/decision/decision.ts';
import type { Mode } from '#core/decision/mode.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import { timePassed } from '#core/ticket/event.ts';
import type { EvaluationRecord, RecordedEffect } from '#evaluation/ports.ts';
import type { EffectPerformer, EffectQueue } from '#outbox/ports.ts';
import { relayTicket } from '#outbox/relay.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import { doubtInterrupted, effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import type { Tables } from '#store/tables.ts';
import { type HeardLog, heardLog, storeInMemory } from './service-parts.ts';

export const TICKET = 'SUP-7';
export const POLICY_VERSION = 'sha256:0';
export const NOON = Temporal.Instant.from('2027-02-24T09:00:00Z');

export const REPLY: EffectData = {
  kind: 'reply',
  message: 'returned',
  language: 'ru',
  text: 'Обращение снова в работе.',
};
export const QUESTION: EffectData = { ...REPLY, message: 'reminder', asked: ['question'] };
export const NOTE: EffectData = {
  kind: 'note',
  message: 'why-returned',
  language: 'ru',
  text: 'Ответ в срок.',
};
export const REOPEN: EffectData = { kind: 'transition', from: 'closed', to: 'inProgress' };
export const LABEL: EffectData = { kind: 'label', add: ['reglament-look'], remove: [] };
export const FOLLOW_UP: EffectData = {
  kind: 'openTicket',
  link: TICKET,
  projectKey: 'SUP',
  issueType: { id: '1', name: 'Консультация' },
  summary: 'Отчёт не помещается',
  description: 'Не помогло.',
  participants: [],
  organizations: [],
  components: [],
  labels: [],
  files: [],
};

export function effectOf(
  key: string,
  data: EffectData = REPLY,
  more: Partial<PlannedEffect> = {},
): PlannedEffect {
  return {
    key,
    rule: 'return-in-time',
    policy: 'reopening',
    clauses: ['5.3.1-4a'],
    data,
    causedAt: NOON,
    policyVersion: POLICY_VERSION,
    ...more,
  };
}

export function recordedAs(effect: PlannedEffect, more: Partial<RecordedEffect> = {}): RecordedEffect {
  return { effect, eventId: 'comment:10101', place: { projectKey: 'SUP' }, ...more };
}

/** What one look at a ticket leaves behind. */
export function recordOf(
  effects: readonly RecordedEffect[],
  more: Partial<EvaluationRecord> = {},
): EvaluationRecord {
  const decidedAt = more.decidedAt ?? NOON;
  return {
    ticketKey: TICKET,
    because: 'delivery',
    decidedAt,
    decisions: [{ decision: decisionOf(effects, decidedAt), effects }],
    mark: { until: decidedAt, ids: new Set(['comment:10101']) },
    wakeups: [],
    deliveries: [],
    ...more,
  };
}

export function decisionOf(effects: readonly RecordedEffect[], now: Temporal.Instant = NOON): Decision {
  const head = {
    event: timePassed(now),
    now,
    policyVersion: POLICY_VERSION,
    rules: [],
    dropped: [],
    deadlines: [],
  };
  return effects.length === 0
    ? { ...head, kind: 'leave', effects: [] }
    : { ...head, kind: 'act', effects: effects.map(({ effect }) => effect) };
}

export const OUTBOX_SETTINGS = {
  requestTimeoutSeconds: 30,
  sendWindowSeconds: 10,
  quiesceSeconds: 120,
  attempts: 3,
};

/** After this nobody can be in doubt any more about what was begun at the same time. */
export const SETTLED_AFTER_SECONDS = 150;

/** What a service does at its start with what was on its way when the one before it ended. */
export function comesBack({ db, clock }: Outbox): Promise<number> {
  return doubtInterrupted(db, clock.now().add({ seconds: SETTLED_AFTER_SECONDS }));
}

export interface Outbox {
  readonly db: Kysely<Tables>;
  readonly queue: EffectQueue;
  readonly clock: MovableClock;
  readonly log: HeardLog;
  readonly owes: (...effects: readonly PlannedEffect[]) => Promise<void>;
  /** Works on everything that is due, as the relay's loop does. */
  readonly carry: () => Promise<void>;
  readonly later: (seconds: number) => void;
  /** `DONE 1`, `WITHHELD 2 (mode)`: states by key, in order. */
  readonly states: () => Promise<readonly string[]>;
  readonly wakeups: () => Promise<readonly string[]>;
  readonly settled: readonly string[];
}

export type OutboxOptions = Partial<
  Pick<RelayParts, 'isStopped' | 'modeOf' | 'settings' | 'policyVersion' | 'isPartOfBulk'>
>;

/** A real outbox on a real store, before a Jira that the test plays. */
export async function openOutbox(jira: EffectPerformer, options: OutboxOptions = {}): Promise<Outbox> {
  const { db } = await storeInMemory();
  const clock = movableClock(NOON);
  const log = heardLog();
  const queue = effectQueue(db, clock);
  const evaluations = evaluationStore(db, clock);
  const settled: string[] = [];
  let tokens = 0;
  const parts: RelayParts = {
    queue,
    jira,
    deskClock: clock,
    machineClock: clock,
    settings: OUTBOX_SETTINGS,
    newToken: () => `token ${++tokens}`,
    isStopped: () => false,
    policyVersion: () => POLICY_VERSION,
    isPartOfBulk: async () => false,
    modeOf: (): Mode => 'enforce',
    noteOfFailure: (_, why) => ({ kind: 'note', message: 'not-done', language: 'ru', text: why }),
    noteOfFiles: (files) => ({
      kind: 'note',
      message: 'files-left-behind',
      language: 'ru',
      text: files.join(),
    }),
    log,
    onSettled: (effect, state) => void settled.push(`${state} ${effect.key}`),
    ...options,
  };
  return {
    db,
    queue,
    clock,
    log,
    settled,
    owes: (...effects) =>
      evaluations.record(
        recordOf(
          effects.map((effect) => recordedAs(effect)),
          { decidedAt: clock.now() },
        ),
      ),
    async carry() {
      for (const ticketKey of await queue.dueTickets(clock.now())) await relayTicket(parts, ticketKey);
    },
    later: (seconds) => clock.move(clock.now().add({ milliseconds: Math.round(seconds * 1000) })),
    states: async () =>
      (await db.selectFrom('effects').select(['key', 'state', 'reason']).orderBy('id').execute()).map(
        ({ key, state, reason }) => `${state} ${key}${reason === null ? '' : ` (${reason})`}`,
      ),
    wakeups: async () =>
      (await db.selectFrom('wakeups').selectAll().orderBy('at').orderBy('event_id').execute()).map(
        (row) => `${row.event_id} +${(Number(row.at) - NOON.epochMilliseconds) / 1000}s`,
      ),
  };
}
