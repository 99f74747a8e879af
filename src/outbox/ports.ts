import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { EffectPlace } from '#evaluation/ports.ts';

/** An effect that we owe Jira. */
export interface OwedEffect {
  readonly id: number;
  readonly key: string;
  readonly ticketKey: string;
  readonly rule: string;
  readonly policy: string;
  readonly clauses: readonly string[];
  readonly data: EffectData;
  readonly place: EffectPlace;
  readonly eventId: string;
  readonly policyVersion: string;
  /** `PLANNED`: not begun; `UNKNOWN`: begun, and nobody knows whether it took effect. */
  readonly state: 'PLANNED' | 'UNKNOWN';
  readonly attempts: number;
  /** Machine clock; when it was last begun. */
  readonly sentAt: Temporal.Instant | undefined;
  /** Key of the effect that must be done before. */
  readonly afterKey: string | undefined;
  /** Machine clock. */
  readonly plannedOn: Temporal.Instant;
  /** Machine clock. */
  readonly notBefore: Temporal.Instant;
  /** A sweep's effects wait until all of it was looked at. */
  readonly held: boolean;
}

export interface EffectOutcome {
  readonly state: 'PLANNED' | 'SENDING' | 'UNKNOWN' | 'DONE' | 'PARKED' | 'WITHHELD';
  readonly remoteId: string | undefined;
}

/** What the relay needs of the store. Every settlement names the token of whoever was sending. */
export interface EffectQueue {
  /** Tickets with an effect that can be worked on, longest waiting first. */
  readonly dueTickets: (now: Temporal.Instant) => Promise<readonly string[]>;
  /** Open effects of one ticket, in the order in which they are to be done. */
  readonly owedTo: (ticketKey: string) => Promise<readonly OwedEffect[]>;
  readonly outcomeOf: (key: string) => Promise<EffectOutcome | undefined>;
  /** Commits the intent before anything is sent; false when it is no longer ours to send. */
  readonly begin: (id: number, token: string, at: Temporal.Instant) => Promise<boolean>;
  readonly done: (id: number, token: string, outcome: DoneEffect) => Promise<void>;
  /** Nothing was sent, or Jira surely did nothing: to be tried again. */
  readonly postpone: (
    id: number,
    token: string,
    notBefore: Temporal.Instant,
    reason: string,
  ) => Promise<void>;
  /** Nobody knows whether it took effect: to be read back, not before. */
  readonly doubt: (id: number, token: string, notBefore: Temporal.Instant, reason: string) => Promise<void>;
  /** A person must look. */
  readonly park: (id: number, reason: string) => Promise<void>;
  readonly withhold: (id: number, reason: string) => Promise<void>;
  /** Takes over an effect of unknown outcome, to settle what was read back. */
  readonly adopt: (id: number, token: string) => Promise<void>;
  /** Doubts whatever has been on its way since before an instant: whoever sent it cannot be sending any more. */
  readonly doubtForgotten: (sentBefore: Temporal.Instant) => Promise<void>;
  /** Read back and not there: to be sent again. */
  readonly replan: (id: number) => Promise<void>;
  /** Not fresh any more, or overtaken: its event is judged again before anything is done. */
  readonly judgeAgain: (effect: OwedEffect, at: Temporal.Instant) => Promise<void>;
  /** One more effect that the relay itself has to say. */
  readonly add: (like: OwedEffect, key: string, data: EffectData) => Promise<void>;
}

export interface DoneEffect {
  readonly remoteId: string | undefined;
  /** Desk clock. */
  readonly at: Temporal.Instant;
  /** Looks at the ticket that follow from it, desk clock. */
  readonly recheckAt: readonly Temporal.Instant[];
}

/** How Jira took an effect. */
export type Performed =
  | {
      readonly kind: 'done';
      readonly remoteId?: string;
      /** Names of files that Jira would not take. */
      readonly leftBehind?: readonly string[];
    }
  /** The ticket is not as it was when this was decided. */
  | { readonly kind: 'overtaken'; readonly why: string }
  /** Jira will never do it. */
  | { readonly kind: 'refused'; readonly why: string };

/** What the relay needs of Jira; a fault RGL92xx tells what is not known. */
export interface EffectPerformer {
  /**
   * Nothing is written later than the send window after it was called.
   *
   * @param opened key of the ticket that an earlier step opened, for texts that name it
   */
  readonly perform: (effect: OwedEffect, opened: string | undefined) => Promise<Performed>;
  /** Looks in Jira whether an effect of unknown outcome took place. */
  readonly readBack: (effect: OwedEffect, opened: string | undefined) => Promise<ReadBack>;
}

export type ReadBack =
  | { readonly kind: 'found'; readonly remoteId?: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'gone'; readonly why: string };
