import type { Client } from 'jira.js/core';
import type { JsonObject } from '#core/issue/json.ts';
import type { IssueReading } from '#core/issue/read-issue.ts';
import type { Marker } from '#core/ticket/entry.ts';

/** What Cloud and Data Center do differently; all else is one code for both. */
export interface Dialect {
  /** What an issue is asked to bring along. */
  readonly issueExpand: string;
  /** Every entry of an issue's history, in any order. */
  readonly historiesOf: (client: Client, issue: JsonObject) => Promise<readonly JsonObject[]>;
  /** Comments as a list gave them, completed by the properties that the list left out. */
  readonly withProperties: (
    client: Client,
    comments: readonly JsonObject[],
    reading: IssueReading,
  ) => Promise<readonly JsonObject[]>;
  /** All issues that a query finds, with the fields that were asked for. */
  readonly issuesOf: (client: Client, jql: string, fields: readonly string[]) => AsyncIterable<JsonObject>;
  /** Accounts behind an actor of a project role. */
  readonly accountsOf: (client: Client, actor: JsonObject) => Promise<readonly string[]>;
  /** Takes a ticket from whoever it was given to. */
  readonly unassign: (client: Client, ticketKey: string) => Promise<void>;
  readonly writeComment: (client: Client, comment: NewComment) => Promise<WrittenComment>;
  /** Looks for a comment of ours among all of its ticket. */
  readonly recognise: (
    client: Client,
    comments: readonly JsonObject[],
    sought: SoughtComment,
  ) => Promise<Recognised>;
  /** Whether customers surely can see a comment. */
  readonly isShown: (comment: JsonObject) => boolean;
  /** Why follow-ups cannot be opened, where they cannot. */
  readonly opensNoTickets?: string;
}

export interface NewComment {
  readonly ticketKey: string;
  /** Plain text. */
  readonly text: string;
  readonly internal: boolean;
  readonly marker: Marker;
}

export interface WrittenComment {
  readonly id: string | undefined;
  /** What Jira made of it; `undefined` where it does not tell. */
  readonly isPublic: boolean | undefined;
}

export interface SoughtComment {
  readonly ticketKey: string;
  /** Key of its effect. */
  readonly key: string;
  /** Plain text. */
  readonly text: string;
}

export type Recognised =
  | { readonly kind: 'found'; readonly comment: JsonObject }
  | { readonly kind: 'absent' }
  /** Something is there that may be it, or may not. */
  | { readonly kind: 'ambiguous'; readonly why: string };
