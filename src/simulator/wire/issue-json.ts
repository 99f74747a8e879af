import type { Comment, History, Issue, User } from '#simulator/model.ts';
import { SERVICE_FIELDS } from '#simulator/site.ts';
import type { World } from '#simulator/world.ts';

/** Jira's way of writing an instant: the caller's offset, without a colon. */
export function jiraTime(at: number, zone = 'Europe/Moscow'): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${local.toPlainDateTime().toString({ smallestUnit: 'millisecond' })}${local.offset.replace(':', '')}`;
}

/** How the wire forms are addressed; `text` is how rich text is given: documents in v3, plain in webhooks. */
export interface Wire {
  readonly base: string;
  readonly world: World;
  readonly text: (document: object) => unknown;
  /** An issue with those of its entries that can be read by now. */
  readonly shown: (issue: Issue) => Issue;
}

export function userJson({ base, world }: Wire, accountId: string): object {
  const user = userOf(world, accountId);
  return {
    self: `${base}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    emailAddress: user.email,
    displayName: user.displayName,
    active: user.active !== false,
    timeZone: 'Europe/Moscow',
    accountType: user.accountType,
    avatarUrls: {},
  };
}

export function userOf(world: World, accountId: string): User {
  return (
    world.site.users.find((user) => user.accountId === accountId) ?? {
      accountId,
      displayName: accountId,
      email: `${accountId}@example.org`,
      accountType: 'customer',
      token: '',
    }
  );
}

export function statusJson({ base }: Wire, status: Issue['status']): object {
  const categories = {
    new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
    indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
    done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
  };
  const category = categories[status.category];
  return {
    self: `${base}/rest/api/3/status/${status.id}`,
    description: '',
    iconUrl: `${base}/images/icons/status.png`,
    name: status.name,
    id: status.id,
    statusCategory: { self: `${base}/rest/api/3/statuscategory/${category.id}`, ...category },
  };
}

export function commentJson(wire: Wire, issue: Issue, comment: Comment, withProperties: boolean): object {
  const author = userJson(wire, comment.author);
  return {
    self: `${wire.base}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: wire.text(comment.body),
    updateAuthor: author,
    created: jiraTime(comment.at),
    updated: jiraTime(comment.at),
    jsdPublic: comment.public,
    ...(comment.fromOutside === true ? { jsdAuthorCanSeeRequest: false } : {}),
    ...(withProperties ? { properties: comment.properties } : {}),
  };
}

export function historyJson(wire: Wire, history: History): object {
  return {
    id: history.id,
    author: userJson(wire, history.author),
    created: jiraTime(history.at),
    items: history.items.map((item) => ({ ...item, fieldtype: 'jira' })),
  };
}

export function fileJson(wire: Wire, file: Issue['files'][number]): object {
  return {
    self: `${wire.base}/rest/api/3/attachment/${file.id}`,
    id: file.id,
    filename: file.name,
    author: userJson(wire, file.author),
    created: jiraTime(file.at),
    size: file.content.byteLength,
    mimeType: file.mimeType,
    content: `${wire.base}/rest/api/3/attachment/content/${file.id}`,
  };
}

/** All fields of an issue, by id. */
export function fieldsJson(wire: Wire, issue: Issue): Readonly<Record<string, unknown>> {
  const { base } = wire;
  return {
    summary: issue.summary,
    description: wire.text(issue.description),
    project: {
      self: `${base}/rest/api/3/project/${issue.project.id}`,
      ...idKeyName(issue.project),
      projectTypeKey: 'service_desk',
      simplified: false,
    },
    issuetype: {
      self: `${base}/rest/api/3/issuetype/${issue.issueType.id}`,
      id: issue.issueType.id,
      name: issue.issueType.name,
      description: '',
      subtask: false,
    },
    status: statusJson(wire, issue.status),
    statuscategorychangedate: jiraTime(issue.statusSince),
    resolution:
      issue.resolution === null
        ? null
        : {
            self: `${base}/rest/api/3/resolution/${issue.resolution.id}`,
            ...issue.resolution,
            description: '',
          },
    resolutiondate: issue.resolvedAt === null ? null : jiraTime(issue.resolvedAt),
    priority: { self: `${base}/rest/api/3/priority/${issue.priority.id}`, ...issue.priority },
    labels: issue.labels,
    components: issue.components.map((component) => ({
      self: `${base}/rest/api/3/component/${component.id}`,
      ...component,
    })),
    security:
      issue.securityLevel === null
        ? null
        : {
            self: `${base}/rest/api/3/securitylevel/${issue.securityLevel.id}`,
            ...issue.securityLevel,
            description: '',
          },
    reporter: userJson(wire, issue.reporter),
    creator: userJson(wire, issue.creator),
    assignee: issue.assignee === null ? null : userJson(wire, issue.assignee),
    created: jiraTime(issue.createdAt),
    updated: jiraTime(issue.updatedAt),
    attachment: issue.files.map((file) => fileJson(wire, file)),
    issuelinks: issue.links.map((link) => linkJson(wire, link)),
    comment: {
      comments: issue.comments.map((comment) => commentJson(wire, issue, comment, false)),
      self: `${base}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: issue.comments.length,
      total: issue.comments.length,
      startAt: 0,
    },
    [SERVICE_FIELDS.requestType]: requestTypeJson(wire, issue),
    [SERVICE_FIELDS.participants]: issue.participants.map((accountId) => userJson(wire, accountId)),
    [SERVICE_FIELDS.organizations]: issue.organizations.map(({ id, name }) => ({
      id,
      name,
      _links: { self: `${base}/rest/servicedeskapi/organization/${id}` },
    })),
    subtasks: [],
    duedate: null,
    environment: null,
    timetracking: {},
    watches: { self: `${base}/rest/api/3/issue/${issue.key}/watchers`, watchCount: 0, isWatching: false },
    worklog: { startAt: 0, maxResults: 20, total: 0, worklogs: [] },
    votes: { self: `${base}/rest/api/3/issue/${issue.key}/votes`, votes: 0, hasVoted: false },
    fixVersions: [],
    versions: [],
    lastViewed: null,
    workratio: -1,
  };
}

