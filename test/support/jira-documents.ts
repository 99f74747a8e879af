/*
 * Atlassian's OpenAPI documents as judges of what a Jira answers. They lie beside the repository and are not part
 * of it; where they are not there, the tests that need them are skipped, and say so.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { isObject, type JsonObject, objectAt, own } from '#core/issue/json.ts';
import { PROJECT } from './desk.ts';

const FOLDER = path.resolve(PROJECT, '..', 'shared', 'jira', 'specs');

export const documentsAreThere = existsSync(FOLDER);

const FILES = {
  platform: 'jira-cloud-platform-v3.json',
  serviceDesk: 'jsm-cloud.json',
  dataCenter: 'jira-data-center-10.3.json',
} as const;

export type DocumentName = keyof typeof FILES;

/** `200 GET /rest/api/3/myself` of a document. */
export interface Operation {
  readonly document: DocumentName;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** The documents call a history's values strings; every recorded Jira gives null for "nothing" there. */
const NULL_IN_LIFE: ReadonlyMap<string, readonly string[]> = new Map([
  ['ChangeDetails', ['from', 'fromString', 'to', 'toString']],
  ['ChangeItemBean', ['from', 'fromString', 'to', 'toString']],
]);

/** What Atlassian's own example, and every Jira Cloud, tells beyond the schema of its document. */
const MORE_IN_LIFE: ReadonlyMap<string, object> = new Map([
  [
    'ServerInformation',
    { defaultLocale: { type: 'object', properties: { locale: { type: 'string' } }, required: ['locale'] } },
  ],
]);

const judges = new Map<DocumentName, { readonly ajv: Ajv; readonly json: JsonObject }>();

/** Data Center's document names one of what is in truth a list of them. */
const LISTS_IN_LIFE = new Set(['/rest/api/2/field', '/rest/api/2/status']);

/** The values of fields and properties are of any kind; Data Center's document calls them objects and strings. */
const ANYTHING_IN_LIFE: ReadonlyMap<string, readonly string[]> = new Map([
  ['IssueBean', ['fields', 'properties', 'schema']],
  ['EntityPropertyBean', ['value']],
]);

/** What an answer has that the document does not allow; an empty list when it fits. */
export function misfits(operation: Operation, answer: unknown): readonly string[] {
  const { ajv, json } = judgeOf(operation.document);
  const schema = responseSchema(json, operation);
  const whole = LISTS_IN_LIFE.has(operation.path) ? { type: 'array', items: schema } : schema;
  const validate = ajv.compile(relocated(whole) as object);
  if (validate(answer)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

function judgeOf(name: DocumentName): { readonly ajv: Ajv; readonly json: JsonObject } {
  const known = judges.get(name);
  if (known !== undefined) return known;
  const json = JSON.parse(readFileSync(path.join(FOLDER, FILES[name]), 'utf8')) as JsonObject;
  // `toString` is a property of history items: only an object's own properties count.
  const ajv = new Ajv({ strict: false, allErrors: true, ownProperties: true, formats: FORMATS });
  const schemas = objectAt(objectAt(json, 'components') ?? {}, 'schemas') ?? {};
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, asInLife(id, relocated(schema))]),
  );
  ajv.addSchema({ $id: 'document', definitions });
  const judge = { ajv, json };
  judges.set(name, judge);
  return judge;
}

/** Jira's instants bear an offset without a colon, which the documents call `date-time` all the same. */
const JIRA_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

const FORMATS = {
  'date-time': JIRA_TIME,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: (text: string) => URL.canParse(text),
  url: (text: string) => URL.canParse(text),
  uuid: /^[0-9a-f-]{36}$/i,
  int32: {
    type: 'number',
    validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  },
  int64: { type: 'number', validate: (value: number) => Number.isSafeInteger(value) },
  double: true,
  byte: true,
  binary: true,
} as const;

function responseSchema(json: JsonObject, operation: Operation): unknown {
  const { method, path: where, status } = operation;
  const { document } = operation;
  const steps = [
    'paths',
    document === 'dataCenter' ? where.replace(/^\/rest/, '') : where,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
  ];
  const content = steps.reduce<JsonObject>((object, step) => {
    const next = objectAt(object, step);
    if (next === undefined) throw new Error(`the document does not know ${status} ${method} ${where}`);
    return next;
  }, json);
  return own(objectAt(content, 'application/json') ?? {}, 'schema') ?? {};
}

/** The document's schema as JSON Schema: references lead to our copy, `nullable` allows null. */
function relocated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relocated);
  if (!isObject(schema)) return schema;
  const made = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === '$ref' ? leadHere(value) : relocated(value)]),
  );
  const { nullable, ...rest } = made;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : made;
}

function leadHere(reference: unknown): string {
  return String(reference).replace('#/components/schemas/', 'document#/definitions/');
}

function asInLife(id: string, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const properties = objectAt(schema, 'properties') ?? {};
  const names = NULL_IN_LIFE.get(id) ?? [];
  const relaxed = names.map((name) => [name, { anyOf: [own(properties, name), { type: 'null' }] }] as const);
  const anything = (ANYTHING_IN_LIFE.get(id) ?? []).map((name) => [name, {}] as const);
  const more = { ...MORE_IN_LIFE.get(id), ...Object.fromEntries([...relaxed, ...anything]) };
  return Object.keys(more).length === 0 ? schema : { ...schema, properties: { ...properties, ...more } };
}
