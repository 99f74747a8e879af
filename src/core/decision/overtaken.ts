import type { Situation } from '#core/policy/language/situation.ts';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { type Entry, inTrueOrder } from '#core/ticket/entry.ts';
import { moveIn } from '#core/ticket/status-history.ts';

/**
 * Whether somebody has taken the event up since: an agent answered publicly or moved the ticket, or the customer has
 * closed it. Doing what the event called for would only get in their way.
 */
export function isOvertaken(situation: Situation): boolean {
  const { event, present } = situation;
  if (event.kind === 'timePassed') return false;
  const since = present.entries.filter((entry) =>
    event.entry === undefined
      ? Temporal.Instant.compare(entry.at, event.at) > 0
      : inTrueOrder(entry, event.entry) > 0,
  );
  return since.some((entry) => isDesksAct(situation, entry) || isCustomersClosing(situation, entry));
}

function isDesksAct({ present }: Situation, entry: Entry): boolean {
  if (entry.actor !== 'agent' && entry.actor !== 'unknown') return false;
  if (entry.kind === 'message') return entry.actor === 'agent' && entry.public;
  return moveIn(present, entry) !== undefined && customersReturn(present, entry) === undefined;
}

/** Whoever closes their own request wants nothing more of what they wrote before. */
function isCustomersClosing({ present }: Situation, entry: Entry): boolean {
  const move = entry.actor === 'customer' ? moveIn(present, entry) : undefined;
  return move !== undefined && move.from !== 'closed' && move.to === 'closed';
}
