import { Later } from './later.ts';
import type { Happening, Issue } from './model.ts';
import { nextOf } from './pass-time.ts';
import { type AutomationHands, automationHands } from './rivals/automation-hands.ts';
import { AUTOMATION_TEXTS } from './rivals/automation-texts.ts';
import { reopenOnComment } from './rivals/reopen-on-comment.ts';
import { StayRule } from './rivals/stay-rule.ts';
import { transitionOnComment } from './rivals/transition-on-comment.ts';
import { STATUS_ID } from './site.ts';
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
  /** "Prompt customer": asks once in public when a request has waited for its customer; 5 days unless told. */
  readonly promptCustomer?: AfterDays;
  /** "Close resolved": closes what has stood resolved; after 10 days unless told. */
  readonly closeResolved?: AfterDays;
  /** "Set customer expectations": a public comment on every new request. */
  readonly setCustomerExpectations?: boolean;
  /** The automation's own account unless told; many teams let rules run as a licensed one, which looks like an agent. */
  readonly actsAs?: 'app' | 'technicalUser';
  /** Accounts whose acts set no rule off ("initiator is not"). */
  readonly exceptInitiatedBy?: readonly string[];
  /** How long automations take to act, by the site's clock. */
  readonly delaySeconds: number;
}

/** Calendar days; `true` is what the preset has. */
export type AfterDays = boolean | { readonly days: number };

export const NO_RIVALS: RivalSwitches = {
  transitionOnComment: false,
  reopenOnCustomerComment: false,
  delaySeconds: 0,
};

const PROMPT_DAYS = 5;
const CLOSE_DAYS = 10;

/** Plays the automations that are switched on, as the account that Jira's automation acts as. */
export class Rivals {
  readonly #world: World;
  readonly #later = new Later();
  readonly #prompt: StayRule;
  readonly #close: StayRule;
  #switches: RivalSwitches = NO_RIVALS;

  constructor(world: World) {
    this.#world = world;
    const texts = AUTOMATION_TEXTS[world.site.language];
    this.#prompt = new StayRule(world, STATUS_ID.waiting, (issue) => this.#hands().say(issue, texts.prompt));
    this.#close = new StayRule(world, STATUS_ID.resolved, (issue) =>
      this.#hands().move(issue, STATUS_ID.closed),
    );
  }

  set(switches: RivalSwitches): void {
    this.#switches = switches;
    this.#prompt.set(daysOf(switches.promptCustomer, PROMPT_DAYS));
    this.#close.set(daysOf(switches.closeResolved, CLOSE_DAYS));
  }

  hear(happening: Happening): void {
    this.#prompt.hear(happening);
    this.#close.hear(happening);
    const issue = this.#world.issues.get(happening.issueId);
    if (issue === undefined || this.#isExempt(happening.by)) return;
    const { setCustomerExpectations } = this.#switches;
    if (happening.kind === 'created' && setCustomerExpectations === true)
      this.#soon(happening, () => this.#greet(issue));
    if (happening.kind !== 'commented' || !this.#hearsComments()) return;
    const comment = issue.comments.find(({ id }) => id === happening.commentId);
    if (comment?.public !== true) return;
    this.#soon(happening, () => this.#answer(issue, isCustomerOn(this.#world.site, issue, comment.author)));
  }

  play(now: number): void {
    for (const part of this.#parts()) part.play(now);
  }

  nextAt(): number | undefined {
    return nextOf(this.#parts());
  }

  #parts(): readonly (Later | StayRule)[] {
    return [this.#later, this.#prompt, this.#close];
  }

  /** Conditions are looked at when the automation runs, not when it was set off. */
  #soon({ at }: Happening, act: () => void): void {
    const { delaySeconds } = this.#switches;
    if (delaySeconds === 0) act();
    else this.#later.add(at + delaySeconds * 1000, act);
  }

  #greet(issue: Issue): void {
    if (this.#switches.setCustomerExpectations !== true) return;
    this.#hands().say(issue, AUTOMATION_TEXTS[this.#world.site.language].expectations);
  }

  #answer(issue: Issue, byCustomer: boolean): void {
    const { transitionOnComment: always, reopenOnCustomerComment, transitionOnCommentFor } = this.#switches;
    const hands = this.#hands();
    if (byCustomer && reopenOnCustomerComment) reopenOnComment(hands, issue);
    const labelled = transitionOnCommentFor !== undefined && issue.labels.includes(transitionOnCommentFor);
    if (always || labelled) transitionOnComment(hands, issue, byCustomer);
  }

  #hearsComments(): boolean {
    const { transitionOnComment: always, reopenOnCustomerComment, transitionOnCommentFor } = this.#switches;
    return always || reopenOnCustomerComment || transitionOnCommentFor !== undefined;
  }

  /** Rules set each other off only where somebody has allowed it, and presets do not. */
  #isExempt(accountId: string): boolean {
    return accountId === this.#account() || this.#switches.exceptInitiatedBy?.includes(accountId) === true;
  }

  #account(): string {
    const { automation, technicalUser } = this.#world.site;
    return this.#switches.actsAs === 'technicalUser' ? technicalUser : automation;
  }

  #hands(): AutomationHands {
    return automationHands(this.#world, this.#account());
  }
}

function daysOf(after: AfterDays | undefined, usual: number): number | undefined {
  if (after === undefined || after === false) return undefined;
  return after === true ? usual : after.days;
}
