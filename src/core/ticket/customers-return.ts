import type { Change, Message } from './entry.ts';
import { isSame } from './person.ts';
import type { Ticket } from './ticket.ts';

/** "Reopen on comment" automation follows the customer's comment within this time. */
export const RETURN_FOLLOWS_COMMENT = Temporal.Duration.from({ seconds: 120 });

/** A reopening that is the customer's: by their own hand, or by an automation that their message set off. */
export interface CustomersReturn {
  /** When the customer asked for it: their message where there is one, else the reopening itself. */
  readonly at: Temporal.Instant;
  readonly message?: Message;
}

/**
 * Whether a reopening is the customer's return.
 *
 * Native automations reopen as an app or as a technical user that looks like an agent: a reopening within
 * {@link RETURN_FOLLOWS_COMMENT} after a customer's message, by an author who does nothing else on the ticket
 * from then on and never wrote a word on it, counts as the customer's. People who work on a ticket write.
 */
export function customersReturn(ticket: Ticket, reopening: Change): CustomersReturn | undefined {
  if (reopening.actor === 'ourselves') return undefined;
  const message = messageJustBefore(ticket, reopening);
  if (reopening.actor === 'customer') {
    return message === undefined ? { at: reopening.at } : { at: message.at, message };
  }
  if (message === undefined) return undefined;
  if (reopening.actor !== 'automation' && worksOnTicket(ticket, reopening, message)) return undefined;
  return { at: message.at, message };
}

function messageJustBefore(ticket: Ticket, reopening: Change): Message | undefined {
  const latest = reopening.at.epochNanoseconds;
  const earliest = latest - FOLLOWS_WITHIN;
  return ticket.entries.findLast(
    (entry): entry is Message =>
      entry.kind === 'message' &&
      entry.actor === 'customer' &&
      entry.at.epochNanoseconds <= latest &&
      entry.at.epochNanoseconds >= earliest,
  );
}

/** {@link RETURN_FOLLOWS_COMMENT} in nanoseconds. */
const FOLLOWS_WITHIN = BigInt(RETURN_FOLLOWS_COMMENT.total('nanoseconds'));

function worksOnTicket(ticket: Ticket, reopening: Change, message: Message): boolean {
  const author = reopening.author;
  if (author === undefined) return false;
  return ticket.entries.some(
    (entry) =>
      entry.id !== reopening.id &&
      entry.author !== undefined &&
      isSame(entry.author, author) &&
      (entry.kind === 'message' || Temporal.Instant.compare(entry.at, message.at) >= 0),
  );
}
