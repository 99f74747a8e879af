import { type FactUse, type Reglament, valueFor } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';

/** The value of a fact as a policy asks for it, its parameters replaced by what they are for this kind of request. */
export function readFact(reglament: Reglament, situation: Situation, use: FactUse): FactValue {
  const parameters = Object.fromEntries(
    Object.entries(use.parameters).map(([name, value]) => [name, valueFor(value, situation.ticket.kind)]),
  );
  return reglament.vocabulary.facts.get(use.id)?.read(situation, parameters) ?? null;
}
