/** Jira Service Management's own mails to customers, as a project's administrator switches them. */
export interface Notification {
  readonly active: boolean;
  /** Accounts whose acts send none; the rest of the rule's conditions stay. */
  readonly exceptInitiatedBy: readonly string[];
}

export type MailKind = 'publicComment' | 'requestCreated' | 'requestResolved' | 'statusChanged';

export type Notifications = Readonly<Record<MailKind, Notification>>;

const ON: Notification = { active: true, exceptInitiatedBy: [] };

/** As a new service project has them; the mail of a changed status is there, and most teams switch it off. */
export const USUAL_NOTIFICATIONS: Notifications = {
  publicComment: ON,
  requestCreated: ON,
  requestResolved: ON,
  statusChanged: { active: false, exceptInitiatedBy: [] },
};
