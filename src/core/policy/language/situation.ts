import type { BusinessCalendar } from '#core/calendar/business-calendar.ts';
import type { MessageCatalogue } from '#core/policy/text/messages.ts';
import type { OurWords } from '#core/policy/text/our-words.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { DeskEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Deadline } from './deadline.ts';
import type { DeskSettings } from './desk-settings.ts';

/** Everything that a decision looks at. Facts, moments, placeholders and effects are read from it. */
export interface Situation {
  /** The ticket as it was right after the event. */
  readonly ticket: Ticket;
  /** The ticket as it is now; acting is judged on it. */
  readonly present: Ticket;
  readonly event: DeskEvent;
  /** When we judge and would act. */
  readonly now: Temporal.Instant;
  /** When what is judged happened, which decides lateness, and how late it may show and still be in time. */
  readonly judged: { readonly at: Temporal.Instant; readonly grace: Temporal.Duration };
  readonly calendar: BusinessCalendar;
  readonly desk: DeskSettings;
  readonly words: WordLists;
  readonly messages: MessageCatalogue;
  /** What we ourselves had said on the ticket by the time of the event. */
  readonly ourWords: readonly OurWords[];
  readonly deadline: (name: string) => Deadline;
  /** A value computed once per situation. */
  readonly derived: <Value>(key: object, compute: () => Value) => Value;
}
