import type { Bilingual } from '#core/calendar/bilingual.ts';

/** A text in one language, or in both. */
export type Words = string | Bilingual;

export interface SentFile {
  readonly name: string;
  readonly mimeType?: string;
  readonly bytes: number;
}

/** Which of the portal's forms is chosen. */
export const ASKED_KINDS = ['consultation', 'error', 'changeRequest'] as const;

export type AskedKind = (typeof ASKED_KINDS)[number];

/** Where a ticket can be moved, by the statuses of the rehearsed site in their order; `approval` is mapped to nothing. */
export const PLACES = [
  'open',
  'inProgress',
  'waiting',
  'resolved',
  'closed',
  'canceled',
  'approval',
] as const;

export type Place = (typeof PLACES)[number];

/** By which a ticket comes into being, or which a mail does to one that is there. */
export type OpeningDeed =
  | {
      readonly does: 'mails';
      /** Of a new request; a reply has the subject of its request. */
      readonly subject?: Words;
      /** Of a new request. */
      readonly kind?: AskedKind;
      readonly text: Words;
      readonly files?: readonly SentFile[];
      /** How many minutes later Jira shows it. */
      readonly shownMinutesLater?: number;
    }
  | {
      readonly does: 'asksOnPortal';
      readonly subject: Words;
      readonly kind: AskedKind;
      readonly text: Words;
      /** Who takes part besides. */
      readonly with?: readonly string[];
      readonly files?: readonly SentFile[];
    }
  | {
      readonly does: 'registersCall';
      /** Who has called. */
      readonly for: string;
      readonly subject: Words;
      readonly kind: AskedKind;
      readonly text: Words;
    }
  | { readonly does: 'clones'; readonly of: string };

/** What is done to a ticket that is there. */
export type LaterDeed =
  | { readonly does: 'writes'; readonly text: Words }
  | { readonly does: 'answers'; readonly text: Words; readonly files?: readonly SentFile[] }
  | { readonly does: 'notes'; readonly text: Words }
  | { readonly does: 'sendsFiles'; readonly files: readonly SentFile[] }
  | { readonly does: 'labels'; readonly labels: readonly string[] }
  | { readonly does: 'removesLabels'; readonly labels: readonly string[] }
  | { readonly does: 'moves'; readonly to: Place }
  | { readonly does: 'raisesPriority' | 'approves' | 'movesAway' | 'movesHere' }
  | { readonly does: 'asksApproval'; readonly with: readonly string[] };

/** What needs another ticket. */
export interface Merging {
  readonly does: 'merges';
  readonly into: string;
}

/**
 * What somebody does. The words are those of the demo's acts and go on from there: who can tell a story of the demo
 * can tell a scenario.
 */
export type Deed = OpeningDeed | LaterDeed | Merging;

export type DeedName = Deed['does'];

/** A deed with whose it is and to which ticket it is done. */
export type Act = Deed & ByWhom;

export interface ByWhom {
  readonly who: string;
  readonly ticket: string;
}
