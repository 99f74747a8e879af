import type { Language } from '#core/calendar/bilingual.ts';
import type { Attachment, Marker } from '#core/ticket/entry.ts';
import type { Named, TicketState } from '#core/ticket/ticket.ts';

/** What is said in a comment of ours, and what the comment's marker remembers of it. */
interface Said {
  readonly message: string;
  readonly language: Language;
  /** Plain text; blank lines part paragraphs. */
  readonly text: string;
}

/** A file on a ticket, by what is needed to copy it. */
export type FileReference = Pick<Attachment, 'id' | 'name' | 'bytes' | 'mimeType'>;

/** A public comment. */
export interface ReplyData extends Said {
  readonly kind: 'reply';
  /** What the customer is asked for; absent when nothing is asked. */
  readonly asked?: readonly string[];
  /** ISO date. */
  readonly promisedLastDay?: string;
}

/** An internal comment. */
export interface NoteData extends Said {
  readonly kind: 'note';
  /** The follow-up that was opened for this closing entry, rather than the ticket itself. */
  readonly onFollowUpOf?: string;
  /** Files that are copied along. */
  readonly files?: readonly FileReference[];
}

export interface TransitionData {
  readonly kind: 'transition';
  /** The state it was decided in; in another one it is not done. */
  readonly from: TicketState;
  readonly to: Exclude<TicketState, 'unmapped'>;
  /** Name of the status to go to, where several mean the same state. */
  readonly status?: string;
  /** `unanswered`, `outOfScope` or a name of the site's own. */
  readonly resolution?: string;
}

export interface LabelData {
  readonly kind: 'label';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Takes the ticket from whoever it was given to: it stands in the queue again. */
export interface AssignData {
  readonly kind: 'assign';
  readonly to: 'nobody';
}

/** A follow-up: a whole ticket that inherits what is known, so that nobody has to say anything twice. */
export interface OpenTicketData {
  readonly kind: 'openTicket';
  /** Key of the ticket that it continues; the two are linked. */
  readonly link: string;
  readonly projectKey: string;
  readonly issueType: Named;
  readonly requestType?: Named;
  readonly summary: string;
  readonly description: string;
  /** Id of the person on whose behalf it is opened. */
  readonly reporter?: string;
  readonly participants: readonly string[];
  readonly organizations: readonly Named[];
  readonly components: readonly Named[];
  readonly priority?: Named;
  readonly securityLevel?: Named;
  readonly labels: readonly string[];
  readonly files: readonly FileReference[];
}

/** One thing to do in Jira, as plain data: it can be logged, stored, compared, withheld. */
export type EffectData = ReplyData | NoteData | TransitionData | LabelData | AssignData | OpenTicketData;

export type EffectKind = EffectData['kind'];

/** Stands in a text where the key of the ticket will stand that an earlier step opens. */
export const NEW_KEY = '{newKey}';

/**
 * What a comment's marker remembers.
 *
 * @param opened what the step before came to: a ticket that the text tells of, if it tells of one
 */
export function markerOf(
  effect: { readonly key: string; readonly rule: string; readonly policyVersion: string },
  data: ReplyData | NoteData,
  opened?: string,
): Marker {
  const reply = data.kind === 'reply' ? data : undefined;
  return {
    key: effect.key,
    rule: effect.rule,
    message: data.message,
    policyVersion: effect.policyVersion,
    ...(reply?.asked === undefined ? {} : { asked: reply.asked }),
    ...(reply?.promisedLastDay === undefined
      ? {}
      : { promisedLastDay: Temporal.PlainDate.from(reply.promisedLastDay) }),
    ...(opened === undefined || !data.text.includes(NEW_KEY) ? {} : { opened }),
  };
}
