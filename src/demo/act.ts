import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { CastId } from './cast.ts';

export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
}

/** Which of the portal's forms a customer chooses. */
export type AskedKind = 'consultation' | 'error' | 'changeRequest';

interface ActHead {
  /** `2027-02-16 14:20` by the desk's clock; seconds may follow. */
  readonly at: string;
  readonly who: CastId;
  /** The story's own name for the ticket. */
  readonly ticket: string;
  /** The service is killed while it acts on this. */
  readonly struck?: true;
}

/** What somebody does in a story, through the same doors as in life: the mailbox, the portal, Jira's own API. */
export type Act = ActHead &
  (
    | {
        readonly does: 'mails';
        readonly subject?: Bilingual;
        /** Of a new request. */
        readonly kind?: AskedKind;
        readonly text: Bilingual;
        readonly files?: readonly SentFile[];
        /** The files come in a second mail, so much later. */
        readonly filesLaterSeconds?: number;
        /** So long it lies in the mail queue before Jira shows it. */
        readonly delaySeconds?: number;
      }
    | {
        readonly does: 'asksOnPortal';
        readonly subject: Bilingual;
        readonly kind: AskedKind;
        readonly text: Bilingual;
      }
    | {
        /** An agent writes down who called and why. */
        readonly does: 'registersCall';
        /** Who has called. */
        readonly for: CastId;
        readonly subject: Bilingual;
        readonly kind: AskedKind;
        readonly text: Bilingual;
      }
    | { readonly does: 'answers'; readonly text: Bilingual }
    | { readonly does: 'notes'; readonly text: Bilingual }
    | { readonly does: 'labels'; readonly labels: readonly string[] }
    | { readonly does: 'moves'; readonly to: 'inProgress' | 'waiting' | 'resolved' }
  );

/** What the desk's administrator does, to no ticket. */
export type AdminAct = { readonly at: string } & (
  | {
      readonly does: 'editsPolicy';
      /** In the rules folder. */
      readonly file: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly does: 'switchesReopening'; readonly on: boolean }
  /** Puts the stop label on the control ticket, or takes it off. */
  | { readonly does: 'stopsEverything'; readonly on: boolean }
);

export interface Story {
  readonly number: number;
  readonly title: Bilingual;
  /** What it shows, in one sentence. */
  readonly about: Bilingual;
  readonly acts: readonly Act[];
  /** What the administrator does in it. */
  readonly admin?: readonly AdminAct[];
}
