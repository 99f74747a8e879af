import type { Entry, Message } from './entry.ts';
import { changeOf } from './entry.ts';
import type { Actor } from './person.ts';
import type { Ticket } from './ticket.ts';

/** What can happen on a ticket, in the desk's words. */
export const EVENT_KINDS = [
  'created',
  'replied',
  'answered',
  'noted',
  'transitioned',
  'edited',
  'timePassed',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Something that happened on a ticket.
 *
 * `replied`: a customer (or somebody unknown) wrote publicly or sent files; `answered`: an agent wrote publicly;
 * `noted`: somebody wrote internally; `transitioned`: the status changed; `edited`: another field did.
 */
export interface TicketEvent {
  readonly kind: Exclude<EventKind, 'timePassed'>;
  /** The id of the entry, or `created`. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  /** Absent for `created`. */
  readonly entry?: Entry;
}

/** Nothing happened but time. */
export interface TimePassed {
  readonly kind: 'timePassed';
  readonly id: 'timePassed';
  readonly at: Temporal.Instant;
}

export type DeskEvent = TicketEvent | TimePassed;

export function timePassed(at: Temporal.Instant): TimePassed {
  return { kind: 'timePassed', id: 'timePassed', at };
}

/** Everything that happened on a ticket, in true order. What we did ourselves is no event. */
export function eventsOf(ticket: Ticket): readonly TicketEvent[] {
  const actor: Actor = ticket.reporter === undefined ? 'unknown' : 'customer';
  const events: TicketEvent[] = [{ kind: 'created', id: 'created', at: ticket.createdAt, actor }];
  for (const entry of ticket.entries) {
    const kind = eventKindOf(entry);
    if (kind !== undefined) events.push({ kind, id: entry.id, at: entry.at, actor: entry.actor, entry });
  }
  return events;
}

/** The message that an event brought, if it brought one. */
export function messageOf(event: DeskEvent): Message | undefined {
  return event.kind !== 'timePassed' && event.entry?.kind === 'message' ? event.entry : undefined;
}

function eventKindOf(entry: Entry): TicketEvent['kind'] | undefined {
  if (entry.actor === 'ourselves') return undefined;
  if (entry.kind === 'message') return messageKindOf(entry);
  if (changeOf(entry, 'status') !== undefined) return 'transitioned';
  return entry.fields.some((change) => change.field !== 'attachment') ? 'edited' : undefined;
}

function messageKindOf(message: Message): TicketEvent['kind'] | undefined {
  if (message.fromOutside) return 'replied';
  if (!message.public) return message.actor === 'automation' ? undefined : 'noted';
  switch (message.actor) {
    case 'customer':
    case 'unknown':
      return 'replied';
    case 'agent':
      return 'answered';
    case 'automation':
    case 'ourselves':
      return undefined;
  }
}
