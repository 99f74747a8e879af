import { openSituation } from '#core/decision/open-situation.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { SeenRival } from './ports.ts';

/** By which facts somebody else is seen doing what our rules do. */
const SEEN_BY = { reopened: 'customersReturn', parked: 'parkedAfterOurReply' } as const;

/**
 * Who else reopens requests after a customer's message, or takes our letters for questions: an automation, or a
 * technical user that looks like an agent. Customers who reopen by their own hand are no rivals.
 */
export function rivalsIn(
  reglament: Reglament,
  ticket: Ticket,
  events: readonly TicketEvent[],
  now: Temporal.Instant,
): readonly SeenRival[] {
  return events.flatMap((event): readonly SeenRival[] => {
    const author = event.entry?.author;
    if (event.kind !== 'transitioned' || event.actor === 'customer' || author === undefined) return [];
    const situation = openSituation(reglament, ticket, event, now);
    const holds = (fact: string) => reglament.vocabulary.facts.get(fact)?.read(situation, {}) === true;
    const seen = { eventId: event.id, account: author.id, name: author.displayName, at: event.at };
    if (holds(SEEN_BY.reopened)) return [{ ...seen, did: 'reopened' }];
    return holds(SEEN_BY.parked) ? [{ ...seen, did: 'parked' }] : [];
  });
}
