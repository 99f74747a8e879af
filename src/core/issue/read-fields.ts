import type { Attachment } from '#core/ticket/entry.ts';
import { ITEMS } from '#core/ticket/item.ts';
import type { Channel, Link, Named, Ticket } from '#core/ticket/ticket.ts';
import { adfText } from './adf-text.ts';
import { readInstant } from './jira-instant.ts';
import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from './json.ts';
import { readPerson } from './read-person.ts';
import { folded, type SiteMapping } from './site-mapping.ts';

/** Jira Service Management's own custom field types: known on every site, whatever the field's id. */
export const SERVICE_FIELD_TYPES = {
  requestType: 'com.atlassian.servicedesk:vp-origin',
  participants: 'com.atlassian.servicedesk:sd-request-participants',
  organizations: 'com.atlassian.servicedesk:sd-customer-organizations',
  approvers: 'com.atlassian.servicedesk:sd-approvals',
} as const;

export type ServiceField = keyof typeof SERVICE_FIELD_TYPES;

/** The value of a service management field: found by its type, else by the mapped id or name. */
export function serviceField(issue: JsonObject, field: ServiceField, mapping: SiteMapping): unknown {
  const fields = objectAt(issue, 'fields') ?? {};
  const id = serviceFieldId(issue, field, mapping);
  return id === undefined ? undefined : own(fields, id);
}

/** The id of a service management field on this issue. */
export function serviceFieldId(
  issue: JsonObject,
  field: ServiceField,
  mapping: SiteMapping,
): string | undefined {
  const fields = objectAt(issue, 'fields') ?? {};
  const schema = objectAt(issue, 'schema') ?? {};
  const byType = Object.keys(schema).find(
    (id) => textAt(objectAt(schema, id) ?? {}, 'custom') === SERVICE_FIELD_TYPES[field],
  );
  return byType ?? mapping.fields[field].map((name) => fieldId(issue, name)).find((id) => id in fields);
}

/** The id of a field that configuration names by id or by the name people see. */
export function fieldId(issue: JsonObject, idOrName: string): string {
  const names = objectAt(issue, 'names') ?? {};
  const wanted = folded(idOrName);
  return Object.keys(names).find((id) => folded(textAt(names, id) ?? '') === wanted) ?? idOrName;
}

export function readNamed(value: unknown): Named | undefined {
  if (!isObject(value)) return undefined;
  const name = textAt(value, 'name');
  const id = idAt(value, 'id') ?? name;
  return id === undefined ? undefined : { id, name: name ?? id };
}

export function readNamedList(value: unknown): readonly Named[] {
  const list = Array.isArray(value) ? value.map(readNamed) : [];
  return list.filter((named) => named !== undefined);
}

/** The request type inside Jira's request type field; `undefined` when the issue is no customer request. */
export function readRequestType(issue: JsonObject, mapping: SiteMapping): Named | undefined {
  const value = serviceField(issue, 'requestType', mapping) ?? requestTypeByShape(issue);
  return isObject(value) ? readNamed(own(value, 'requestType')) : undefined;
}

/** Without a mapped id or a schema the field is still known by its unmistakable shape. */
function requestTypeByShape(issue: JsonObject): unknown {
  const fields = objectAt(issue, 'fields') ?? {};
  return Object.values(fields).find(
    (value) => isObject(value) && isObject(own(value, 'requestType')) && 'currentStatus' in value,
  );
}

export function readAttachments(fields: JsonObject): readonly Attachment[] {
  const attachments: Attachment[] = [];
  for (const file of objectsAt(fields, 'attachment')) {
    const id = idAt(file, 'id') ?? idFromSelf(file);
    const at = readInstant(own(file, 'created'));
    if (id === undefined || at === undefined) continue;
    const author = readPerson(own(file, 'author'));
    const bytes = own(file, 'size');
    attachments.push({
      id,
      name: textAt(file, 'filename') ?? '',
      bytes: typeof bytes === 'number' ? bytes : 0,
      mimeType: textAt(file, 'mimeType') ?? '',
      at,
      ...(author === undefined ? {} : { author }),
    });
  }
  return attachments;
}

function idFromSelf(object: JsonObject): string | undefined {
  return /\/(\d+)$/.exec(textAt(object, 'self') ?? '')?.[1];
}

export function readLinks(fields: JsonObject): readonly Link[] {
  return objectsAt(fields, 'issuelinks').flatMap((link) => {
    const type = textAt(objectAt(link, 'type') ?? {}, 'name') ?? '';
    return (['outwardIssue', 'inwardIssue'] as const).flatMap((end) => {
      const key = textAt(objectAt(link, end) ?? {}, 'key');
      return key === undefined ? [] : [{ type, outward: end === 'outwardIssue', key }];
    });
  });
}

const CHANNELS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ['email', 'email'],
  ['portal', 'portal'],
  ['anonymousportal', 'portal'],
  ['phone', 'phone'],
  ['телефон', 'phone'],
  ['почта', 'email'],
  ['e-mail', 'email'],
  ['портал', 'portal'],
]);

/**
 * How the request came: a label or a mapped field that says so, else Jira's property `request.channel.type`
 * (its values are compared in any case; other values are channels too, only not ours).
 */
export function readChannel(issue: JsonObject, labels: readonly string[], mapping: SiteMapping): Channel {
  const phoneLabels = mapping.channels.phoneLabels.map(folded);
  if (labels.some((label) => phoneLabels.includes(folded(label)))) return 'phone';
  const fields = objectAt(issue, 'fields') ?? {};
  const named =
    mapping.channels.field === undefined ? '' : textOf(own(fields, fieldId(issue, mapping.channels.field)));
  const property = objectAt(issue, 'properties') ?? {};
  const written = named || textOf(own(property, 'request.channel.type'));
  if (written === '') return 'unknown';
  return CHANNELS.get(folded(written)) ?? 'other';
}

/** What the mapped fields of the request's form hold; an empty field holds nothing. */
export function readForm(issue: JsonObject, mapping: SiteMapping): Ticket['form'] {
  const fields = objectAt(issue, 'fields') ?? {};
  const filled = ITEMS.flatMap((item) => {
    const text = (mapping.items[item] ?? [])
      .map((name) => formText(own(fields, fieldId(issue, name))))
      .find((value) => value !== '');
    return text === undefined ? [] : [[item, text] as const];
  });
  return Object.fromEntries(filled);
}

/** A text, an option, a list of either, or a document. */
function formText(value: unknown): string {
  if (Array.isArray(value)) return value.map(formText).filter(Boolean).join(', ');
  if (typeof value === 'number') return String(value);
  if (isObject(value) && own(value, 'type') === 'doc') return adfText(value).trim();
  return textOf(value).trim();
}

/** Text of a text field, an option field or a property. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isObject(value) ? (textAt(value, 'value') ?? textAt(value, 'name') ?? '') : '';
}
