import type { Entry, FieldChange } from './entry.ts';
import { inTrueOrder } from './entry.ts';
import type { ChangingFields, Named, Ticket } from './ticket.ts';

/**
 * The ticket as it stood right after an entry: later entries are gone, changed fields undone.
 *
 * @param last the last entry that still counts; `undefined` means none does: the ticket as it was created
 */
export function ticketAfter(ticket: Ticket, last: Entry | undefined): Ticket {
  return ticketWith(ticket, (entry) => last !== undefined && inTrueOrder(entry, last) <= 0);
}

/** The ticket as it stood at an instant; entries and files of that very instant are in. */
export function ticketAt(ticket: Ticket, at: Temporal.Instant): Ticket {
  const end = at.epochNanoseconds;
  const there = (thing: { readonly at: Temporal.Instant }) => thing.at.epochNanoseconds <= end;
  const isWhole = (entry: Entry) => entry.kind === 'change' || entry.attachments.every(there);
  const past = ticketWith(ticket, there);
  if (past === ticket && ticket.attachments.every(there) && ticket.entries.every(isWhole)) return ticket;
  return {
    ...past,
    attachments: past.attachments.filter(there),
    entries: past.entries.map((entry) =>
      entry.kind === 'message' && !isWhole(entry)
        ? { ...entry, attachments: entry.attachments.filter(there) }
        : entry,
    ),
  };
}

function ticketWith(ticket: Ticket, counts: (entry: Entry) => boolean): Ticket {
  const entries = ticket.entries.filter(counts);
  if (entries.length === ticket.entries.length) return ticket;
  const undone = ticket.entries.filter((entry) => !counts(entry)).reverse();
  return { ...ticket, ...fieldsBefore(ticket, undone), entries };
}

type StoredFields = Omit<ChangingFields, 'state' | 'kind'>;

/** What each field was before a change to it. */
const UNDO = new Map<string, (fields: StoredFields, change: FieldChange) => Partial<StoredFields>>([
  ['status', (fields, change) => ({ status: namedBefore(change) ?? fields.status })],
  ['resolution', (_, change) => ({ resolution: namedBefore(change) })],
  ['issuetype', (fields, change) => ({ issueType: namedBefore(change) ?? fields.issueType })],
  ['requesttype', (_, change) => ({ requestType: namedBefore(change) })],
  ['priority', (_, change) => ({ priority: namedBefore(change) })],
  ['labels', (_, change) => ({ labels: (change.fromText ?? '').split(' ').filter(Boolean) })],
]);

/** Undoes changes, newest first, and reads the earlier names anew. */
function fieldsBefore(ticket: Ticket, undone: readonly Entry[]): ChangingFields {
  const { status, resolution, issueType, requestType, priority, labels } = ticket;
  let fields: StoredFields = { status, resolution, issueType, requestType, priority, labels };
  for (const change of undone.flatMap((entry) => (entry.kind === 'change' ? entry.fields : []))) {
    fields = { ...fields, ...UNDO.get(change.field)?.(fields, change) };
  }
  return {
    ...fields,
    state: ticket.mapping.stateOf(fields.status),
    kind: ticket.mapping.kindOf(fields.issueType, fields.requestType),
  };
}

function namedBefore(change: FieldChange): Named | undefined {
  if (change.from === null && change.fromText === null) return undefined;
  return { id: change.from ?? '', name: change.fromText ?? change.from ?? '' };
}
