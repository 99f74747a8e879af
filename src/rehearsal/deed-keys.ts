import type { DeedName } from './deed.ts';

/** Which keys a deed has besides when, who and on what. */
export const DEED_KEYS: Readonly<
  Record<
    DeedName,
    { readonly needs: readonly string[]; readonly may: readonly string[]; readonly about: string }
  >
> = {
  mails: {
    needs: ['text'],
    may: ['subject', 'kind', 'files', 'shownMinutesLater'],
    about: 'a mail to the desk: a new request, or a reply',
  },
  asksOnPortal: {
    needs: ['subject', 'kind', 'text'],
    may: ['with', 'files'],
    about: 'a new request on the portal',
  },
  registersCall: {
    needs: ['for', 'subject', 'kind', 'text'],
    may: [],
    about: 'an agent registers a phone call',
  },
  clones: { needs: ['of'], may: [], about: 'a copy of another ticket, linked to it' },
  writes: { needs: ['text'], may: [], about: 'a public comment on the portal' },
  answers: { needs: ['text'], may: ['files'], about: 'a public reply of an agent' },
  notes: { needs: ['text'], may: [], about: 'an internal comment' },
  sendsFiles: { needs: ['files'], may: [], about: 'files without a word' },
  labels: { needs: ['labels'], may: [], about: 'labels are added' },
  removesLabels: { needs: ['labels'], may: [], about: 'labels are taken away' },
  moves: { needs: ['to'], may: [], about: 'the ticket is moved to a status' },
  raisesPriority: { needs: [], may: [], about: 'the priority becomes the highest' },
  asksApproval: { needs: ['with'], may: [], about: 'somebody has to agree' },
  approves: { needs: [], may: [], about: 'an approver agrees' },
  movesAway: { needs: [], may: [], about: "the ticket is moved to the developers' project" },
  movesHere: { needs: [], may: [], about: 'and from there to the desk' },
  merges: { needs: ['into'], may: [], about: 'closed as a duplicate of another ticket, and linked to it' },
};
