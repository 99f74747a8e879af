import { BOT } from './cast.ts';
import type { SimulatorControl, TellableHappening } from './jira-door.ts';
import { type CollectedMail, mailsAfter } from './mailbox.ts';
import type { Page } from './page.ts';

const WORDS = {
  ru: {
    publicComment: 'эти слова ушли письмом',
    requestCreated: 'письмо самой Jira «обращение принято»',
    requestResolved: 'письмо самой Jira «обращение решено»',
    statusChanged: 'письмо самой Jira «статус изменился»',
  },
  en: {
    publicComment: 'these words left as a mail',
    requestCreated: 'a mail of Jira itself, “request received”',
    requestResolved: 'a mail of Jira itself, “request resolved”',
    statusChanged: 'a mail of Jira itself, “status changed”',
  },
} as const;

/** Says, beside each telling, what of it lies in a customer's mailbox. */
export class MailTeller {
  readonly #page: Page;
  readonly #simulator: SimulatorControl;
  readonly #margin: string;
  #collected = 0;
  #untold: readonly CollectedMail[] = [];

  constructor(page: Page, simulator: SimulatorControl, margin: string) {
    this.#page = page;
    this.#simulator = simulator;
    this.#margin = margin;
  }

  async collect(): Promise<void> {
    const mails = await mailsAfter(this.#simulator, this.#collected);
    this.#collected = mails.at(-1)?.number ?? this.#collected;
    this.#untold = mails;
  }

  /** The mails that somebody's act sent. */
  tellOf({ key, by, at }: TellableHappening): void {
    this.#tell((mail) => mail.issueKey === key && mail.causedBy.accountId === by.accountId && mail.at === at);
  }

  /** The mails of a letter of ours. */
  tellOurs(key: string): void {
    this.#tell((mail) => mail.issueKey === key && mail.causedBy.accountId === BOT);
  }

  /** What is left. */
  tellAll(isTold: (key: string) => boolean): void {
    this.#tell(({ issueKey }) => isTold(issueKey));
  }

  #tell(belongs: (mail: CollectedMail) => boolean): void {
    const told = this.#untold.filter(belongs);
    this.#untold = this.#untold.filter((mail) => !told.includes(mail));
    for (const { to, issueKey, causedBy } of told) {
      const line = `✉ ${issueKey} → ${to.name}: ${WORDS[this.#page.language][causedBy.kind]}`;
      this.#page.print(`${this.#margin}${this.#page.paint('magenta', line)}`);
    }
  }
}
