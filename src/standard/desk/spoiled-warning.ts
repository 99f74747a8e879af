import { isMissing } from '#core/calendar/business-calendar.ts';
import { endOfDay } from '#core/calendar/count-business-days.ts';
import { deskOpenAt } from '#core/calendar/desk-hours.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { OurWords } from '#core/policy/text/our-words.ts';
import { heldStretches } from './held-stretches.ts';

/**
 * Whether the last day that a letter of ours names ended while we were stopped, or the ticket held, or the desk opened
 * after it meanwhile: what came due then is not done at once when we go on.
 */
export function isSpoiled(situation: Situation, { promisedLastDay }: OurWords): boolean {
  const { calendar, now, ticket } = situation;
  const stops = [...(ticket.context?.stops ?? []), ...heldStretches(situation)];
  if (promisedLastDay === undefined || stops.length === 0) return false;
  const ended = endOfDay(calendar, promisedLastDay);
  if (Temporal.Instant.compare(ended, now) > 0) return false;
  const opens = deskOpenAt(calendar, ended);
  const due = isMissing(opens) ? ended : opens;
  return stops.some(
    ({ from, to }) =>
      Temporal.Instant.compare(from, now) < 0 &&
      Temporal.Instant.compare(from, due) <= 0 &&
      Temporal.Instant.compare(to, ended) > 0,
  );
}
