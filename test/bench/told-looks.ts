import fc from 'fast-check';
import type { DeskEvent } from '#core/ticket/event.ts';
import { EVENT_KINDS, eventsOf, timePassed } from '#core/ticket/event.ts';
import { ticketAt } from '#core/ticket/past.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { anyLook, anyStory } from '#test/support/any-story.ts';
import { theReglament, ticketOf } from '#test/support/desk.ts';
import { told } from '#test/support/told-story.ts';

/** Somebody looks at a ticket because of an event. */
export interface Look {
  readonly json: object;
  readonly ticket: Ticket;
  readonly event: DeskEvent;
  readonly at: Temporal.Instant;
}

/** Always the same, so that two runs measure the same. */
const STORIES = { seed: 20270216, numRuns: 300 };

/** Looks at varied tickets, of all kinds of event that a rule listens to. */
export function toldLooks(): readonly Look[] {
  const { rules } = theReglament();
  return fc
    .sample(fc.tuple(anyStory, anyLook, fc.constantFrom(...EVENT_KINDS)), STORIES)
    .map(([story, looks, kind]): Look => {
      const at = looks(story);
      const json = told(story).toJson();
      const ticket = ticketAt(ticketOf(json), at);
      const event = eventsOf(ticket).findLast((candidate) => candidate.kind === kind) ?? timePassed(at);
      return { json, ticket, event, at };
    })
    .filter(({ event }) => rules.some(({ on }) => on.includes(event.kind)));
}
