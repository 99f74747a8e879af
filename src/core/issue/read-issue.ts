import { actorOf, type People, type Person } from '#core/ticket/person.ts';
import type { Named, Ticket } from '#core/ticket/ticket.ts';
import { readInstant } from './jira-instant.ts';
import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from './json.ts';
import { readContext } from './read-context.ts';
import { bodyText, readEntries } from './read-entries.ts';
import {
  readAttachments,
  readChannel,
  readForm,
  readLinks,
  readNamed,
  readNamedList,
  readRequestType,
  serviceField,
} from './read-fields.ts';
import { readPeople, readPerson } from './read-person.ts';
import { type SiteMapping, ticketMapping } from './site-mapping.ts';

/** What reading an issue needs to know of the site. */
export interface IssueReading {
  /** Short name of the site. */
  readonly site: string;
  readonly mapping: SiteMapping;
  readonly people: People;
}

/** A ticket, or the reason why the JSON is none. */
export type ReadIssue =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'unreadable'; readonly why: Readonly<Record<'ru' | 'en', string>> };

/**
 * Reads one issue as Jira's REST gives it: Cloud v3 (ADF), Cloud v2 or Data Center v2 (wiki markup), with
 * `fields.comment.comments`, `changelog.histories` and, where known, `properties`, `names`, `schema` and `people`.
 *
 * What is missing is read as unknown, never guessed; only an issue without key, status or creation time is refused.
 */
export function readIssue(issue: unknown, reading: IssueReading): ReadIssue {
  if (!isObject(issue)) return unreadable('это не объект JSON', 'not a JSON object');
  const fields = objectAt(issue, 'fields');
  if (fields === undefined)
    return unreadable(
      'нет "fields": это одно обращение, как его отдаёт GET /issue/{key}?',
      'no "fields": is this one issue, as GET /issue/{key} gives it?',
    );
  const key = textAt(issue, 'key');
  if (key === undefined) return unreadable('нет "key"', 'no "key"');
  const status = readNamed(own(fields, 'status'));
  if (status === undefined) return unreadable('нет "fields.status"', 'no "fields.status"');
  const createdAt = readInstant(own(fields, 'created'));
  if (createdAt === undefined)
    return unreadable('нет понятного "fields.created"', 'no readable "fields.created"');
  return { kind: 'ticket', ticket: readTicket(issue, fields, { key, status, createdAt }, reading) };
}

function unreadable(ru: string, en: string): ReadIssue {
  return { kind: 'unreadable', why: { ru, en } };
}

interface Essentials {
  readonly key: string;
  readonly status: Named;
  readonly createdAt: Temporal.Instant;
}

function readTicket(issue: JsonObject, fields: JsonObject, found: Essentials, reading: IssueReading): Ticket {
  const { mapping } = reading;
  const people = withOwnPeople(reading.people, objectAt(issue, 'people'));
  const names = ticketMapping(mapping);
  const reporter = readPerson(own(fields, 'reporter'));
  const creator = readPerson(own(fields, 'creator'));
  const approvals = serviceField(issue, 'approvers', mapping);
  const participants = readPeople(serviceField(issue, 'participants', mapping));
  const approvers = approversIn(approvals);
  const customersHere = [...(reporter === undefined ? [] : [reporter]), ...participants, ...approvers];
  const attachments = readAttachments(fields);
  const issueType = readNamed(own(fields, 'issuetype')) ?? { id: '', name: '' };
  const requestType = readRequestType(issue, mapping);
  const labels = own(fields, 'labels');
  const labelList = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
  return {
    site: reading.site,
    id: idAt(issue, 'id') ?? found.key,
    key: found.key,
    projectKey: textAt(objectAt(fields, 'project') ?? {}, 'key') ?? found.key.replace(/-\d+$/, ''),
    summary: textAt(fields, 'summary') ?? '',
    description: bodyText(own(fields, 'description')),
    createdAt: found.createdAt,
    status: found.status,
    state: names.stateOf(found.status),
    resolution: readNamed(own(fields, 'resolution')),
    issueType,
    requestType,
    kind: names.kindOf(issueType, requestType),
    priority: readNamed(own(fields, 'priority')),
    labels: labelList,
    reporter,
    creator,
    createdBy: actorOf(creator ?? reporter, people, customersHere),
    reporterIsAgent: reporter !== undefined && actorOf(reporter, people, []) === 'agent',
    participants,
    approvers,
    approvalPending: isApprovalPending(approvals),
    assignee: readPerson(own(fields, 'assignee')),
    form: readForm(issue, mapping),
    organizations: readNamedList(serviceField(issue, 'organizations', mapping)),
    components: readNamedList(own(fields, 'components')),
    securityLevel: readNamed(own(fields, 'security')),
    channel: readChannel(issue, labelList, mapping),
    links: readLinks(fields),
    attachments,
    entries: readEntries(
      objectsAt(objectAt(fields, 'comment') ?? {}, 'comments'),
      objectsAt(objectAt(issue, 'changelog') ?? {}, 'histories'),
      attachments,
      (author) => actorOf(author, people, customersHere),
      found.createdAt,
    ),
    mapping: names,
    ...readContext(issue),
  };
}

/** The approvals field holds approvals, each with its approvers; a plain list of users is read as well. */
function approversIn(value: unknown): readonly Person[] {
  const approvals = Array.isArray(value) ? value.filter(isObject) : [];
  const nested = approvals.flatMap((approval) => objectsAt(approval, 'approvers'));
  const people = approvals.filter((approval) => !('approvers' in approval));
  return readPeople([...people, ...nested.map((entry) => own(entry, 'approver') ?? entry)]);
}

/** Jira Service Management keeps every approval that was ever asked for; `finalDecision` says how it ended. */
function isApprovalPending(value: unknown): boolean {
  const approvals = Array.isArray(value) ? value.filter(isObject) : [];
  return approvals.some((approval) => textAt(approval, 'finalDecision') === 'pending');
}

/** People that the file itself names come beside the configured ones, as the gateway would have looked them up. */
function withOwnPeople(people: People, named: JsonObject | undefined): People {
  if (named === undefined) return people;
  const list = (role: string) => {
    const value = own(named, role);
    return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined;
  };
  const merged = (configured: readonly string[] | undefined, role: string) => {
    const own = list(role);
    return own === undefined && configured === undefined
      ? undefined
      : [...(configured ?? []), ...(own ?? [])];
  };
  const agents = merged(people.agents, 'agents');
  const customers = merged(people.customers, 'customers');
  const automation = merged(people.automation, 'automation');
  return {
    ourselves: merged(people.ourselves, 'ourselves') ?? [],
    ...(agents === undefined ? {} : { agents }),
    ...(customers === undefined ? {} : { customers }),
    ...(automation === undefined ? {} : { automation }),
  };
}
