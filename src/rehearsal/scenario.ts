import type { Language } from '#core/calendar/bilingual.ts';
import type { Mode } from '#core/decision/mode.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import type { RivalSwitches } from '#simulator/rivals.ts';
import type { Conduct } from './conduct.ts';
import type { Act, Words } from './deed.ts';
import type { NewPerson } from './people.ts';

/** What Jira itself is like while a scenario is played. */
export interface JiraSetting {
  readonly name: string;
  readonly rivals: RivalSwitches;
  readonly webhooksLost: boolean;
}

/** A scenario as its author means it: names resolved, times as instants. */
export interface Scenario {
  readonly document: JsonDocument;
  readonly path: JsonPath;
  readonly name: Words;
  readonly conduct: readonly Conduct[];
  readonly clauses: readonly string[];
  readonly languages: readonly Language[];
  readonly jira: readonly JiraSetting[];
  readonly people: Readonly<Record<string, NewPerson>>;
  readonly parameters: OtherParameters;
  readonly caps: ScenarioCaps;
  readonly startsAt: Temporal.Instant;
  /** When the service is started for the first time; what was caused before is not acted upon. */
  readonly firstStart: Temporal.Instant;
  /** In the order of time. */
  readonly steps: readonly Step[];
}

export type Step = { readonly at: Temporal.Instant; readonly path: JsonPath } & (
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'desk'; readonly does: DeskDoes }
  | { readonly kind: 'then'; readonly expected: Expectation }
);

/** The service ends or starts again; it is stopped in all it does, while it looks on, or no longer. */
export type DeskDoes = 'stops' | 'starts' | 'freezes' | 'goesOn';

/** By policy and name, other values of parameters. */
export type OtherParameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** By rule or policy, how far it may go until no rival was seen for so many days. */
export type ScenarioCaps = Readonly<Record<string, { readonly mode: Mode; readonly days: number }>>;

export const SEEN_STATES = ['inWork', 'waiting', 'closed', 'unmapped'] as const;
export const SEEN_RESOLUTIONS = ['none', 'done', 'unanswered', 'outOfScope'] as const;

/** What one letter or note of ours is to be; what is left out is not looked at. */
export interface ExpectedWords {
  readonly at?: string;
  readonly message: string;
  /** Everybody who got a mail of it. */
  readonly to?: readonly string[];
  /** The last day that it promises. */
  readonly lastDay?: string;
  readonly contains?: Words | readonly Words[];
  readonly lacks?: Words | readonly Words[];
}

/** What is to be seen on a ticket at a moment; what is left out is not looked at. */
export interface Expectation {
  readonly ticket: string;
  readonly state?: (typeof SEEN_STATES)[number];
  readonly resolution?: (typeof SEEN_RESOLUTIONS)[number];
  /** All public letters of ours by now, in order. */
  readonly letters?: readonly ExpectedWords[];
  readonly noLettersSince?: string;
  /** All internal notes of ours by now, in order. */
  readonly notes?: readonly ExpectedWords[];
  /** Among others. */
  readonly labels?: readonly string[];
  readonly noLabels?: readonly string[];
  readonly files?: readonly string[];
  /** Whose the ticket is. */
  readonly reporter?: string;
  /** How many follow-ups continue this ticket. */
  readonly followUps?: number;
  /** How many mails each of them got of what we did, on whatever ticket. */
  readonly mails?: Readonly<Record<string, number>>;
  /** All that time alone will do from here, in order. */
  readonly forecast?: readonly { readonly at: string; readonly rule: string }[];
  /** Rules that have acted by now, and words of why. */
  readonly why?: readonly { readonly rule: string; readonly contains?: Words }[];
  /** Rules that have not. */
  readonly whyNot?: readonly string[];
}
