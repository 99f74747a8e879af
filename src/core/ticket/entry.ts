import type { Actor, Person } from './person.ts';

/** A file on a ticket. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly mimeType: string;
  readonly at: Temporal.Instant;
  readonly author?: Person;
}

/**
 * What we wrote into the ticket with a comment of ours, as the comment property `reglament.effect`:
 * the ticket itself remembers what was said, so a lost store repeats nothing.
 */
export interface Marker {
  /** Key of the effect that this comment is. */
  readonly key: string;
  readonly rule: string;
  /** Id of the message whose words these are. */
  readonly message: string;
  /** What the customer was asked for, if anything. */
  readonly asked?: readonly string[];
  /** The last day printed in the text; it never moves earlier. */
  readonly promisedLastDay?: Temporal.PlainDate;
  /** Key of the ticket that the text tells of. */
  readonly opened?: string;
  readonly policyVersion?: string;
}

interface EntryHead {
  /** `comment:10001` or `history:10231`: stable, unique on the ticket. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly author?: Person;
  readonly actor: Actor;
}

/** A reply (public) or a note (internal). */
export interface Message extends EntryHead {
  readonly kind: 'message';
  readonly public: boolean;
  readonly text: string;
  /** Files that came with the message: same author, within {@link ONE_MESSAGE}. */
  readonly attachments: readonly Attachment[];
  /** Came by mail from somebody who is not on the request. */
  readonly fromOutside: boolean;
  readonly marker?: Marker;
}

/** One field of one history entry. */
export interface FieldChange {
  /** Jira's id of the field, lower case: `status`, `resolution`, `attachment`, `labels`, `issuetype`, ... */
  readonly field: string;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

/** An entry of the ticket's history. */
export interface Change extends EntryHead {
  readonly kind: 'change';
  readonly fields: readonly FieldChange[];
}

export type Entry = Message | Change;

/** A comment and files of one author within this time are one message: mail gateways deliver them apart. */
export const ONE_MESSAGE = Temporal.Duration.from({ seconds: 60 });

/**
 * The order in which things happened: by time; at equal times history before messages
 * (a transition and its comment share an instant), then by number of id.
 */
export function inTrueOrder(a: Entry, b: Entry): number {
  if (a.id === b.id) return 0;
  return (
    byTime(a.at.epochNanoseconds, b.at.epochNanoseconds) ||
    rank(a) - rank(b) ||
    numberOf(a) - numberOf(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** What Temporal's own comparison gives, at a twentieth of its cost: every entry of every look is compared. */
function byTime(a: bigint, b: bigint): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rank(entry: Entry): number {
  return entry.kind === 'change' ? 0 : 1;
}

function numberOf(entry: Entry): number {
  const number = Number(entry.id.slice(entry.id.indexOf(':') + 1));
  return Number.isNaN(number) ? 0 : number;
}

/** The change that an entry makes to a field, if it makes one. */
export function changeOf(entry: Entry, field: string): FieldChange | undefined {
  return entry.kind === 'change' ? entry.fields.find((change) => change.field === field) : undefined;
}
