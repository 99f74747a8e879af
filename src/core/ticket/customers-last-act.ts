import type { Ticket } from './ticket.ts';

/**
 * When the customer, or somebody who may be, did something last: wrote, sent a file, changed a field, or made the
 * request.
 */
export function customersLastAct({ createdAt, attachments, entries, reporter }: Ticket): Temporal.Instant {
  const byCustomer = entries.filter(
    (entry) =>
      entry.actor === 'customer' ||
      entry.actor === 'unknown' ||
      (entry.kind === 'message' && entry.fromOutside),
  );
  const files = attachments.filter(({ author }) => author !== undefined && author.id === reporter?.id);
  return [...byCustomer, ...files].reduce(
    (last, { at }) => (Temporal.Instant.compare(at, last) > 0 ? at : last),
    createdAt,
  );
}
