import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { Channel, Ticket } from '#core/ticket/ticket.ts';

/** One desk's own settings, from `rules/desk.json`; how it counts time is in its calendar. */
export interface DeskSettings {
  readonly name: Bilingual;
  /** Where customers write to, for messages that ask them to. */
  readonly address: string;
  /** The language when neither the letter nor the organisation tells another. */
  readonly language: Language;
  /** Language of an organisation's people, by its name or id. */
  readonly organizationLanguages: Readonly<Record<string, Language>>;
  /** How many minutes later than written a message may show in Jira, by channel: mail queues are slow. */
  readonly graceMinutes: Readonly<Partial<Record<Channel, number>>>;
  /** A ticket with this label is handled by people alone. */
  readonly holdLabel: string | undefined;
}

/** How late a message of this channel may show and still be in time. */
export function graceOf(desk: DeskSettings, channel: Channel): Temporal.Duration {
  return Temporal.Duration.from({ minutes: desk.graceMinutes[channel] ?? 0 });
}

/** Whether people have taken a ticket in hand: its label keeps us from doing anything on it. */
export function isHeld({ labels }: Pick<Ticket, 'labels'>, { holdLabel }: DeskSettings): boolean {
  return holdLabel !== undefined && labels.includes(holdLabel);
}
