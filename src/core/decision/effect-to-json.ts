import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { PlannedEffect } from './decision.ts';

/**
 * An effect as every command and the service print it.
 *
 * @param withheld why it is not done, where it is not
 */
export function effectToJson(effect: PlannedEffect, withheld: string | undefined): object {
  const { key, rule, clauses, data, notBefore, after } = effect;
  return {
    key,
    rule,
    clauses,
    ...dataToJson(data),
    ...(after === undefined ? {} : { after }),
    ...(notBefore === undefined ? {} : { notBefore: notBefore.toString() }),
    ...(withheld === undefined ? {} : { withheld: true, withheldBecause: withheld }),
  };
}

function dataToJson(data: EffectData): object {
  if (data.kind !== 'reply' && data.kind !== 'note') return data;
  const { language, ...rest } = data;
  return { ...rest, lang: language };
}
