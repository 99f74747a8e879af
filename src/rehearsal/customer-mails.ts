import { adfText } from '#core/issue/adf-text.ts';
import type { Happening, Issue } from '#simulator/model.ts';
import { userOf } from '#simulator/wire/issue-json.ts';
import type { World } from '#simulator/world.ts';

/** A mail that Jira sends to somebody on a request. */
export interface CustomerMail {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: { readonly accountId: string; readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly issueKey: string;
  readonly causedBy: {
    readonly accountId: string;
    readonly kind: string;
    readonly commentId: string | undefined;
  };
}

/** The mails that Jira Service Management sends to customers: for each public comment, to all on the request but its author. */
export class CustomerMails {
  readonly #world: World;
  readonly #sent: CustomerMail[] = [];

  constructor(world: World) {
    this.#world = world;
    world.onHappening((happening) => this.#hear(happening));
  }

  after(number: number): readonly CustomerMail[] {
    return this.#sent.filter((mail) => mail.number > number);
  }

  #hear(happening: Happening): void {
    if (happening.kind !== 'commented') return;
    const issue = this.#world.issues.get(happening.issueId);
    const comment = issue?.comments.find(({ id }) => id === happening.commentId);
    if (issue === undefined || comment === undefined || !comment.public) return;
    for (const accountId of new Set([issue.reporter, ...issue.participants])) {
      if (accountId !== comment.author) this.#send(issue, happening, accountId, adfText(comment.body));
    }
  }

  #send(
    issue: Issue,
    happening: Happening & { readonly kind: 'commented' },
    accountId: string,
    text: string,
  ): void {
    const { displayName: name, email } = userOf(this.#world, accountId);
    this.#sent.push({
      number: this.#sent.length + 1,
      at: happening.at,
      to: { accountId, name, email },
      subject: `${issue.key} ${issue.summary}`,
      text,
      issueKey: issue.key,
      causedBy: { accountId: happening.by, kind: happening.kind, commentId: happening.commentId },
    });
  }
}
