import { type EffectData, markerOf } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Entry } from '#core/ticket/entry.ts';
import { timePassed } from '#core/ticket/event.ts';
import type { Named, Ticket, TicketState } from '#core/ticket/ticket.ts';
import { isBaseline } from './baseline.ts';
import { decide } from './decide.ts';
import type { PlannedEffect } from './decision.ts';
import { wakeAt } from './wake.ts';

/** One thing that will happen if nobody does anything. */
export interface ForecastStep {
  readonly at: Temporal.Instant;
  readonly rule: string;
  readonly effects: readonly EffectData[];
}

/** A policy that lets time act longer than this on one ticket is one that runs in a circle. */
const MOST_STEPS = 24;

/**
 * What time alone will do to a ticket, in order: decided by {@link decide} itself, on the ticket as it would be
 * after each step. What is due at `now` without waiting is not forecast but decided; the forecast goes on after it.
 *
 * @param activatedAt causes before it are only observed, so nothing is forecast of them; absent: all causes count
 */
export async function forecast(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
  activatedAt?: Temporal.Instant,
): Promise<readonly ForecastStep[]> {
  const steps: ForecastStep[] = [];
  let imagined = ticket;
  let at: Temporal.Instant | undefined = now;
  for (let step = 0; at !== undefined && step < MOST_STEPS; step += 1) {
    const decision = await decide(reglament, imagined, timePassed(at), at);
    const effects = decision.effects.filter((effect) => !isBaseline(effect, activatedAt));
    const waiting: readonly Temporal.Instant[] = effects.flatMap(({ notBefore }) => notBefore ?? []);
    const opens = waiting[0];
    if (opens !== undefined) {
      at = opens;
      continue;
    }
    if (Temporal.Instant.compare(at, now) > 0) steps.push(...stepsOf(effects, at));
    imagined = withDone(imagined, effects, at);
    at = wakeAt(reglament, imagined, at);
  }
  return steps;
}

function stepsOf(effects: readonly PlannedEffect[], at: Temporal.Instant): readonly ForecastStep[] {
  const rules = [...new Set(effects.map(({ rule }) => rule))];
  return rules.map((rule) => ({
    at,
    rule,
    effects: effects.filter((effect) => effect.rule === rule).map(({ data }) => data),
  }));
}

/** The ticket as it would be after these effects. */
function withDone(ticket: Ticket, effects: readonly PlannedEffect[], at: Temporal.Instant): Ticket {
  return effects.reduce((imagined, effect, index) => afterEffect(imagined, effect, at, index), ticket);
}

function afterEffect(ticket: Ticket, effect: PlannedEffect, at: Temporal.Instant, index: number): Ticket {
  const { data } = effect;
  const id = `forecast:${ticket.entries.length}.${index}`;
  switch (data.kind) {
    case 'reply':
    case 'note': {
      const entry: Entry = {
        kind: 'message',
        id,
        at,
        actor: 'ourselves',
        public: data.kind === 'reply',
        text: data.text,
        attachments: [],
        fromOutside: false,
        marker: markerOf(effect, data),
      };
      return { ...ticket, entries: [...ticket.entries, entry] };
    }
    case 'transition':
      return afterTransition(ticket, data.to, id, at);
    case 'label':
      return { ...ticket, labels: [...new Set([...ticket.labels, ...data.add])] };
    case 'assign':
      return { ...ticket, assignee: undefined };
    case 'openTicket':
      return ticket;
  }
}

function afterTransition(ticket: Ticket, to: TicketState, id: string, at: Temporal.Instant): Ticket {
  const status: Named = { id: `${IMAGINED}${to}`, name: '' };
  const { mapping } = ticket;
  return {
    ...ticket,
    status,
    state: to,
    mapping: {
      ...mapping,
      stateOf: (named) =>
        named.id.startsWith(IMAGINED)
          ? (named.id.slice(IMAGINED.length) as TicketState)
          : mapping.stateOf(named),
    },
    entries: [
      ...ticket.entries,
      {
        kind: 'change',
        id,
        at,
        actor: 'ourselves',
        fields: [
          {
            field: 'status',
            from: ticket.status.id,
            fromText: ticket.status.name,
            to: status.id,
            toText: status.name,
          },
        ],
      },
    ],
  };
}

/** Marks a status that no site has. */
const IMAGINED = 'forecast:';
