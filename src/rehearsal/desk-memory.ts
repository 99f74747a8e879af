import type { Clock } from '#clock.ts';
import type { Decision } from '#core/decision/decision.ts';
import { inOrderOfDoing } from '#core/decision/order-of-doing.ts';
import type { EvaluationRecord, EvaluationStore, JudgedMark, RecordedEffect } from '#evaluation/ports.ts';
import type { EffectOutcome, EffectQueue, OwedEffect } from '#outbox/ports.ts';
import type { Watch } from './watch.ts';

/** An effect with everything that became of it. */
export interface KeptEffect extends Omit<OwedEffect, 'state' | 'attempts' | 'sentAt' | 'held'> {
  state: EffectOutcome['state'];
  reason: string | undefined;
  attempts: number;
  sentAt: Temporal.Instant | undefined;
  remoteId: string | undefined;
  doneAt: Temporal.Instant | undefined;
  readonly plannedAt: Temporal.Instant;
}

/** A decision that something came of, or that an event called for. */
export interface KeptDecision {
  readonly ticketKey: string;
  readonly decidedAt: Temporal.Instant;
  readonly decision: Decision;
}

/** What a service keeps in its store, kept for as long as one scenario lasts. */
export interface DeskMemory {
  readonly evaluations: EvaluationStore;
  readonly queue: EffectQueue;
  readonly effects: () => readonly KeptEffect[];
  readonly decisions: readonly KeptDecision[];
  /** Tickets that are to be looked at by now. */
  readonly dueToLook: (now: Temporal.Instant) => readonly string[];
  /** A ticket is none of ours any more: nothing is promised for it. */
  readonly dropLooks: (ticketKey: string) => void;
  /** Everything is lost, as when a store is deleted. */
  readonly forget: () => void;
  /** The next instant at which a ticket is to be looked at. */
  readonly nextDueAt: () => Temporal.Instant | undefined;
}

const OPEN = new Set<EffectOutcome['state']>(['PLANNED', 'SENDING', 'UNKNOWN']);
const COUNTED = new Set<EffectOutcome['state']>(['PLANNED', 'SENDING', 'UNKNOWN', 'DONE']);
const TIME_PASSED = 'timePassed';

