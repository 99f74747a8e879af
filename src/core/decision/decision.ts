import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { CompiledRule } from '#core/policy/language/reglament.ts';
import type { DeskEvent } from '#core/ticket/event.ts';
import type { SeenLeaf } from './rule-engine.ts';

/** An effect that a decision wants done. */
export interface PlannedEffect {
  /**
   * `site/ticket id/rule/kind/cause`: the same cause in the ticket gives the same key, whoever noticed it, under
   * whatever policy version; so nothing is done twice.
   */
  readonly key: string;
  readonly rule: string;
  readonly policy: string;
  readonly clauses: readonly string[];
  readonly data: EffectData;
  /** When the cause came about; causes before the activation are only observed. */
  readonly causedAt: Temporal.Instant;
  /** Key of the effect that must be done first: a customer is never told of what did not happen. */
  readonly after?: string;
  /** Driven by time, and public: it waits until the desk is open, and is judged again then. */
  readonly notBefore?: Temporal.Instant;
  readonly policyVersion: string;
}

/** Why an effect that a rule asked for is not planned. */
export type DropReason =
  /** We said it already. */
  | 'alreadySaid'
  /** The ticket is so already. */
  | 'alreadySo'
  /** Somebody has acted since. */
  | 'overtaken'
  /** It confirms what the customer did too long ago. */
  | 'stale'
  /** A rule of higher priority wants something else. */
  | 'conflict'
  /** A date in it could not be computed. */
  | 'calendarMissing'
  /** The status is not mapped: observed only. */
  | 'unmapped'
  /** An approval is pending: observed only. */
  | 'approvalPending'
  /** The hold label is on the ticket: people alone handle it. */
  | 'held'
  /** An earlier step of the same rule is not done. */
  | 'stepDropped'
  /** There is nothing to do. */
  | 'nothingToDo';

export interface DroppedEffect {
  readonly rule: string;
  readonly kind: string;
  readonly why: DropReason;
  readonly key?: string;
}

/** One rule that concerns the event, with every condition and the value it saw. */
export interface RuleTrace {
  readonly rule: CompiledRule;
  /** The clauses that it keeps for this kind of request. */
  readonly clauses: readonly string[];
  readonly fired: boolean;
  readonly leaves: readonly SeenLeaf[];
  /** Why it fired, in words, written when somebody asks; none when it did not. */
  readonly why?: Bilingual | undefined;
}

export interface DecisionHead {
  readonly event: DeskEvent;
  readonly now: Temporal.Instant;
  readonly policyVersion: string;
  readonly rules: readonly RuleTrace[];
  readonly dropped: readonly DroppedEffect[];
  /** Deadlines that the ticket has, counted when somebody asks. */
  readonly deadlines: readonly Exclude<Deadline, { kind: 'none' }>[];
}

/** `undecided`: a rule would have acted, but something it needs is not known. */
export type Decision =
  | (DecisionHead & { readonly kind: 'act'; readonly effects: readonly PlannedEffect[] })
  | (DecisionHead & { readonly kind: 'leave'; readonly effects: readonly [] })
  | (DecisionHead & {
      readonly kind: 'undecided';
      readonly effects: readonly [];
      readonly missingYear: number;
    });
