import type { PlannedEffect } from './decision.ts';

/**
 * What several events call for is done state first, words after: native automations take up a reply on a ticket
 * that still stands where it should not.
 */
export function inOrderOfDoing<Owed extends { readonly recorded: { readonly effect: PlannedEffect } }>(
  owed: readonly Owed[],
): readonly Owed[] {
  const isFirst = ({ recorded: { effect } }: Owed) =>
    effect.data.kind === 'transition' && effect.after === undefined;
  return [...owed.filter(isFirst), ...owed.filter((one) => !isFirst(one))];
}