/** @param clock the one clock of a rehearsal: the desk's and the machine's at once */
export function openMemory(clock: Clock, { movesLike }: Pick<Watch, 'movesLike'>): DeskMemory {
  const marks = new Map<string, JudgedMark>();
  const wakeups = new Map<string, Map<string, Temporal.Instant>>();
  const effects = new Map<string, KeptEffect>();
  const decisions: KeptDecision[] = [];
  let nextId = 1;
  const all = () => [...effects.values()].sort((a, b) => a.id - b.id);
  const ofTicket = (key: string) => all().filter(({ ticketKey }) => ticketKey === key);
  const byId = (id: number) => all().find((effect) => effect.id === id);
  const wake = (ticketKey: string, eventId: string, at: Temporal.Instant) => {
    const known = wakeups.get(ticketKey) ?? new Map<string, Temporal.Instant>();
    wakeups.set(ticketKey, known.set(eventId, at));
  };
  const keep = (effect: Omit<KeptEffect, 'id'>) => {
    const before = effects.get(effect.key);
    if (before !== undefined && before.state !== 'WITHHELD') return;
    effects.set(effect.key, { ...effect, attempts: before?.attempts ?? 0, id: nextId });
    nextId += 1;
  };
  const settle = (
    id: number,
    change: Partial<KeptEffect>,
    from: ReadonlySet<EffectOutcome['state']> = OPEN,
  ) => {
    const effect = byId(id);
    if (effect !== undefined && from.has(effect.state)) Object.assign(effect, change);
  };

  const record = async (made: EvaluationRecord): Promise<void> => {
    const { ticketKey, decidedAt } = made;
    for (const { decision } of made.decisions) decisions.push({ ticketKey, decidedAt, decision });
    const owed = made.decisions.flatMap(({ effects: recorded }) =>
      recorded.map((one) => ({ recorded: one })),
    );
    for (const { recorded } of inOrderOfDoing(owed)) keep(keptOf(made, recorded, clock.now()));
    if (made.formerKey !== undefined) wakeups.delete(made.formerKey);
    marks.set(ticketKey, made.mark);
    const known = wakeups.get(ticketKey) ?? new Map<string, Temporal.Instant>();
    for (const [eventId, at] of known) {
      if (eventId === TIME_PASSED || Temporal.Instant.compare(at, decidedAt) <= 0) known.delete(eventId);
    }
    for (const { eventId, at } of made.wakeups) wake(ticketKey, eventId, at);
  };

  return {
    effects: all,
    decisions,
    dueToLook: (now) =>
      [...wakeups].flatMap(([ticketKey, looks]) =>
        [...looks.values()].some((at) => Temporal.Instant.compare(at, now) <= 0) ? [ticketKey] : [],
      ),
    dropLooks: (ticketKey) => void wakeups.delete(ticketKey),
    forget() {
      marks.clear();
      wakeups.clear();
      effects.clear();
    },
    nextDueAt: () =>
      [...wakeups.values()].flatMap((looks) => [...looks.values()]).sort(Temporal.Instant.compare)[0],
    evaluations: {
      markOf: async (ticketKey) => marks.get(ticketKey),
      dueWakeups: async (ticketKey, now) =>
        [...(wakeups.get(ticketKey) ?? [])].flatMap(([eventId, at]) =>
          Temporal.Instant.compare(at, now) <= 0 ? [eventId] : [],
        ),
      effectsSince: async (ticketKey, since) =>
        new Set(
          ofTicket(ticketKey)
            .filter(
              ({ state, plannedAt }) => COUNTED.has(state) && Temporal.Instant.compare(plannedAt, since) >= 0,
            )
            .map(({ key }) => key),
        ),
      // Nothing here comes by a webhook that asks for silence.
      silentAmong: async () => new Set(),
      movesLike: async (move, within) => movesLike(move, within),
      record,
    },
    queue: {
      dueTickets: async () => [
        ...new Set(all().flatMap(({ state, ticketKey }) => (OPEN.has(state) ? [ticketKey] : []))),
      ],
      owedTo: async (ticketKey) =>
        ofTicket(ticketKey)
          .filter(({ state }) => OPEN.has(state))
          .map(owedOf),
      async outcomeOf(key) {
        const effect = effects.get(key);
        return effect === undefined ? undefined : { state: effect.state, remoteId: effect.remoteId };
      },
      async begin(id, _token, at) {
        const effect = byId(id);
        if (effect?.state !== 'PLANNED') return false;
        Object.assign(effect, { state: 'SENDING', sentAt: at, attempts: effect.attempts + 1 });
        return true;
      },
      async done(id, _token, { remoteId, at, recheckAt }) {
        settle(id, { state: 'DONE', remoteId, doneAt: at });
        const ticketKey = byId(id)?.ticketKey;
        if (ticketKey === undefined) return;
        for (const [index, instant] of recheckAt.entries()) wake(ticketKey, `recheck:${index}`, instant);
      },
      async postpone(id, _token, _notBefore, reason) {
        settle(id, { state: 'PLANNED', reason });
      },
      async doubt(id, _token, _notBefore, reason) {
        settle(id, { state: 'UNKNOWN', reason });
      },
      async park(id, reason) {
        settle(id, { state: 'PARKED', reason });
      },
      async withhold(id, reason) {
        settle(id, { state: 'WITHHELD', reason });
      },
      async adopt() {},
      async doubtForgotten() {},
      async replan(id) {
        settle(id, { state: 'PLANNED' });
      },
      async judgeAgain({ id, ticketKey, eventId }, at) {
        settle(id, { state: 'WITHHELD', reason: 'judgedAgain' });
        wake(ticketKey, eventId, at);
      },
      async add(like, key, data) {
        const now = clock.now();
        const { attempts: _attempts, held: _held, ...rest } = like;
        keep({
          ...rest,
          ...NOTHING_YET,
          key,
          data,
          afterKey: undefined,
          plannedOn: now,
          plannedAt: now,
          notBefore: now,
        });
      },
    },
  };
}

const NOTHING_YET = {
  state: 'PLANNED',
  reason: undefined,
  attempts: 0,
  sentAt: undefined,
  remoteId: undefined,
  doneAt: undefined,
} as const;

function keptOf(
  { ticketKey, decidedAt }: EvaluationRecord,
  { effect, eventId, place, withheld }: RecordedEffect,
  now: Temporal.Instant,
): Omit<KeptEffect, 'id'> {
  const { key, rule, policy, clauses, data, policyVersion } = effect;
  return {
    ...NOTHING_YET,
    ...{ key, rule, policy, clauses, data, policyVersion, ticketKey, eventId, place },
    state: withheld === undefined ? 'PLANNED' : 'WITHHELD',
    reason: withheld,
    afterKey: effect.after,
    plannedOn: now,
    plannedAt: decidedAt,
    notBefore: now,
  };
}

function owedOf({ state, ...effect }: KeptEffect): OwedEffect {
  return { ...effect, state: state === 'UNKNOWN' ? 'UNKNOWN' : 'PLANNED', held: false };
}