function idKeyName({ id, key, name }: { readonly id: string; readonly key: string; readonly name: string }) {
  return { id, key, name };
}

const LINK_WORDS: ReadonlyMap<string, { readonly inward: string; readonly outward: string }> = new Map([
  ['Cloners', { inward: 'is cloned by', outward: 'clones' }],
  ['Duplicate', { inward: 'is duplicated by', outward: 'duplicates' }],
]);

function linkJson(wire: Wire, link: Issue['links'][number]): object {
  const { base, world } = wire;
  const other = world.issues.get(link.other);
  const end = {
    id: link.other,
    key: other?.key ?? '',
    self: `${base}/rest/api/3/issue/${link.other}`,
    fields: other === undefined ? {} : { summary: other.summary, status: statusJson(wire, other.status) },
  };
  return {
    id: link.id,
    self: `${base}/rest/api/3/issueLink/${link.id}`,
    type: {
      id: '10003',
      name: link.type,
      ...(LINK_WORDS.get(link.type) ?? { inward: 'relates to', outward: 'relates to' }),
      self: `${base}/rest/api/3/issueLinkType/10003`,
    },
    ...(link.outward ? { outwardIssue: end } : { inwardIssue: end }),
  };
}

function requestTypeJson({ base }: Wire, issue: Issue): object | null {
  if (!issue.isRequest) return null;
  const { requestTypeId: id, name, id: issueTypeId } = issue.issueType;
  const { serviceDeskId } = issue.project;
  return {
    _links: {
      jiraRest: `${base}/rest/api/2/issue/${issue.id}`,
      web: `${base}/servicedesk/customer/portal/${serviceDeskId}/${issue.key}`,
      self: `${base}/rest/servicedeskapi/request/${issue.id}`,
      agent: `${base}/browse/${issue.key}`,
    },
    requestType: {
      id,
      name,
      description: '',
      helpText: '',
      issueTypeId,
      serviceDeskId,
      portalId: serviceDeskId,
      groupIds: [],
      _links: { self: `${base}/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${id}` },
    },
    currentStatus: {
      status: issue.status.name,
      statusCategory: issue.status.category.toUpperCase(),
      statusDate: {
        jira: jiraTime(issue.statusSince),
        friendly: jiraTime(issue.statusSince).slice(0, 10),
        epochMillis: issue.statusSince,
      },
    },
  };
}
