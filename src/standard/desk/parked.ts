import type { Situation } from '#core/policy/language/situation.ts';
import { isSame } from '#core/ticket/person.ts';
import { moveIn } from '#core/ticket/status-history.ts';

/** "Transition on comment" follows the comment within this time. */
const PARKED_WITHIN = Temporal.Duration.from({ seconds: 120 });

/**
 * Whether the event is a native automation that took a reply of ours, which asked nothing, for a question, and
 * moved the ticket to waiting for the customer. A person who works on the ticket writes on it; automations do not.
 */
export function isParkedAfterOurReply(situation: Situation): boolean {
  const { event, ticket, ourWords } = situation;
  if (event.kind !== 'transitioned' || event.actor === 'customer') return false;
  const moved = moveIn(ticket, event.entry);
  if (moved?.to !== 'waitingForCustomer' || moved.from === 'waitingForCustomer') return false;
  const author = moved.entry.author;
  const writes = ticket.entries.some(
    (entry) =>
      entry.kind === 'message' &&
      author !== undefined &&
      entry.author !== undefined &&
      isSame(entry.author, author),
  );
  if (event.actor === 'agent' && writes) return false;
  const earliest = event.at.subtract(PARKED_WITHIN);
  const last = ourWords.findLast(({ entry }) => entry.public);
  if (last === undefined || (last.asked?.length ?? 0) > 0) return false;
  const followed = Temporal.Instant.compare(last.entry.at, earliest) >= 0;
  const between = ticket.entries.some(
    (entry) =>
      entry.kind === 'message' && entry.public && Temporal.Instant.compare(entry.at, last.entry.at) > 0,
  );
  return followed && !between;
}
