import type { Issue, IssueType, Named, Property } from './model.ts';
import type { Site } from './site.ts';
import type { AdfDocument } from './wire/adf.ts';

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

/** An issue as it lies there when it has just been made. */
export function newIssue(site: Site, made: NewIssue, id: string, key: string, at: number): Issue {
  const [open] = site.statuses;
  const [, medium] = site.priorities;
  if (open === undefined || medium === undefined) throw new Error('the site has no status or no priority');
  return {
    id,
    key,
    project: site.project,
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
      ...(made.properties ?? []).map(({ key: name, value }) => [name, value] as const),
    ]),
  };
}
