import { MAIL_TEXTS } from './mail-texts.ts';
import type { Comment, Happening, History, Issue } from './model.ts';
import { type MailKind, type Notifications, USUAL_NOTIFICATIONS } from './notifications.ts';
import { customersOf } from './who-sees.ts';
import { mailText } from './wire/mail-text.ts';
import type { World } from './world.ts';

/** A notification as it lies in a customer's mailbox. */
export interface CustomerMail {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: { readonly accountId: string; readonly name: string; readonly email: string };
  readonly from: { readonly name: string; readonly email: string };
  /** Begins with the key: by it Jira threads the answers. */
  readonly subject: string;
  readonly text: string;
  readonly issueKey: string;
  readonly causedBy: { readonly accountId: string; readonly kind: MailKind; readonly commentId?: string };
}

/** What one act has to say to the customers of a request. */
interface Letter {
  readonly kind: MailKind;
  readonly paragraphs: readonly string[];
  readonly commentId?: string;
  /** Whoever did it gets it all the same: the confirmation that a request has come. */
  readonly alsoToInitiator?: true;
}

/** Collects the mails that Jira would send to customers, one for each act and each of them. */
export class CustomerMails {
  readonly #world: World;
  readonly #portal: string;
  readonly #mails: CustomerMail[] = [];
  #notifications: Notifications = USUAL_NOTIFICATIONS;

  /** @param base address of the site, for the links to its portal */
  constructor(world: World, base = 'https://desk.example.org') {
    this.#world = world;
    this.#portal = `${base}/servicedesk/customer/portal`;
    world.onHappening((happening) => this.#hear(happening));
  }

  /** Switches that are not named stay as they are. */
  set(notifications: Partial<Notifications>): void {
    this.#notifications = { ...this.#notifications, ...notifications };
  }

  /** Mails with a higher number, oldest first. */
  after(number: number): readonly CustomerMail[] {
    return this.#mails.slice(number);
  }

  #hear(happening: Happening): void {
    if (happening.bulk?.sendMail === false) return;
    const issue = this.#world.issues.get(happening.issueId);
    if (issue === undefined) return;
    for (const accountId of customersOf(this.#world.site, issue)) {
      const letter = this.#letter(issue, happening, accountId);
      if (letter !== undefined) this.#send(issue, happening, letter, accountId);
    }
  }

  #letter(issue: Issue, happening: Happening, to: string): Letter | undefined {
    switch (happening.kind) {
      case 'created':
        return this.#isOn('requestCreated', happening.by) ? this.#created(issue, to) : undefined;
      case 'commented':
        return this.#oneOf(issue, happening, happening.historyId, happening.commentId);
      case 'changed':
        // What belongs to one act is one mail: it is sent with the comment.
        return happening.withComment === true
          ? undefined
          : this.#oneOf(issue, happening, happening.historyId, undefined);
      case 'linked':
      case 'deleted':
        return undefined;
    }
  }

  #created(issue: Issue, to: string): Letter {
    const texts = MAIL_TEXTS[this.#world.site.language];
    return to === issue.reporter
      ? { kind: 'requestCreated', paragraphs: [texts.created], alsoToInitiator: true }
      : { kind: 'requestCreated', paragraphs: [texts.shared(this.#nameOf(issue.reporter))] };
  }

  /** A comment, a change, or both as one act; each part only as far as its notification is on. */
  #oneOf(
    issue: Issue,
    { by }: Happening,
    historyId: string | undefined,
    commentId: string | undefined,
  ): Letter | undefined {
    const comment = issue.comments.find(({ id }) => id === commentId);
    const history = issue.histories.find(({ id }) => id === historyId);
    const said = comment === undefined ? undefined : this.#said(comment, by);
    const changed = history === undefined ? undefined : this.#changed(issue, history, by);
    if (said === undefined) return changed;
    if (changed === undefined) return said;
    return { ...said, kind: changed.kind, paragraphs: [...said.paragraphs, ...changed.paragraphs] };
  }

  #said(comment: Comment, by: string): Letter | undefined {
    if (!comment.public || !this.#isOn('publicComment', by)) return undefined;
    return { kind: 'publicComment', paragraphs: [mailText(comment.body)], commentId: comment.id };
  }

  #changed(issue: Issue, { items }: History, by: string): Letter | undefined {
    const texts = MAIL_TEXTS[this.#world.site.language];
    const resolved = items.find(({ field, to }) => field === 'resolution' && to !== null);
    if (resolved !== undefined && issue.resolution !== null && this.#isOn('requestResolved', by)) {
      return { kind: 'requestResolved', paragraphs: [texts.resolved(this.#nameOf(by), issue.resolution)] };
    }
    const moved = items.some(({ field }) => field === 'status') && this.#isOn('statusChanged', by);
    return moved
      ? { kind: 'statusChanged', paragraphs: [texts.moved(this.#nameOf(by), issue.status)] }
      : undefined;
  }

  #isOn(kind: MailKind, by: string): boolean {
    const { active, exceptInitiatedBy } = this.#notifications[kind];
    return active && !exceptInitiatedBy.includes(by);
  }

  #send(issue: Issue, { at, by }: Happening, letter: Letter, accountId: string): void {
    const { site } = this.#world;
    const { kind, paragraphs, commentId, alsoToInitiator } = letter;
    const user = site.users.find((known) => known.accountId === accountId);
    if (accountId === by && (alsoToInitiator !== true || user?.accountType === 'atlassian')) return;
    // Apps have no mailbox, and nobody writes to those who have left.
    if (user?.active === false || user?.accountType === 'app') return;
    const link = `${this.#portal}/${issue.project.serviceDeskId}/${issue.key}`;
    this.#mails.push({
      number: this.#mails.length + 1,
      at,
      to: {
        accountId,
        name: this.#nameOf(accountId),
        email: user?.email ?? `${accountId}@example.org`,
      },
      from: { name: issue.project.name, email: site.mailbox },
      subject: `${issue.key} ${issue.summary}`,
      text: [...paragraphs, MAIL_TEXTS[site.language].footer(link)].join('\n\n'),
      issueKey: issue.key,
      causedBy: { accountId: by, kind, ...(commentId === undefined ? {} : { commentId }) },
    });
  }

  #nameOf(accountId: string): string {
    return this.#world.site.users.find((user) => user.accountId === accountId)?.displayName ?? accountId;
  }
}
