import type { AdfDocument } from './wire/adf.ts';

/*
 * A Jira small enough to trust: what it keeps. "Issue" is Jira's own word, and this is Jira's side of the wire.
 */

export type AccountType = 'atlassian' | 'customer' | 'app';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly accountType: AccountType;
  /** API token, with which this user signs in. */
  readonly token: string;
  /** `false` for somebody who has left: no sign-in, no mail; their entries stay. */
  active?: boolean;
}

/** Jira's own categories. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  /** Id of the status it leads to. */
  readonly to: string;
  /** `required`: the screen asks for a resolution; `clears`: the resolution is taken away. */
  readonly resolution: 'required' | 'optional' | 'clears' | 'keeps';
  /** Customers may do it on the portal. */
  readonly byCustomer: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An institution whose people see what is shared with it. */
export interface Organization extends Named {
  readonly members: readonly string[];
}

/** People of a request, besides the team. */
export type Circle = 'reporter' | 'participants' | 'organizations';

/** The team always sees a request; of its customers only those whom its level names. */
export interface SecurityLevel extends Named {
  readonly seenBy: readonly Circle[];
}

export interface IssueType extends Named {
  readonly requestTypeId: string;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string;
  readonly agents: readonly string[];
}

export interface Property {
  readonly key: string;
  readonly value: unknown;
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly body: AdfDocument;
  readonly public: boolean;
  readonly properties: readonly Property[];
}

export interface HistoryItem {
  readonly field: string;
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface History {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly items: readonly HistoryItem[];
}

export interface File {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly author: string;
  readonly at: number;
  readonly content: Uint8Array;
}

export interface IssueLink {
  readonly id: string;
  readonly type: string;
  /** Id of the issue at the other end. */
  readonly other: string;
  readonly outward: boolean;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly project: Project;
  readonly createdAt: number;
  updatedAt: number;
  summary: string;
  description: AdfDocument;
  status: Status;
  statusSince: number;
  resolution: Named | null;
  resolvedAt: number | null;
  issueType: IssueType;
  priority: Named;
  labels: readonly string[];
  components: readonly Named[];
  securityLevel: Named | null;
  reporter: string;
  readonly creator: string;
  assignee: string | null;
  participants: readonly string[];
  organizations: readonly Named[];
  readonly channel: string;
  readonly comments: Comment[];
  readonly histories: History[];
  readonly files: File[];
  readonly links: IssueLink[];
  readonly properties: Map<string, unknown>;
}

/** An act on an issue, as it is told to webhooks, automations and whoever watches. */
export type Happening = {
  readonly number: number;
  readonly at: number;
  readonly by: string;
  readonly issueId: string;
  readonly issueKey: string;
  /** Of a bulk change: whether whoever made it left the notifications on. */
  readonly bulk?: { readonly sendMail: boolean };
} & HappeningKind;

export type HappeningKind =
  | { readonly kind: 'created' }
  /** `historyId`: the comment was written on the screen of a transition. */
  | { readonly kind: 'commented'; readonly commentId: string; readonly historyId?: string }
  /** `withComment`: of the same act a comment is told next. */
  | { readonly kind: 'changed'; readonly historyId: string; readonly withComment?: true }
  | { readonly kind: 'linked'; readonly linkId: string }
  | { readonly kind: 'deleted' };
