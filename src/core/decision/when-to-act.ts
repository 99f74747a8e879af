import { isMissing, type MissingYear } from '#core/calendar/business-calendar.ts';
import { deskOpenAt } from '#core/calendar/desk-hours.ts';
import { parseTimeSpan } from '#core/calendar/time-span.ts';
import { type CompiledRule, type Reglament, valueFor } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { customersLastAct } from '#core/ticket/customers-last-act.ts';
import type { PlannedEffect } from './decision.ts';

/**
 * Gives each planned step of a rule the earliest instant at which it may be done.
 *
 * Letters keep desk hours, whatever set them off; a move that answers the customer's own act does not wait for them.
 * What only time caused waits with all its steps: customers are not written to at night, and agents are not woken.
 * A rule that waits for quiet does all its steps together, once the customer has been quiet for so long.
 *
 * @returns the year whose calendar is missing, where nobody can say when the customer may be written to
 */
export function whenToAct(
  reglament: Reglament,
  situation: Situation,
  rule: CompiledRule,
  planned: readonly PlannedEffect[],
): readonly PlannedEffect[] | MissingYear {
  const earliest = quietFrom(situation, rule);
  const first = firstInDeskHours(reglament, situation, rule, planned);
  if (first === -1) return planned.map((effect) => heldUntil(effect, earliest, situation.now));
  const opens = deskOpenAt(situation.calendar, earliest);
  if (isMissing(opens)) {
    const uncalled = situation.event.kind === 'timePassed' || rule.quiet !== undefined;
    return uncalled && planned.some((effect) => isPublic(reglament, effect)) ? opens : planned;
  }
  return planned.map((effect, index) => heldUntil(effect, index < first ? earliest : opens, situation.now));
}

/** The first step that keeps desk hours, and with it all that follow; -1 when none does. */
function firstInDeskHours(
  reglament: Reglament,
  { event }: Situation,
  { quiet }: CompiledRule,
  planned: readonly PlannedEffect[],
): number {
  if (event.kind === 'timePassed') return planned.length === 0 ? -1 : 0;
  const letter = planned.findIndex(
    ({ data }) => reglament.vocabulary.effects.get(data.kind)?.letter === true,
  );
  return quiet !== undefined && letter !== -1 ? 0 : letter;
}

function quietFrom({ present, now, ticket }: Situation, { quiet }: CompiledRule): Temporal.Instant {
  const span = quiet === undefined ? undefined : parseTimeSpan(String(valueFor(quiet, ticket.kind)));
  if (span?.unit !== 'clockTime') return now;
  const quietSince = customersLastAct(present).add(span.duration);
  return Temporal.Instant.compare(quietSince, now) > 0 ? quietSince : now;
}

function heldUntil(effect: PlannedEffect, at: Temporal.Instant, now: Temporal.Instant): PlannedEffect {
  return Temporal.Instant.compare(at, now) > 0 ? { ...effect, notBefore: at } : effect;
}

function isPublic(reglament: Reglament, { data }: PlannedEffect): boolean {
  return reglament.vocabulary.effects.get(data.kind)?.public({ ...data }) === true;
}
