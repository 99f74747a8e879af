import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Rival } from '#core/decision/cap.ts';
import type { Decision, PlannedEffect } from '#core/decision/decision.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import type { IssueReading } from '#core/issue/read-issue.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { StopStretch, TicketContext } from '#core/ticket/context.ts';

/** A ticket as Jira has it now: an issue to be read, or the reason why there is none. */
export type FetchedIssue =
  | { readonly kind: 'issue'; readonly issue: unknown; readonly reading: IssueReading }
  | { readonly kind: 'notThere'; readonly why: Bilingual };

/**
 * Fetches one ticket whole: fields, comments with their properties, history.
 *
 * @throws a fault with a code RGL92xx when Jira gave no answer
 */
export type FetchIssue = (ticketKey: string) => Promise<FetchedIssue>;

/** What of a ticket was judged already. */
export interface JudgedMark {
  /** Time of the newest judged event. */
  readonly until: Temporal.Instant;
  /** Ids of judged events within the overlap before that. */
  readonly ids: ReadonlySet<string>;
}

/** What set an evaluation off. */
export type Because = 'delivery' | 'sweep' | 'wakeup';

/** A decided effect with what becomes of it: to be done, or withheld for a reason. */
export interface RecordedEffect {
  readonly effect: PlannedEffect;
  readonly eventId: string;
  readonly place: EffectPlace;
  /** Absent: it is to be done. */
  readonly withheld?: WithholdReason;
}

/** By what the mode of an effect was chosen, so that it can be chosen again before it is sent. */
export interface EffectPlace {
  readonly projectKey: string;
  readonly requestType?: string;
}

/**
 * `cap`: the mode is lowered for the time being; `silent`: a bulk change that wanted no mail; `bulk`: too many like it
 * at once, so it is only observed.
 */
export type WithholdReason = 'observe' | 'suggest' | 'cap' | 'baseline' | 'fuse' | 'silent' | 'bulk';

/** A change of status with what a bulk change is known by. */
export interface SeenMove {
  readonly eventId: string;
  /** Id of whoever moved it. */
  readonly actor: string;
  /** Id of the status. */
  readonly toStatus: string;
  readonly at: Temporal.Instant;
}

export interface SeenRival extends Omit<Rival, 'ticketKey'> {
  readonly eventId: string;
}

/** What a look noticed for others to know. */
export interface Sightings {
  readonly moves: readonly SeenMove[];
  readonly rivals: readonly SeenRival[];
  /** The ticket waits for its customer although no question is open: surely, or perhaps there is one. */
  readonly waitsUnasked?: 'surely' | 'perhaps';
}

/** A look at the ticket that is promised for later. */
export interface Wakeup {
  readonly eventId: string;
  readonly at: Temporal.Instant;
}

/** Everything that one evaluation leaves behind; recorded in one transaction, or not at all. */
export interface EvaluationRecord {
  readonly ticketKey: string;
  /** The key by which it was looked at, where the ticket has moved and has another one now. */
  readonly formerKey?: string;
  readonly because: Because;
  readonly decidedAt: Temporal.Instant;
  readonly decisions: readonly { readonly decision: Decision; readonly effects: readonly RecordedEffect[] }[];
  /** What was looked up for the decisions beside the ticket. */
  readonly context?: TicketContext;
  readonly seen?: Sightings;
  readonly mark: JudgedMark;
  /** Replaces what was promised before. */
  readonly wakeups: readonly Wakeup[];
  /** Deliveries that are settled by it. */
  readonly deliveries: readonly number[];
  /** The sweep that it belongs to: its effects are released with the others of the sweep. */
  readonly runId?: number;
}

export interface EvaluationStore {
  readonly markOf: (ticketKey: string) => Promise<JudgedMark | undefined>;
  /** Events that are to be judged again, with their time come. */
  readonly dueWakeups: (ticketKey: string, now: Temporal.Instant) => Promise<readonly string[]>;
  /** Keys of the effects on the ticket that were done, or are owed, since an instant of the desk's clock. */
  readonly effectsSince: (ticketKey: string, since: Temporal.Instant) => Promise<ReadonlySet<string>>;
  /** Which of these events came of a bulk change whose author wanted nobody to get mail. */
  readonly silentAmong: (eventIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Moves by the same account to the same status within so long of this one, itself left out. */
  readonly movesLike: (move: SeenMove, within: Temporal.Duration) => Promise<readonly SeenMove[]>;
  readonly record: (record: EvaluationRecord) => Promise<void>;
}

/** Stretches since an instant in which we could do nothing, by the desk's clock. */
export type StopsSince = (since: Temporal.Instant, now: Temporal.Instant) => Promise<readonly StopStretch[]>;

/** Counts the effects of the whole service. */
export interface ServiceFuse {
  /** Whether one more may be done within this hour; then it is counted. */
  readonly admits: (key: string, now: Temporal.Instant) => boolean;
}

/** More moves than `most`, by one account to one status within this time, are a bulk change. */
export interface BulkSettings {
  readonly most: number;
  readonly within: Temporal.Duration;
}

/** What is in force; read once per evaluation. */
export interface InForce {
  readonly reglament: Reglament;
  readonly modes: ModeSettings;
  readonly activatedAt: Temporal.Instant;
  readonly effectsPerTicketPerHour: number;
  /** Absent: only each ticket's own fuse counts. */
  readonly fuse?: ServiceFuse;
  /** Absent: nothing is taken for a bulk change. */
  readonly bulk?: BulkSettings;
  /** The ticket by which everything is stopped; nothing is ever done on it. */
  readonly controlTicket?: string;
  /** Keys of the projects that the policy is kept in; a ticket that was moved elsewhere is none of ours. */
  readonly projects: readonly string[];
}
