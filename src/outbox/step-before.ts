import type { EffectQueue, OwedEffect } from './ports.ts';

export type StepBefore =
  | { readonly kind: 'wait' }
  | { readonly kind: 'never'; readonly why: string }
  /** `told`: the step before happened, so this one has to tell of it, however late. */
  | { readonly kind: 'go'; readonly told: boolean; readonly opened: string | undefined };

/** What became of the step that an effect follows. */
export async function stepBefore(queue: EffectQueue, effect: OwedEffect): Promise<StepBefore> {
  if (effect.afterKey === undefined) return { kind: 'go', told: false, opened: undefined };
  const outcome = await queue.outcomeOf(effect.afterKey);
  switch (outcome?.state) {
    case undefined:
      return { kind: 'go', told: false, opened: undefined };
    case 'DONE':
      return { kind: 'go', told: true, opened: outcome.remoteId };
    case 'PARKED':
    case 'WITHHELD':
      return { kind: 'never', why: `the step before is ${outcome.state}` };
    case 'PLANNED':
    case 'SENDING':
    case 'UNKNOWN':
      return { kind: 'wait' };
  }
}
