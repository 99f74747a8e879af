import type {
  Comment,
  File,
  Happening,
  HappeningKind,
  HistoryItem,
  Issue,
  IssueLink,
  Named,
  Property,
  Transition,
} from './model.ts';
import { type NewIssue, newIssue } from './new-issue.ts';
import type { Site } from './site.ts';
import type { AdfDocument } from './wire/adf.ts';
import type { WorldClock } from './world-clock.ts';

export interface NewComment {
  readonly by: string;
  readonly body: AdfDocument;
  readonly public: boolean;
  readonly properties: readonly Property[];
}

/** The issues of one site, and everything that happens to them, in order. */
export class World {
  readonly site: Site;
  readonly clock: WorldClock;
  readonly issues = new Map<string, Issue>();
  readonly happenings: Happening[] = [];
  readonly #listeners: ((happening: Happening) => void)[] = [];
  #nextId = 10_000;
  #nextNumber = 1;
  #bulk: { readonly sendMail: boolean } | undefined;

  constructor(site: Site, clock: WorldClock) {
    this.site = site;
    this.clock = clock;
  }

  onHappening(listener: (happening: Happening) => void): void {
    this.#listeners.push(listener);
  }

  /** An issue by id or key. */
  find(idOrKey: string): Issue | undefined {
    return this.issues.get(idOrKey) ?? [...this.issues.values()].find(({ key }) => key === idOrKey);
  }

  create(made: NewIssue): Issue {
    const at = this.clock.stamp();
    const key = `${this.site.project.key}-${this.#nextNumber++}`;
    const issue = newIssue(this.site, made, this.#id(), key, at);
    this.issues.set(issue.id, issue);
    this.#tell(issue, made.by, at, { kind: 'created' });
    return issue;
  }

  comment(issue: Issue, made: NewComment): Comment {
    return this.#comment(issue, made);
  }

  #comment(issue: Issue, made: NewComment, historyId?: string): Comment {
    const at = this.clock.stamp();
    const comment: Comment = {
      id: this.#id(),
      author: made.by,
      at,
      body: made.body,
      public: made.public,
      properties: made.properties,
    };
    issue.comments.push(comment);
    issue.updatedAt = at;
    this.#tell(issue, made.by, at, {
      kind: 'commented',
      commentId: comment.id,
      ...(historyId === undefined ? {} : { historyId }),
    });
    return comment;
  }

  uncomment(issue: Issue, commentId: string): void {
    const index = issue.comments.findIndex(({ id }) => id === commentId);
    if (index !== -1) issue.comments.splice(index, 1);
  }

  /** Transitions that a workflow offers from where the issue is. */
  transitionsOf(issue: Issue): readonly Transition[] {
    return this.site.transitions.filter(({ from }) => from.includes(issue.status.id));
  }

  /** @param comment written on the transition's screen: one act with it, of which customers get one mail */
  transition(
    issue: Issue,
    by: string,
    transition: Transition,
    resolution: Named | undefined,
    comment?: Omit<NewComment, 'by'>,
  ): void {
    const to = this.site.statuses.find(({ id }) => id === transition.to);
    if (to === undefined) throw new Error(`no status ${transition.to}`);
    const items: HistoryItem[] = [];
    const next = transition.resolution === 'clears' ? null : (resolution ?? issue.resolution);
    if (next?.id !== issue.resolution?.id) items.push(change('resolution', issue.resolution, next));
    items.push(change('status', issue.status, to));
    const move = (at: number) => {
      issue.status = to;
      issue.statusSince = at;
      issue.resolution = next;
      issue.resolvedAt = next === null ? null : at;
    };
    if (comment === undefined) this.change(issue, by, items, move);
    else this.#comment(issue, { ...comment, by }, this.change(issue, by, items, move, true));
  }

  label(issue: Issue, by: string, add: readonly string[], remove: readonly string[]): void {
    const labels = [...new Set([...issue.labels, ...add])].filter((label) => !remove.includes(label));
    if (labels.length === issue.labels.length && labels.every((label) => issue.labels.includes(label)))
      return;
    const item: HistoryItem = {
      field: 'labels',
      fieldId: 'labels',
      from: null,
      fromString: issue.labels.join(' '),
      to: null,
      toString: labels.join(' '),
    };
    this.change(issue, by, [item], () => {
      issue.labels = labels;
    });
  }

  attach(issue: Issue, by: string, name: string, mimeType: string, content: Uint8Array): File {
    const id = this.#id();
    const item = {
      field: 'Attachment',
      fieldId: 'attachment',
      from: null,
      fromString: null,
      to: id,
      toString: name,
    };
    this.change(issue, by, [item], (at) => {
      issue.files.push({ id, name, mimeType, author: by, at, content });
    });
    const [file] = issue.files.slice(-1);
    if (file === undefined) throw new Error('the file was not kept');
    return file;
  }

  /** @param outward the issue that `issue` points to */
  link(issue: Issue, outward: Issue, type: string, by: string): void {
    const id = this.#id();
    const at = this.clock.stamp();
    const ends: readonly (readonly [Issue, IssueLink])[] = [
      [issue, { id, type, other: outward.id, outward: true }],
      [outward, { id, type, other: issue.id, outward: false }],
    ];
    for (const [end, link] of ends) {
      end.links.push(link);
      end.updatedAt = at;
      this.#tell(end, by, at, { kind: 'linked', linkId: id });
    }
  }

  delete(issue: Issue, by: string): void {
    this.issues.delete(issue.id);
    for (const { links } of this.issues.values()) {
      links.splice(0, links.length, ...links.filter(({ other }) => other !== issue.key));
    }
    this.#tell(issue, by, this.clock.stamp(), { kind: 'deleted' });
  }

  /**
   * Writes history, makes the change, and then tells of it: whoever hears of it sees it done.
   *
   * @param withComment a comment of the same act is told next
   * @returns id of the entry of history
   */
  change(
    issue: Issue,
    by: string,
    items: readonly HistoryItem[],
    apply: (at: number) => void,
    withComment = false,
  ): string {
    const at = this.clock.stamp();
    const id = this.#id();
    issue.histories.push({ id, author: by, at, items });
    issue.updatedAt = at;
    apply(at);
    this.#tell(issue, by, at, {
      kind: 'changed',
      historyId: id,
      ...(withComment ? { withComment } : {}),
    });
    return id;
  }

  /** What is done in here is one bulk change; webhooks and notifications know it by that. */
  inBulk(sendMail: boolean, act: () => void): void {
    this.#bulk = { sendMail };
    try {
      act();
    } finally {
      this.#bulk = undefined;
    }
  }

  #tell(issue: Issue, by: string, at: number, kind: HappeningKind): void {
    const head = { number: this.happenings.length + 1, at, by, issueId: issue.id, issueKey: issue.key };
    const bulk = this.#bulk === undefined ? {} : { bulk: this.#bulk };
    const happening: Happening = { ...head, ...bulk, ...kind };
    this.happenings.push(happening);
    for (const listener of this.#listeners) listener(happening);
  }

  #id(): string {
    this.#nextId += 1;
    return String(this.#nextId);
  }
}

function change(field: string, from: Named | null, to: Named | null): HistoryItem {
  return {
    field,
    fieldId: field,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  };
}
