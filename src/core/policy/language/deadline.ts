import type { CalendarDay } from '#core/calendar/business-calendar.ts';

/** `met`: what was awaited came; `passed`: it ended; `unknown`: a calendar is missing. */
export type DeadlineState = 'running' | 'met' | 'passed';

/** A deadline of a ticket, counted to its end. */
export interface KnownDeadline {
  readonly kind: 'known';
  readonly name: string;
  readonly from: Temporal.Instant;
  /** Id of the entry it is counted from. */
  readonly cause: string;
  readonly businessDays: number;
  readonly lastDay: Temporal.PlainDate;
  /** Exclusive. */
  readonly expiresAt: Temporal.Instant;
  /** The ledger: every day after the anchor's own through the last one. */
  readonly days: readonly CalendarDay[];
  /** Lower bounds that moved the last day later than the count alone. */
  readonly heldBy: readonly string[];
  readonly state: DeadlineState;
  /** The event came after `expiresAt`, but within the grace of its channel. */
  readonly byGrace: boolean;
}

/** It runs, but nobody can say until when: the calendar of a year is missing. */
export interface UnknownDeadline {
  readonly kind: 'unknown';
  readonly name: string;
  readonly from: Temporal.Instant;
  readonly cause: string;
  readonly businessDays: number;
  readonly missingYear: number;
  /** It surely lasts until here. */
  readonly lastsUntil: Temporal.Instant;
  readonly state: DeadlineState | 'unknown';
}

/** The ticket has nothing this deadline is counted from. */
export interface NoDeadline {
  readonly kind: 'none';
  readonly name: string;
}

export type Deadline = KnownDeadline | UnknownDeadline | NoDeadline;
