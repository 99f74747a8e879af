import { createIssue, getFields, getIssue, getIssueProperty } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, type JsonObject, objectAt, own, textAt } from '#core/issue/json.ts';
import { MARKER_PROPERTY, readMarkerValue, writeMarker } from '#core/issue/marker.ts';
import { readLinks, SERVICE_FIELD_TYPES, type ServiceField } from '#core/issue/read-fields.ts';
import type { OpenTicketData } from '#core/policy/language/effect-data.ts';
import type { Marker } from '#core/ticket/entry.ts';
import { isFault } from '#faults.ts';
import type { OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';
import { copyFiles } from './copy-files.ts';
import { noList, unconfirmed } from './list-in.ts';
import { toAdf } from './rich-text.ts';
import { checkedKey, isTicketKey } from './ticket-key.ts';

/** The message id in the marker of a ticket that we opened. */
const FOLLOW_UP = 'follow-up';

/**
 * Opens a follow-up, whole and in one call: fields, link and marker come into being together, so that it can never
 * be there without being found again. Its files are copied after it; a copy that was cut off is completed.
 *
 * @param linkType name of the link between the two
 */
export async function performOpenTicket(
  client: Client,
  effect: OwedEffect,
  data: OpenTicketData,
  linkType: string,
): Promise<Performed> {
  const there = await findOpened(client, data.link, (marker) => marker.key === effect.key);
  const key = there ?? (await create(client, effect, data, linkType));
  const leftBehind = await copyFiles(client, data.files, key);
  return { kind: 'done', remoteId: key, leftBehind };
}

export async function findOpenTicket(
  client: Client,
  effect: OwedEffect,
  data: OpenTicketData,
): Promise<ReadBack> {
  const key = await findOpened(client, data.link, (marker) => marker.key === effect.key);
  if (key === undefined) return { kind: 'absent' };
  await copyFiles(client, data.files, key);
  return { kind: 'found', remoteId: key };
}

/** Key of the follow-up that was opened for a closing entry; `undefined` when there is none. */
export function findFollowUp(
  client: Client,
  ticketKey: string,
  closing: string,
): Promise<string | undefined> {
  return findOpened(client, ticketKey, (marker) => marker.key.endsWith(`/openTicket/${closing}`));
}

/** Looks at the tickets that are linked to one, for the marker of ours on them. */
async function findOpened(
  client: Client,
  ticketKey: string,
  isWanted: (marker: Marker) => boolean,
): Promise<string | undefined> {
  const issue = (await getIssue(client, {
    issueIdOrKey: checkedKey(ticketKey),
    fields: ['issuelinks'],
  })) as unknown;
  const fields = isObject(issue) ? objectAt(issue, 'fields') : undefined;
  if (fields === undefined) throw noList('fields');
  const links = readLinks(fields).filter(({ key }) => isTicketKey(key));
  // The newest link first: a follow-up is younger than what was linked before it.
  for (const { key } of links.toReversed()) {
    const marker = await markerOn(client, key);
    if (marker !== undefined && isWanted(marker)) return key;
  }
  return undefined;
}

async function markerOn(client: Client, ticketKey: string): Promise<Marker | undefined> {
  try {
    const property = (await getIssueProperty(client, {
      issueIdOrKey: checkedKey(ticketKey),
      propertyKey: MARKER_PROPERTY,
    })) as unknown;
    const value = isObject(property) ? own(property, 'value') : undefined;
    return isObject(value) ? readMarkerValue(value) : undefined;
  } catch (error) {
    // No such property, or a linked ticket that we may not see: either way it is not ours.
    if (isFault(error, 'RGL9206') && (error.details.status === 404 || error.details.status === 403))
      return undefined;
    throw error;
  }
}

async function create(
  client: Client,
  effect: OwedEffect,
  data: OpenTicketData,
  linkType: string,
): Promise<string> {
  const marker: Marker = {
    key: effect.key,
    rule: effect.rule,
    message: FOLLOW_UP,
    policyVersion: effect.policyVersion,
  };
  const created = (await createIssue(client, {
    fields: { ...standardFields(data), ...(await serviceFields(client, data)) },
    update: {
      issuelinks: [{ add: { type: { name: linkType }, outwardIssue: { key: checkedKey(data.link) } } }],
    },
    properties: [{ key: MARKER_PROPERTY, value: writeMarker(marker) }],
  } as Parameters<typeof createIssue>[1])) as unknown;
  const key = isObject(created) ? textAt(created, 'key') : undefined;
  if (key === undefined || !isTicketKey(key)) throw unconfirmed('createIssue');
  return key;
}

function standardFields(data: OpenTicketData): Record<string, unknown> {
  return {
    project: { key: data.projectKey },
    issuetype: { id: data.issueType.id },
    summary: data.summary,
    description: toAdf(data.description),
    labels: data.labels,
    ...(data.components.length === 0 ? {} : { components: data.components.map(({ id }) => ({ id })) }),
    ...(data.reporter === undefined ? {} : { reporter: { id: data.reporter } }),
    ...(data.priority === undefined ? {} : { priority: { id: data.priority.id } }),
    ...(data.securityLevel === undefined ? {} : { security: { id: data.securityLevel.id } }),
  };
}

/** Fields of service management have other ids on each site; their type tells which they are. */
async function serviceFields(client: Client, data: OpenTicketData): Promise<Record<string, unknown>> {
  const wanted = [
    ['requestType', data.requestType?.id],
    [
      'participants',
      data.participants.length === 0 ? undefined : data.participants.map((accountId) => ({ accountId })),
    ],
    [
      'organizations',
      data.organizations.length === 0 ? undefined : data.organizations.map(({ id }) => Number(id)),
    ],
  ] as const satisfies readonly (readonly [ServiceField, unknown])[];
  if (wanted.every(([, value]) => value === undefined)) return {};
  const fields = (await getFields(client)) as unknown;
  const list: readonly JsonObject[] = Array.isArray(fields) ? fields.filter(isObject) : [];
  const found: Record<string, unknown> = {};
  for (const [name, value] of wanted) {
    const field = list.find(
      (candidate) => textAt(objectAt(candidate, 'schema') ?? {}, 'custom') === SERVICE_FIELD_TYPES[name],
    );
    const id = field === undefined ? undefined : textAt(field, 'id');
    if (id !== undefined && value !== undefined) found[id] = value;
  }
  return found;
}
