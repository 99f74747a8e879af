import type { Happening, Issue } from './model.ts';
import { isCustomerOn } from './who-sees.ts';
import type { World } from './world.ts';

/** Jira's own automations that get in a policy's way; each can be switched on by itself. */
export interface RivalSwitches {
  /** "Transition on comment": a public comment of the team parks the request, a customer's takes it back. */
  readonly transitionOnComment: boolean;
  /** "Reopen on customer comment". */
  readonly reopenOnCustomerComment: boolean;
  /** "Transition on comment", only for requests with this label. */
  readonly transitionOnCommentFor?: string;
  /** How long automations take to act, by the site's clock. */
  readonly delaySeconds: number;
}

export const NO_RIVALS: RivalSwitches = {
  transitionOnComment: false,
  reopenOnCustomerComment: false,
  delaySeconds: 0,
};

interface Planned {
  readonly at: number;
  readonly act: () => void;
}

/** Plays the automations that are switched on, as the account that Jira's automation acts as. */
export class Rivals {
  readonly #world: World;
  #switches: RivalSwitches = NO_RIVALS;
  #planned: Planned[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  set(switches: RivalSwitches): void {
    this.#switches = switches;
  }

  hear(happening: Happening): void {
    if (happening.kind !== 'commented') return;
    const issue = this.#world.issues.get(happening.issueId);
    const comment = issue?.comments.find(({ id }) => id === happening.commentId);
    if (issue === undefined || comment === undefined || !comment.public) return;
    const { delaySeconds } = this.#switches;
    const act = () => this.#act(issue, isCustomerOn(this.#world.site, issue, comment.author));
    if (delaySeconds === 0) act();
    else this.#planned.push({ at: happening.at + delaySeconds * 1000, act });
  }

  play(now: number): void {
    const due = this.#planned.filter(({ at }) => at <= now);
    this.#planned = this.#planned.filter(({ at }) => at > now);
    for (const { act } of due) act();
  }

  nextAt(): number | undefined {
    return this.#planned.length === 0 ? undefined : Math.min(...this.#planned.map(({ at }) => at));
  }

  /** Conditions are looked at when the automation runs, not when it was set off. */
  #act(issue: Issue, byCustomer: boolean): void {
    const { transitionOnComment, reopenOnCustomerComment, transitionOnCommentFor } = this.#switches;
    const parks =
      transitionOnComment ||
      (transitionOnCommentFor !== undefined && issue.labels.includes(transitionOnCommentFor));
    const [open, inProgress, waiting] = this.#world.site.statuses;
    if (byCustomer) {
      if (reopenOnCustomerComment && issue.status.category === 'done') this.#move(issue, open?.id);
      else if (parks && issue.status.id === waiting?.id) this.#move(issue, open?.id);
    } else if (parks && (issue.status.id === open?.id || issue.status.id === inProgress?.id)) {
      this.#move(issue, waiting?.id);
    }
  }

  #move(issue: Issue, statusId: string | undefined): void {
    const transition = this.#world.transitionsOf(issue).find(({ to }) => to === statusId);
    if (transition !== undefined)
      this.#world.transition(issue, this.#world.site.automation, transition, undefined);
  }
}
