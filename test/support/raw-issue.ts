/*
 * Raw issues as Jira's REST gives them, in the three flavours, told in ticket language. A test says what
 * happened; ids, envelopes and the shapes of bodies are filled in here.
 */

import { jiraTime } from './moscow-time.ts';
import { ANNA, BOT, BOT_ON_DATA_CENTER, type Someone } from './people.ts';

export type Flavour = 'cloud-v3' | 'cloud-v2' | 'data-center';

export interface CommentOptions {
  readonly internal?: boolean;
  readonly marker?: object;
  readonly outside?: boolean;
  readonly id?: string;
}

interface Item {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

const STATUS_IDS = [
  'Waiting for support',
  'In progress',
  'Waiting for customer',
  'Resolved',
  'Closed',
  'Canceled',
  'Escalated',
];

/** A ticket whose life a test tells; times are local to Moscow unless they bear an offset. */
export class RawIssue {
  readonly flavour: Flavour;
  readonly key: string;
  readonly #created: string;
  readonly #reporter: Someone;
  readonly #comments: object[] = [];
  readonly #histories: object[] = [];
  readonly #attachments: object[] = [];
  readonly #more: Record<string, unknown> = {};
  readonly #fields: Record<string, unknown> = {};
  #status = 'Waiting for support';
  #resolution: string | null = null;
  #issueType = 'Консультация';
  #labels: readonly string[] = [];
  #nextId = 10_100;
  #summary = 'Не проводится документ';

  constructor(at: string, options: { flavour?: Flavour; reporter?: Someone; key?: string } = {}) {
    this.flavour = options.flavour ?? 'cloud-v3';
    this.key = options.key ?? 'SUP-7';
    this.#created = at;
    this.#reporter = options.reporter ?? ANNA;
  }

  ofKind(issueType: string): this {
    this.#issueType = issueType;
    return this;
  }

  summary(text: string): this {
    this.#summary = text;
    return this;
  }

  field(id: string, value: unknown): this {
    this.#fields[id] = value;
    return this;
  }

  channel(value: string): this {
    this.#more.properties = { 'request.channel.type': { value } };
    return this;
  }

  /** Other keys of the issue: names, schema, context. */
  more(more: object): this {
    Object.assign(this.#more, more);
    return this;
  }

  people(people: object): this {
    this.#more.people = people;
    return this;
  }

  says(who: Someone, at: string, text: string, options: CommentOptions = {}): this {
    const author = this.#user(who);
    const internal = options.internal === true;
    const properties = [
      ...(options.marker === undefined ? [] : [{ key: 'reglament.effect', value: options.marker }]),
      ...(internal ? [{ key: 'sd.public.comment', value: { internal: true } }] : []),
    ];
    this.#comments.push({
      self: `https://example.atlassian.net/rest/api/3/issue/10001/comment/${this.#nextId}`,
      id: options.id ?? this.#id(),
      author,
      updateAuthor: author,
      body: this.#body(text),
      created: jiraTime(at),
      updated: jiraTime(at),
      ...(this.flavour === 'data-center' ? {} : { jsdPublic: !internal }),
      ...(options.outside === true ? { jsdAuthorCanSeeRequest: false } : {}),
      ...(properties.length === 0 ? {} : { properties }),
    });
    return this;
  }

  notes(who: Someone, at: string, text: string, options: CommentOptions = {}): this {
    return this.says(who, at, text, { ...options, internal: true });
  }

  attaches(who: Someone, at: string, name: string, bytes: number): this {
    const id = this.#id();
    this.#attachments.push({
      self: `https://example.atlassian.net/rest/api/3/attachment/${id}`,
      id,
      filename: name,
      author: this.#user(who),
      created: jiraTime(at),
      size: bytes,
      mimeType: name.endsWith('.png') ? 'image/png' : 'application/octet-stream',
    });
    return this.#change(who, at, [{ field: 'Attachment', from: null, to: name }]);
  }

  moves(who: Someone, at: string, status: string, resolution?: string | null): this {
    const items: Item[] = [{ field: 'status', from: this.#status, to: status }];
    if (resolution !== undefined) {
      items.unshift({ field: 'resolution', from: this.#resolution, to: resolution });
      this.#resolution = resolution;
    }
    this.#status = status;
    return this.#change(who, at, items);
  }

  becomes(who: Someone, at: string, issueType: string): this {
    const before = this.#issueType;
    this.#issueType = issueType;
    return this.#change(who, at, [{ field: 'issuetype', from: before, to: issueType }]);
  }

  labelled(who: Someone, at: string, labels: readonly string[]): this {
    const before = this.#labels.join(' ');
    this.#labels = labels;
    return this.#change(who, at, [{ field: 'labels', from: before, to: labels.join(' ') }]);
  }

  toJson(): Record<string, unknown> {
    return {
      id: '10001',
      key: this.key,
      self: 'https://example.atlassian.net/rest/api/3/issue/10001',
      fields: {
        summary: this.#summary,
        description: this.#body('Добрый день! При проведении документа программа останавливается.'),
        created: jiraTime(this.#created),
        updated: jiraTime(this.#created),
        project: { id: '10000', key: this.key.split('-')[0], name: 'Поддержка' },
        issuetype: { id: '10005', name: this.#issueType },
        status: { id: statusId(this.#status), name: this.#status, statusCategory: { key: 'indeterminate' } },
        resolution: this.#resolution === null ? null : { id: '1', name: this.#resolution },
        priority: { id: '3', name: 'Medium' },
        labels: this.#labels,
        reporter: this.#user(this.#reporter),
        creator: this.#user(this.#reporter),
        attachment: this.#attachments,
        comment: { comments: this.#comments, total: this.#comments.length },
        issuelinks: [],
        components: [],
        ...Object.fromEntries(
          Object.entries(this.#fields).map(([id, value]) => [
            id,
            id === 'description' ? this.#body(String(value)) : value,
          ]),
        ),
      },
      // Jira gives the newest history first.
      changelog: { histories: this.#histories.toReversed() },
      ...this.#more,
    };
  }

  #change(who: Someone, at: string, items: readonly Item[]): this {
    this.#histories.push({
      id: this.#id(),
      author: this.#user(who),
      created: jiraTime(at),
      items: items.map(({ field, from, to }) => ({
        field,
        fieldtype: 'jira',
        ...(this.flavour === 'data-center' ? {} : { fieldId: field.toLowerCase() }),
        from: field === 'status' ? statusId(from) : from,
        fromString: from,
        to: field === 'status' ? statusId(to) : to,
        toString: to,
      })),
    });
    return this;
  }

  #id(): string {
    this.#nextId += 1;
    return String(this.#nextId);
  }

  #user(who: Someone): object {
    if (this.flavour === 'data-center') {
      const { id, name } = who === BOT ? BOT_ON_DATA_CENTER : who;
      return {
        name: id,
        key: `JIRAUSER-${id}`,
        displayName: name,
        emailAddress: `${id}@example.org`,
        active: true,
      };
    }
    return {
      accountId: who.id,
      displayName: who.name,
      active: true,
      accountType: who.accountType ?? 'atlassian',
    };
  }

  #body(text: string): unknown {
    if (this.flavour !== 'cloud-v3') return text;
    const paragraphs = text.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    }));
    return { type: 'doc', version: 1, content: paragraphs };
  }
}

function statusId(name: string | null): string | null {
  return name === null ? null : String(10_200 + STATUS_IDS.indexOf(name));
}
