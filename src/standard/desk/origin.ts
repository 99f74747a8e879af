import type { Situation } from '#core/policy/language/situation.ts';
import { changeOf } from '#core/ticket/entry.ts';

/** How a request came to be here. */
export const ORIGINS = ['customer', 'agent', 'followUp', 'clone', 'moved', 'machine', 'unknown'] as const;

export type Origin = (typeof ORIGINS)[number];

/** A clone's summary begins so, until somebody writes another. */
const CLONED_SUMMARY = /^\s*clone\s*-/i;

/**
 * How a request came to be here. Only what a customer has sent is the customer's own: what agents, imports and
 * automations make, what is cloned, moved here or opened by us as a follow-up, nobody is asked about by a machine.
 */
export function originOf({ present: ticket }: Situation): Origin {
  const cloned = ticket.links.some(({ type, outward }) => outward && ticket.mapping.isCloneLink(type));
  if (cloned || CLONED_SUMMARY.test(ticket.summary)) return 'clone';
  const moved = ticket.entries.some(
    (entry) => changeOf(entry, 'project') !== undefined || changeOf(entry, 'key') !== undefined,
  );
  if (moved) return 'moved';
  if (ticket.createdBy === 'ourselves') return 'followUp';
  if (ticket.createdBy === 'customer' && !ticket.reporterIsAgent) return 'customer';
  if (ticket.createdBy === 'agent' || ticket.reporterIsAgent) return 'agent';
  if (ticket.createdBy === 'unknown') return 'unknown';
  // A mail handler may make requests under an account of its own.
  const came = ticket.channel === 'email' || ticket.channel === 'portal';
  return came && ticket.reporter !== undefined ? 'customer' : 'machine';
}
