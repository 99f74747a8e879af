import type { Request, Response } from 'express';
import type { Named } from '#simulator/model.ts';
import { SERVICE_FIELDS } from '#simulator/site.ts';
import { type AdfDocument, documentOf, isDocument } from '#simulator/wire/adf.ts';
import type { Wire } from '#simulator/wire/issue-json.ts';
import { jiraError } from './jira-error.ts';
import { signedIn } from './sign-in.ts';

interface CreateBody {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly update?: { readonly issuelinks?: readonly { readonly add?: NewLink }[] };
  readonly properties?: readonly { readonly key: string; readonly value: unknown }[];
}

interface NewLink {
  readonly type?: { readonly name?: string };
  readonly outwardIssue?: { readonly key?: string };
}

/** `POST /rest/api/3/issue`: fields, links and properties come into being together, or none of them does. */
export function createFrom(wire: Wire, request: Request, response: Response): void {
  const { world } = wire;
  const { site } = world;
  const { fields = {}, update, properties = [] } = request.body as CreateBody;
  const errors: Record<string, string> = {};
  const idOf = (field: string) => String((fields[field] as { id?: unknown } | undefined)?.id ?? '');
  const issueType = site.issueTypes.find(({ id }) => id === idOf('issuetype'));
  if (issueType === undefined) errors.issuetype = 'Specify a valid issue type';
  if (typeof fields.summary !== 'string' || fields.summary.trim() === '')
    errors.summary = 'You must specify a summary of the issue.';
  if (fields.description !== undefined && !isDocument(fields.description)) {
    errors.description = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
  }
  const links = (update?.issuelinks ?? []).flatMap(({ add }) => (add === undefined ? [] : [add]));
  const others = links.map((link) => world.find(link.outwardIssue?.key ?? ''));
  if (others.includes(undefined)) errors.issuelinks = 'The issue to link to does not exist.';
  if (issueType === undefined || Object.keys(errors).length > 0) {
    jiraError(response, 400, '', errors);
    return;
  }
  const by = signedIn(response).accountId;
  const issue = world.create({
    by,
    reporter: idOf('reporter') || by,
    summary: String(fields.summary),
    description: (fields.description as AdfDocument | undefined) ?? documentOf(''),
    issueType,
    channel: 'jira',
    labels: textList(fields.labels),
    components: chosen(site.components, fields.components),
    participants: objectList(fields[SERVICE_FIELDS.participants]).map(({ accountId }) => String(accountId)),
    organizations: site.organizations.filter(({ id }) =>
      textList(fields[SERVICE_FIELDS.organizations]).includes(id),
    ),
    properties,
    ...optional(
      'priority',
      site.priorities.find(({ id }) => id === idOf('priority')),
    ),
    ...optional(
      'securityLevel',
      site.securityLevels.find(({ id }) => id === idOf('security')),
    ),
  });
  for (const [index, link] of links.entries()) {
    const other = others[index];
    if (other !== undefined) world.link(issue, other, link.type?.name ?? 'Relates', by);
  }
  response
    .status(201)
    .json({ id: issue.id, key: issue.key, self: `${wire.base}/rest/api/3/issue/${issue.id}` });
}

function optional<Key extends string>(key: Key, value: Named | undefined): Partial<Record<Key, Named>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Named>>);
}

function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function objectList(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}

function chosen(known: readonly Named[], value: unknown): readonly Named[] {
  const ids = objectList(value).map(({ id }) => String(id));
  return known.filter(({ id }) => ids.includes(id));
}
