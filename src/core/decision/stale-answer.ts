import { countBusinessDays } from '#core/calendar/count-business-days.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { moveIn } from '#core/ticket/status-history.ts';

/** What a customer did is confirmed to them within so many business days, or not at all. */
const CONFIRMED_WITHIN = 2;

/**
 * Whether a letter would confirm to a customer what they did so long ago that it is no news any more: a store was
 * lost, or a letter was held back and nothing stands in its way now. A letter that tells of a step which is only
 * done with it, a move or a new request, is news however late.
 *
 * @param before steps of the same rule that are to be done before the letter
 */
export function isStaleAnswer(
  situation: Situation,
  before: readonly { readonly data: EffectData }[],
): boolean {
  if (!isCustomersAct(situation)) return false;
  if (before.some(({ data }) => data.kind === 'transition' || data.kind === 'openTicket')) return false;
  const within = countBusinessDays(situation.calendar, situation.judged.at, CONFIRMED_WITHIN);
  // Where the calendar ends nobody can say that it is too late.
  return within.kind === 'counted' && Temporal.Instant.compare(situation.now, within.expiresAt) >= 0;
}

function isCustomersAct({ event, ticket }: Situation): boolean {
  if (event.kind === 'replied') return true;
  if (event.kind !== 'transitioned') return false;
  const move = moveIn(ticket, event.entry);
  if (move === undefined) return false;
  return event.actor === 'customer' || customersReturn(ticket, move.entry) !== undefined;
}
