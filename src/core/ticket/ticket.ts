/*
 * The words of the desk, used everywhere in this program.
 *
 * ticket          our immutable snapshot of a customer request at an instant; Jira's word for it, *issue*,
 *                 is used only where its wire form is handled (core/issue, jira, simulator)
 * customer, agent, ourselves, automation   the four kinds of actor; who is none surely is *unknown*
 * reply, note     a public, an internal comment
 * status          Jira's own; a *state* is what the mapping makes of it
 * reglament       the whole set of policies in force, with one version
 * policy          one topic, one file
 * clause          a numbered provision in human words, the source of rules
 * rule            the machine's form of (part of) a clause: conditions, then effects
 * fact            a named value derived from ticket, event, time and calendar
 * event           something that happened on a ticket, or: time passed
 * decision        what the policy says: act, leave, or undecided; with its trace
 * effect          one thing to do in Jira: reply, note, transition, label, open a ticket
 *                 (XACML calls this an *obligation*; here that word is not used)
 * effect key      the deterministic identity of an effect: site, ticket, rule, kind, cause in the ticket
 * delivery        one webhook call
 * sweep           a timed pass over candidates
 * mode            per rule: off, observe (recorded only), suggest (a note proposes), enforce (done)
 * reopen window   business time after a solution in which a reply reopens
 * follow-up       the linked ticket that is opened when the window has passed
 * clarification   we asked, the customer owes an answer; a reminder; then closing
 * diagnostic      a positioned finding about a file an author wrote; a *fault* is the machine's problem
 */
import type { TicketContext } from './context.ts';
import type { Attachment, Entry } from './entry.ts';
import type { Item } from './item.ts';
import type { Actor, Person } from './person.ts';

/** What the mapping makes of a status. On `unmapped` nothing is ever acted. */
export type TicketState = 'open' | 'inProgress' | 'waitingForCustomer' | 'closed' | 'unmapped';

/** Whether a ticket in one state needs no move to the other: one that waits for support is in work for its customer. */
export function isAsGoodAs(state: TicketState, wanted: TicketState): boolean {
  return state === wanted || (isInWork(state) && isInWork(wanted));
}

function isInWork(state: TicketState): boolean {
  return state === 'open' || state === 'inProgress';
}

export type Kind = 'consultation' | 'error' | 'changeRequest' | 'unclear';

export type Channel = 'email' | 'phone' | 'portal' | 'other' | 'unknown';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Link {
  /** Name of the link type («Relates», "Cloners"). */
  readonly type: string;
  /** Whether the other ticket stands at the outward end. */
  readonly outward: boolean;
  readonly key: string;
}

/** Fields that the history can change and that decisions look at; a view of the past has its own. */
export interface ChangingFields {
  readonly status: Named;
  readonly state: TicketState;
  readonly resolution: Named | undefined;
  readonly issueType: Named;
  readonly requestType: Named | undefined;
  readonly kind: Kind;
  readonly priority: Named | undefined;
  readonly labels: readonly string[];
}

/** A ticket as it was at one instant; nothing later is in it. */
export interface Ticket extends ChangingFields {
  /** Which Jira it is on, as configuration calls it: part of effect keys. */
  readonly site: string;
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly summary: string;
  readonly description: string;
  readonly createdAt: Temporal.Instant;
  readonly reporter: Person | undefined;
  readonly creator: Person | undefined;
  /** In which role the request was made; the reporter's own making is the customer's. */
  readonly createdBy: Actor;
  /** Somebody of the team stands as reporter: whoever asked is not on the request. */
  readonly reporterIsAgent: boolean;
  readonly participants: readonly Person[];
  readonly approvers: readonly Person[];
  /** An approval is asked for and not given yet. */
  readonly approvalPending: boolean;
  readonly assignee: Person | undefined;
  /** What the request's form holds already, by piece of information. */
  readonly form: Readonly<Partial<Record<Item, string>>>;
  readonly organizations: readonly Named[];
  readonly components: readonly Named[];
  readonly securityLevel: Named | undefined;
  readonly channel: Channel;
  readonly links: readonly Link[];
  readonly attachments: readonly Attachment[];
  /** Replies, notes and history in true order. */
  readonly entries: readonly Entry[];
  /** Reads a status, type or request type of the past as the mapping does. */
  readonly mapping: TicketMapping;
  /** What was looked up for the decision beside the ticket. */
  readonly context?: TicketContext;
}

/** How one site's names are read. */
export interface TicketMapping {
  stateOf(status: Named): TicketState;
  kindOf(issueType: Named, requestType: Named | undefined): Kind;
  isUrgent(priority: Named | undefined): boolean;
  /** Whether this resolution says that the ticket goes on in another one. */
  isDuplicate(resolution: Named): boolean;
  /** Whether a link of this type binds a clone to what it was cloned from. */
  isCloneLink(type: string): boolean;
}
