import { isBaseline } from '#core/decision/baseline.ts';
import type { Decision, PlannedEffect } from '#core/decision/decision.ts';
import { isCapped, type Mode, modeOf } from '#core/decision/mode.ts';
import { suggestions } from '#core/decision/suggest.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { EvaluationRecord, InForce, RecordedEffect, WithholdReason } from './ports.ts';

export interface Known {
  /** Keys of effects that were done or are owed since an hour ago. */
  readonly acted: ReadonlySet<string>;
  /** Ids of events of which customers are not to be written. */
  readonly silent: ReadonlySet<string>;
}

/** Gives each decided effect its mode; a cause that several events share makes one effect. */
export function settleEffects(
  force: InForce,
  ticket: Ticket,
  decisions: readonly Decision[],
  known: Known,
): EvaluationRecord['decisions'] {
  const taken = new Set<string>();
  let left = force.effectsPerTicketPerHour - known.acted.size;
  const isOverFuse = ({ effect: { key } }: RecordedEffect, now: Temporal.Instant) => {
    // What is owed or done already is counted already.
    if (known.acted.has(key)) return false;
    left -= 1;
    return left < 0 || force.fuse?.admits(key, now) === false;
  };
  return decisions.map((decision) => {
    const fresh = decision.effects.filter(({ key, notBefore }) => notBefore === undefined && !taken.has(key));
    for (const { key } of fresh) taken.add(key);
    const settled = fresh.flatMap((effect) => withMode(force, ticket, decision, effect, known));
    const effects = withoutSilentSteps(settled).map((recorded) =>
      recorded.withheld === undefined && isOverFuse(recorded, decision.now)
        ? { ...recorded, withheld: 'fuse' as const }
        : recorded,
    );
    return { decision, effects };
  });
}

function withMode(
  force: InForce,
  ticket: Ticket,
  decision: Decision,
  effect: PlannedEffect,
  known: Known,
): readonly RecordedEffect[] {
  const rule = { id: effect.rule, policy: effect.policy };
  const mode = ticket.key === force.controlTicket ? 'off' : modeOf(force.modes, rule, ticket);
  if (mode === 'off') return [];
  const { requestType } = ticket;
  const place = {
    projectKey: ticket.projectKey,
    ...(requestType === undefined ? {} : { requestType: requestType.name }),
  };
  const recorded: RecordedEffect = { effect, eventId: decision.event.id, place };
  const withheld =
    reasonOfEvent(force, ticket, decision, effect, known) ??
    reasonOfMode(mode, isCapped(force.modes, rule, ticket));
  if (withheld === undefined) return [recorded];
  const isProposed = mode === 'suggest' && (withheld === 'suggest' || withheld === 'cap');
  const proposed = isProposed
    ? suggestions(force.reglament, ticket, [effect]).map(
        (note): RecordedEffect => ({ ...recorded, effect: note }),
      )
    : [];
  return [{ ...recorded, withheld }, ...proposed];
}

function reasonOfEvent(
  force: InForce,
  { context }: Ticket,
  { event }: Decision,
  effect: PlannedEffect,
  { silent }: Known,
): WithholdReason | undefined {
  if (isBaseline(effect, force.activatedAt)) return 'baseline';
  if (context?.bulkMoves?.some((move) => move.event === event.id) === true) return 'bulk';
  return effect.data.kind === 'reply' && silent.has(event.id) ? 'silent' : undefined;
}

function reasonOfMode(mode: Mode, capped: boolean): WithholdReason | undefined {
  if (mode !== 'observe' && mode !== 'suggest') return undefined;
  return capped ? 'cap' : mode;
}

/** A letter that is left out holds back nothing that comes after it. */
function withoutSilentSteps(effects: readonly RecordedEffect[]): readonly RecordedEffect[] {
  const before = new Map(
    effects.flatMap(({ effect, withheld }) =>
      withheld === 'silent' ? [[effect.key, effect.after] as const] : [],
    ),
  );
  return effects.map((recorded) => {
    const { after, ...effect } = recorded.effect;
    if (after === undefined || !before.has(after)) return recorded;
    const earlier = before.get(after);
    return { ...recorded, effect: earlier === undefined ? effect : { ...effect, after: earlier } };
  });
}
