import { adfText } from '#core/issue/adf-text.ts';
import type { User } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';
import type { AdfDocument } from './adf.ts';

type Json = Readonly<Record<string, unknown>>;

/** Told by Cloud only. */
const CLOUD_ONLY = new Set([
  'accountId',
  'accountType',
  'jsdPublic',
  'statuscategorychangedate',
  'fieldId',
  'simplified',
]);

const ADDRESS = /^https?:\/\/\S+\/rest\/api\/3\/\S+$/;

/** Rich text as markup; what people type they do not escape. */
export function markupOf(document: object): string {
  return (document as AdfDocument).markup ?? adfText(document);
}

/**
 * An answer or a webhook's body as Data Center gives it, from Cloud's: people by name and key, addresses of version 2,
 * a comment's visibility among its properties (and no other property of it), history in true order.
 */
export function asDataCenter(json: unknown, world: World): unknown {
  if (typeof json === 'string') return ADDRESS.test(json) ? addressOf(json) : json;
  if (Array.isArray(json)) return json.map((entry) => asDataCenter(entry, world));
  if (typeof json !== 'object' || json === null) return json;
  const object = json as Json;
  const { accountId } = object;
  const own = Object.entries(object)
    .filter(([key]) => !CLOUD_ONLY.has(key))
    .map(([key, value]) => [key, asDataCenter(value, world)] as const);
  const translated: Json = {
    ...Object.fromEntries(own),
    ...(typeof accountId === 'string' ? namesOf(accountId, world) : {}),
    ...(object.field === 'assignee' ? assigneeKeys(object, world) : {}),
    ...(Array.isArray(object.histories) ? { histories: inOrder(object.histories, world) } : {}),
  };
  return typeof object.jsdPublic === 'boolean' && 'properties' in object
    ? { ...translated, properties: [visibility(object.jsdPublic)] }
    : translated;
}

function addressOf(url: string): string {
  return url
    .replace('/rest/api/3/attachment/content/', '/secure/attachment/')
    .replace('/rest/api/3/user?accountId=', '/rest/api/2/user?username=')
    .replace('/rest/api/3/', '/rest/api/2/');
}

/** A key is no name: it stays when somebody is renamed. */
export function keyOf(name: string, world: World): string {
  return `JIRAUSER${10_100 + world.site.users.findIndex(({ accountId }) => accountId === name)}`;
}

/** Our world's account ids are Data Center's user names. */
export function userNamed({ site }: World, name: string): User | undefined {
  return site.users.find(({ accountId }) => accountId === name);
}

function namesOf(name: string, world: World): Json {
  return { name, key: keyOf(name, world) };
}

/** History names people by key. */
function assigneeKeys({ from, to }: Json, world: World): Json {
  const keyed = (name: unknown) => (typeof name === 'string' ? keyOf(name, world) : null);
  return { from: keyed(from), to: keyed(to) };
}

function visibility(isPublic: boolean): Json {
  return { key: 'sd.public.comment', value: { internal: !isPublic } };
}

function inOrder(histories: readonly unknown[], world: World): readonly unknown[] {
  const idOf = (history: unknown) => Number((history as Json).id);
  return histories.map((history) => asDataCenter(history, world)).sort((a, b) => idOf(a) - idOf(b));
}

/** A webhook's body: a comment's own bears neither the issue nor whoever wrote it beside the comment. */
export function asDataCenterWebhook(body: object, world: World): object {
  const { issue, user, ...rest } = asDataCenter(body, world) as Json;
  if (String(rest.webhookEvent).startsWith('comment_')) return rest;
  return { ...rest, ...(user === undefined ? {} : { user }), ...(issue === undefined ? {} : { issue }) };
}
