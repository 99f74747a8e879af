import { whenAsked } from '#core/calendar/when-asked.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import { graceOf } from '#core/policy/language/desk-settings.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { ourWordsOn } from '#core/policy/text/our-words.ts';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { changeOf } from '#core/ticket/entry.ts';
import type { DeskEvent, TicketEvent } from '#core/ticket/event.ts';
import { ticketAfter, ticketAt } from '#core/ticket/past.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { countDeadline } from './count-deadline.ts';

const NO_GRACE = Temporal.Duration.from({ seconds: 0 });

/**
 * Lays out everything that a decision looks at.
 *
 * An event is judged with the ticket as it was right after it; what came later, up to `now`, is only looked at
 * to see whether acting still makes sense.
 */
export function openSituation(
  reglament: Reglament,
  ticket: Ticket,
  event: DeskEvent,
  now: Temporal.Instant,
): Situation {
  const present = ticketAt(ticket, now);
  const then = event.kind === 'timePassed' ? present : ticketThen(present, event);
  const deadlines = new Map<string, Deadline>();
  const derived = new Map<object, unknown>();
  const ourWords = whenAsked(() => ourWordsOn(then, reglament));
  const situation: Situation = {
    ticket: then,
    present,
    event,
    now,
    judged: judgedOf(reglament, then, event),
    calendar: reglament.calendar,
    desk: reglament.desk,
    words: reglament.words,
    messages: reglament.messages,
    get ourWords() {
      return ourWords();
    },
    deadline(name) {
      const known = deadlines.get(name);
      if (known !== undefined) return known;
      const spec = reglament.deadlines.get(name);
      const deadline: Deadline =
        spec === undefined ? { kind: 'none', name } : countDeadline(spec, situation, reglament.vocabulary);
      deadlines.set(name, deadline);
      return deadline;
    },
    derived<Value>(key: object, compute: () => Value): Value {
      if (!derived.has(key)) derived.set(key, compute());
      return derived.get(key) as Value;
    },
  };
  return situation;
}

/** A request is of the kind that it is called by now: whoever corrects it says what it was from the start. */
function ticketThen(present: Ticket, event: TicketEvent): Ticket {
  const then = ticketAfter(present, event.entry);
  return event.kind === 'created' ? { ...then, kind: present.kind } : then;
}

/** A mail queue can delay what a customer sends; a reopening by automation is as late as the mail that caused it. */
function judgedOf(reglament: Reglament, ticket: Ticket, event: DeskEvent): Situation['judged'] {
  const grace = () => graceOf(reglament.desk, ticket.channel);
  if (event.kind === 'replied') return { at: event.at, grace: grace() };
  const { entry } = event.kind === 'timePassed' ? {} : event;
  if (entry?.kind === 'change' && changeOf(entry, 'status') !== undefined) {
    const back = customersReturn(ticket, entry);
    if (back !== undefined) return { at: back.at, grace: back.message === undefined ? NO_GRACE : grace() };
  }
  return { at: event.at, grace: NO_GRACE };
}
