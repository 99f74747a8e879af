import type { PlannedEffect } from '#core/decision/decision.ts';
import type { WithholdReason } from '#evaluation/ports.ts';

/** What a sweep needs of the store. */
export interface SweepStore {
  /** Tickets with a wake-up whose time has come by the desk's clock. */
  readonly dueTickets: (now: Temporal.Instant) => Promise<readonly string[]>;
  /** When the next wake-up is due. */
  readonly nextDue: () => Promise<Temporal.Instant | undefined>;
  readonly cursor: () => Promise<Temporal.Instant>;
  readonly advance: (to: Temporal.Instant) => Promise<void>;
  /** Opens a run: its effects are recorded, but not released. */
  readonly startRun: (at: Temporal.Instant) => Promise<number>;
  /**
   * Counts a run's effects and releases them, or withholds them all when they are more than the fuse allows; their
   * tickets are looked at again then, when somebody may have seen to it.
   */
  readonly endRun: (runId: number, most: number, lookAgainAt: Temporal.Instant) => Promise<RunEnd>;
  /** A ticket that cannot be looked at is looked at again then, whether it was waited for or not; it holds nobody back. */
  readonly postpone: (ticketKey: string, until: Temporal.Instant) => Promise<void>;
  /** Makes everything that waits for its time due: the policy may count another one now. */
  readonly wakeAll: (at: Temporal.Instant) => Promise<void>;
}

export interface RunEnd {
  readonly effects: number;
  readonly released: boolean;
}

/** Asks Jira for what no webhook told: keys of tickets that changed since an instant, each once. */
export type ChangedSince = (since: Temporal.Instant) => AsyncIterable<string>;

/** What came of the look at one ticket. */
export type Looked =
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'judged'; readonly decisions: number; readonly effects: readonly SweptEffect[] };

export interface SweptEffect {
  readonly ticketKey: string;
  readonly effect: PlannedEffect;
  /** It is recorded, but not done. */
  readonly withheld: WithholdReason | undefined;
}

export interface SweepReport {
  readonly looked: number;
  /** Tickets that could not be looked at; they are looked at again later. */
  readonly failed: number;
  readonly decisions: number;
  readonly effects: readonly SweptEffect[];
}
