import type { Reglament } from '#core/policy/language/reglament.ts';
import { ourWordsOn } from '#core/policy/text/our-words.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { actInWords } from './act-in-words.ts';
import { isSaid } from './already.ts';
import type { PlannedEffect } from './decision.ts';

/** The message in which a rule in the mode `suggest` proposes to the agent what it would have done. */
export const SUGGESTION = 'suggestion';

/** Ends the key of a proposal, behind the key of what it proposes. */
export const SUGGESTION_KEY = '/suggestion';

/**
 * For each effect that a rule may only suggest: a note that proposes it, once. Effects that are notes themselves,
 * or that nobody sees, need no proposal.
 */
export function suggestions(
  reglament: Reglament,
  ticket: Ticket,
  effects: readonly PlannedEffect[],
): readonly PlannedEffect[] {
  if (!reglament.messages.ids.has(SUGGESTION)) return [];
  const said = ourWordsOn(ticket, reglament);
  return effects.flatMap((effect) => {
    const act = actInWords(effect.data);
    if (act === undefined) return [];
    const key = `${effect.key}${SUGGESTION_KEY}`;
    if (isSaid(said, key, SUGGESTION, effect.causedAt)) return [];
    const rule = reglament.rules.find(({ id }) => id === effect.rule);
    const { language } = reglament.desk;
    const text = reglament.messages.render(SUGGESTION, language, {
      rule: rule?.name[language] ?? effect.rule,
      clauses: effect.clauses.join(', '),
      act: act[language],
    });
    const { after: _, ...rest } = effect;
    return [{ ...rest, key, data: { kind: 'note', message: SUGGESTION, language, text } }];
  });
}
