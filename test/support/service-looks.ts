/* Looks at a ticket as the service takes them: the real use case and a real store, on a ticket that a test tells. */

import { movableClock } from '#clock.ts';
import { readingOf } from '#configuration/reading-of.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { type Evaluation, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import type {
  Because,
  BulkSettings,
  EvaluationRecord,
  FetchedIssue,
  SeenMove,
  ServiceFuse,
} from '#evaluation/ports.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { keepHint } from '#store/sightings.ts';
import { inShort, moscow, theConfiguration, theReglament } from './desk.ts';
import { msk } from './moscow-time.ts';
import { ANNA, OLGA } from './people.ts';
import { RawIssue } from './raw-issue.ts';
import { storeInMemory } from './service-parts.ts';

export const ALL_ON: ModeSettings = {
  default: 'enforce',
  policies: {},
  rules: {},
  projects: {},
  requestTypes: {},
};

export const COMPLAINT = 'Добрый день. Ошибка повторилась на другом документе, помогите.';
const SOLUTION = 'Откройте меню «Сервис», пункт «Пересчёт итогов»: после него документ проведётся.';

/** A consultation of Tue 16.02, solved on Fri 19.02, 17:30: it can be returned until the end of Wed 24.02. */
export function solvedOnFriday(key = 'SUP-7'): RawIssue {
  return new RawIssue('2027-02-16 14:00', { key })
    .ofKind('Консультация')
    .channel('email')
    .says(OLGA, '2027-02-19 17:29', SOLUTION)
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
}

/** The same, with a customer's letter of Wed 24.02, 12:00. */
export function returnedInTime(): RawIssue {
  return solvedOnFriday().says(ANNA, '2027-02-24 12:00', COMPLAINT);
}

export interface LookSettings {
  readonly modes?: Partial<ModeSettings>;
  readonly activatedAt?: string;
  readonly effectsPerTicketPerHour?: number;
  readonly reglament?: Reglament;
  readonly fuse?: ServiceFuse;
  readonly bulk?: BulkSettings;
  readonly controlTicket?: string;
  /** Ids of events of a bulk change without mail. */
  readonly silent?: readonly string[];
  /** Moves that were seen on other tickets. */
  readonly moves?: readonly SeenMove[];
}

export interface Looks {
  /** A look at a Moscow time; what it says is recorded. */
  readonly at: (time: string, because?: Because) => Promise<EvaluationRecord>;
  /** The same without recording anything. */
  readonly only: (time: string) => Promise<Evaluation>;
  /** What stands in the store: `PLANNED reply:returned`, `WITHHELD note:x (fuse)`. */
  readonly kept: () => Promise<readonly string[]>;
  /** `comment:10103 2027-02-24 13:00` */
  readonly promised: () => Promise<readonly string[]>;
  ticket: RawIssue | FetchedIssue;
}

export async function looksAt(ticket: RawIssue | FetchedIssue, settings: LookSettings = {}): Promise<Looks> {
  const { db } = await storeInMemory();
  let now = msk('2027-02-15 09:00');
  const clock = { now: () => now };
  const store = evaluationStore(db, movableClock(now));
  const fetchIssue = async (): Promise<FetchedIssue> =>
    looks.ticket instanceof RawIssue
      ? {
          kind: 'issue',
          issue: looks.ticket.toJson(),
          reading: readingOf(theConfiguration(), { agents: ['olga', 'ivan'] }),
        }
      : looks.ticket;
  const inForce = () => ({
    reglament: settings.reglament ?? theReglament(),
    modes: { ...ALL_ON, ...settings.modes },
    activatedAt: msk(settings.activatedAt ?? '2027-02-15 09:00'),
    effectsPerTicketPerHour: settings.effectsPerTicketPerHour ?? 12,
    projects: ['SUP'],
    ...(settings.fuse === undefined ? {} : { fuse: settings.fuse }),
    ...(settings.bulk === undefined ? {} : { bulk: settings.bulk }),
    ...(settings.controlTicket === undefined ? {} : { controlTicket: settings.controlTicket }),
  });
  await db.transaction().execute(async (transaction) => {
    for (const move of settings.moves ?? [])
      await keepHint(transaction, { kind: 'look', ticketKey: 'SUP-1', move });
    await keepHint(transaction, { kind: 'look', ticketKey: 'SUP-7', silent: settings.silent ?? [] });
  });
  const look = (time: string, because: Because) => {
    now = msk(time);
    return evaluateTicket({ fetchIssue, store, inForce, deskClock: clock }, { ticketKey: 'SUP-7', because });
  };
  const looks: Looks = {
    ticket,
    only: (time) => look(time, 'delivery'),
    async at(time, because = 'delivery') {
      const evaluation = await look(time, because);
      if (evaluation.kind === 'unreadable') throw new Error(evaluation.why);
      await store.record(evaluation.record);
      return evaluation.record;
    },
    kept: async () =>
      (await db.selectFrom('effects').select(['state', 'data', 'reason']).orderBy('id').execute()).map(
        ({ state, data, reason }) =>
          `${state} ${inShort(JSON.parse(data))}${reason === null ? '' : ` (${reason})`}`,
      ),
    promised: async () =>
      (await db.selectFrom('wakeups').selectAll().orderBy('at').execute()).map(
        (row) => `${row.event_id} ${moscow(Temporal.Instant.fromEpochMilliseconds(Number(row.at)))}`,
      ),
  };
  return looks;
}

/** Kinds of the events that a look judged, in order. */
export function judgedEvents({ decisions }: EvaluationRecord): readonly string[] {
  return decisions.map(({ decision: { event } }) => event.kind);
}
