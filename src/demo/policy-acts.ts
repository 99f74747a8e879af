import type { StoredDecision, StoredEffect } from '#app/look-at-store.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';

/** One time that a rule acted on a ticket: what was done for one decision. */
export interface PolicyAct {
  readonly at: Temporal.Instant;
  readonly rule: string;
  readonly decision: StoredDecision;
  readonly effects: readonly StoredEffect[];
}

/** What the policy did to a ticket, in the order in which it did. */
export function policyActs(
  key: string,
  decisions: readonly StoredDecision[],
  effects: readonly StoredEffect[],
): readonly PolicyAct[] {
  return decisions
    .filter(({ ticketKey }) => ticketKey === key)
    .flatMap((decision) =>
      decision.trace.rules.flatMap(({ rule, fired }): readonly PolicyAct[] => {
        const done = effects.filter(
          (effect) => effect.decisionId === decision.id && effect.rule === rule && effect.state === 'DONE',
        );
        const at = done[0]?.doneAt;
        return fired && at !== undefined ? [{ at, rule, decision, effects: done }] : [];
      }),
    );
}

type DataOf<Kind extends EffectData['kind']> = EffectData & { readonly kind: Kind };

export function effectOf<Kind extends EffectData['kind']>(
  { effects }: PolicyAct,
  kind: Kind,
): DataOf<Kind> | undefined {
  return effects.map(({ data }) => data).find((data): data is DataOf<Kind> => data.kind === kind);
}

/** In words, as the decision recorded it. */
export function whyOf({ rule, decision }: PolicyAct) {
  return decision.trace.rules.find((trace) => trace.rule === rule)?.why;
}

/** @returns `undefined` where the ticket had no such deadline */
export function deadlineOf({ decision }: PolicyAct, name: string) {
  return decision.trace.deadlines.find((deadline) => deadline.name === name);
}
