import type {
  Comment,
  File,
  Happening,
  HappeningKind,
  HistoryItem,
  Issue,
  IssueLink,
  IssueType,
  Named,
  Property,
  Transition,
} from './model.ts';
import type { Site } from './site.ts';
import type { AdfDocument } from './wire/adf.ts';
import type { WorldClock } from './world-clock.ts';

/** What a new issue is made of; what is left out has the site's default. */
export interface NewIssue {
  readonly by: string;
  readonly reporter: string;
  readonly summary: string;
  readonly description: AdfDocument;
  readonly issueType: IssueType;
  readonly channel: string;
  readonly priority?: Named;
  readonly labels?: readonly string[];
  readonly components?: readonly Named[];
  readonly securityLevel?: Named;
  readonly participants?: readonly string[];
  readonly organizations?: readonly Named[];
  readonly properties?: readonly Property[];
}

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
    const [open] = this.site.statuses;
    const [, medium] = this.site.priorities;
    if (open === undefined || medium === undefined) throw new Error('the site has no status or no priority');
    const issue: Issue = {
      id: this.#id(),
      key: `${this.site.project.key}-${this.#nextNumber++}`,
      project: this.site.project,
      createdAt: at,
      updatedAt: at,
      summary: made.summary,
      description: made.description,
      status: open,
      statusSince: at,
      resolution: null,
      resolvedAt: null,
      issueType: made.issueType,
      priority: made.priority ?? medium,
      labels: made.labels ?? [],
      components: made.components ?? [],
      securityLevel: made.securityLevel ?? null,
      reporter: made.reporter,
      creator: made.by,
      assignee: null,
      participants: made.participants ?? [],
      organizations: made.organizations ?? [],
      channel: made.channel,
      comments: [],
      histories: [],
      files: [],
      links: [],
      properties: new Map<string, unknown>([
        ['request.channel.type', { value: made.channel }],
        ...(made.properties ?? []).map(({ key, value }) => [key, value] as const),
      ]),
    };
    this.issues.set(issue.id, issue);
    this.#tell(issue, made.by, at, { kind: 'created' });
    return issue;
  }

  comment(issue: Issue, made: NewComment): Comment {
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
    this.#tell(issue, made.by, at, { kind: 'commented', commentId: comment.id });
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

  transition(issue: Issue, by: string, transition: Transition, resolution: Named | undefined): void {
    const to = this.site.statuses.find(({ id }) => id === transition.to);
    if (to === undefined) throw new Error(`no status ${transition.to}`);
    const items: HistoryItem[] = [];
    const next = transition.resolution === 'clears' ? null : (resolution ?? issue.resolution);
    if (next?.id !== issue.resolution?.id) items.push(change('resolution', issue.resolution, next));
    items.push(change('status', issue.status, to));
    this.#change(issue, by, items, (at) => {
      issue.status = to;
      issue.statusSince = at;
      issue.resolution = next;
      issue.resolvedAt = next === null ? null : at;
    });
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
    this.#change(issue, by, [item], () => {
      issue.labels = labels;
    });
  }

  /** @param from and `to` are the accounts, as history tells them */
  assign(issue: Issue, by: string, from: Named | null, to: Named | null): void {
    this.#change(issue, by, [change('assignee', from, to)], () => {
      issue.assignee = to?.id ?? null;
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
    this.#change(issue, by, [item], (at) => {
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

  /** Writes history, makes the change, and then tells of it: whoever hears of it sees it done. */
  #change(issue: Issue, by: string, items: readonly HistoryItem[], apply: (at: number) => void): void {
    const at = this.clock.stamp();
    const id = this.#id();
    issue.histories.push({ id, author: by, at, items });
    issue.updatedAt = at;
    apply(at);
    this.#tell(issue, by, at, { kind: 'changed', historyId: id });
  }

  #tell(issue: Issue, by: string, at: number, kind: HappeningKind): void {
    const head = { number: this.happenings.length + 1, at, by, issueId: issue.id, issueKey: issue.key };
    const happening: Happening = { ...head, ...kind };
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
