import { openSituation } from '#core/decision/open-situation.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { timePassed } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/**
 * Whether a ticket waits for its customer although nobody asked them anything, by the same reading as decisions.
 *
 * @returns `perhaps` when something may have been a question; `undefined` when it does not wait, or was asked
 */
export function unaskedWait(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
): 'surely' | 'perhaps' | undefined {
  if (ticket.state !== 'waitingForCustomer') return undefined;
  const situation = openSituation(reglament, ticket, timePassed(now), now);
  switch (reglament.vocabulary.facts.get('questionOpen')?.read(situation, {})) {
    case 'no':
      return 'surely';
    case 'unsure':
      return 'perhaps';
    default:
      return undefined;
  }
}
