import { getIssue, getUsersFromGroup } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { readInstant } from '#core/issue/jira-instant.ts';
import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import { isMarkedInternal, MARKER_PROPERTY, readMarker, writeMarker } from '#core/issue/marker.ts';
import { Fault, reasonOf } from '#faults.ts';
import type { Dialect, NewComment, Recognised, SoughtComment, WrittenComment } from './dialect.ts';
import { membersOf } from './group-members.ts';
import { listIn, noList, unconfirmed } from './list-in.ts';
import { whoWeAre } from './own-account.ts';
import { checkedKey } from './ticket-key.ts';
import { visibilityProperty } from './visibility.ts';
import { toWiki } from './wiki-markup.ts';

/** Jira may give fewer. */
const KEYS_A_PAGE = 1000;

/** jira.js knows Cloud's API only; on Data Center the same calls are spelled with another version. */
const API = '/rest/api/2';

/**
 * Jira Data Center: wiki markup for texts, user names and keys for people, pages by number, and comments that need
 * not keep our marker: what we said is known by our wording then.
 */
export const DATA_CENTER: Dialect = {
  issueExpand: 'names,schema,changelog',
  async historiesOf(_, issue) {
    return historiesIn(issue);
  },
  // The list gives them; there is no other place to ask.
  async withProperties(_, comments) {
    return comments;
  },
  issuesOf,
  accountsOf,
  async unassign(client, ticketKey) {
    const url = `${API}/issue/${checkedKey(ticketKey)}/assignee`;
    await client.sendRequest({ url, method: 'PUT', body: { name: null } });
  },
  writeComment,
  recognise,
  isShown,
  opensNoTickets: 'follow-ups cannot be opened on Data Center yet; please open one and link it by hand',
};

/** @throws RGL9203 when it is not whole */
function historiesIn(issue: JsonObject): readonly JsonObject[] {
  const changelog = objectAt(issue, 'changelog');
  const histories = listIn(changelog, 'histories');
  const total = Number(own(changelog ?? {}, 'total') ?? histories.length);
  if (total > histories.length) throw noList('changelog');
  return histories;
}

/** @throws RGL9203 when a page is no list, or is empty before the end */
async function* issuesOf(client: Client, jql: string, fields: readonly string[]): AsyncIterable<JsonObject> {
  for (let startAt = 0; ; ) {
    const answer: unknown = await client.sendRequest({
      url: `${API}/search`,
      method: 'GET',
      searchParams: { jql, startAt, maxResults: KEYS_A_PAGE, fields: fields.join(',') },
    });
    const issues = listIn(answer, 'issues');
    yield* issues;
    startAt += issues.length;
    const total = isObject(answer) ? Number(own(answer, 'total') ?? Number.NaN) : Number.NaN;
    if (startAt >= total) return;
    if (issues.length === 0 || Number.isNaN(total)) throw noList('total');
  }
}

/** A role's actor is a user by name, or a group by name. */
async function accountsOf(client: Client, actor: JsonObject): Promise<readonly string[]> {
  const name = textAt(actor, 'name');
  if (name === undefined) return [];
  if (textAt(actor, 'type') !== 'atlassian-group-role-actor') return [name];
  const members = await membersOf((startAt) => getUsersFromGroup(client, { groupname: name, startAt }));
  return members.flatMap((user) => textAt(user, 'name') ?? []);
}

/**
 * jira.js would drop the properties of a comment with a text body, and a note would be public; so the request is our
 * own. The answer does not tell the visibility: it is asked for, and while it is not known, neither is the outcome.
 */
async function writeComment(client: Client, comment: NewComment): Promise<WrittenComment> {
  const comments = `${API}/issue/${checkedKey(comment.ticketKey)}/comment`;
  const answer: unknown = await client.sendRequest({
    url: comments,
    method: 'POST',
    body: {
      body: toWiki(comment.text),
      properties: [
        visibilityProperty(comment.internal),
        { key: MARKER_PROPERTY, value: writeMarker(comment.marker) },
      ],
    },
  });
  const id = isObject(answer) ? idAt(answer, 'id') : undefined;
  if (id === undefined) throw unconfirmed('addComment');
  return { id, isPublic: isShown(await written(client, `${comments}/${checkedKey(id)}`)) };
}

async function written(client: Client, url: string): Promise<JsonObject> {
  let answer: unknown;
  try {
    answer = await client.sendRequest({ url, method: 'GET', searchParams: { expand: 'properties' } });
  } catch (error) {
    const words = {
      ru: 'комментарий записан, но виден ли он клиенту, неизвестно',
      en: 'the comment is written, but nobody knows whether customers see it',
    };
    throw new Fault('RGL9204', words, { why: reasonOf(error) }, { cause: error });
  }
  if (!isObject(answer)) throw unconfirmed('addComment');
  return answer;
}

/** Public is Jira's own default: what does not say that it is internal is not. */
function isShown(comment: JsonObject): boolean {
  const restriction = own(comment, 'visibility');
  return !isMarkedInternal(comment) && (restriction === undefined || restriction === null);
}

/**
 * By the marker where it was kept; else by author, text and time: the one comment of ours with this text that was
 * written after what caused it. Instants are Jira's own on both sides, so no clock of ours can be wrong.
 */
async function recognise(
  client: Client,
  comments: readonly JsonObject[],
  sought: SoughtComment,
): Promise<Recognised> {
  const marked = comments.find((comment) => readMarker(own(comment, 'properties'))?.key === sought.key);
  if (marked !== undefined) return { kind: 'found', comment: marked };
  const ourselves = await whoWeAre(client);
  const wanted = folded(toWiki(sought.text));
  const same = comments.filter(
    (comment) =>
      readMarker(own(comment, 'properties')) === undefined &&
      isBy(comment, ourselves) &&
      folded(textAt(comment, 'body') ?? '') === wanted,
  );
  if (same.length === 0) return { kind: 'absent' };
  const cause = await timeOfCause(client, comments, sought);
  if (cause === undefined) {
    return { kind: 'ambiguous', why: 'a comment with this text is there; when its cause was is not known' };
  }
  const after = same.filter((comment) => isAfter(comment, cause));
  const [comment] = after;
  if (comment === undefined) return { kind: 'absent' };
  if (after.length === 1) return { kind: 'found', comment };
  return { kind: 'ambiguous', why: `${after.length} comments with this text are there` };
}

function isBy(comment: JsonObject, ourselves: readonly string[]): boolean {
  const author = objectAt(comment, 'author') ?? {};
  return ['key', 'name'].some((field) => ourselves.includes(textAt(author, field) ?? ''));
}

function isAfter(comment: JsonObject, cause: Temporal.Instant): boolean {
  const at = readInstant(own(comment, 'created'));
  return at !== undefined && Temporal.Instant.compare(at, cause) >= 0;
}

/** White space at the ends of lines may be lost on the way. */
function folded(markup: string): string {
  return markup.replace(/\s+/g, ' ').trim();
}

/** An effect's key names its cause on the ticket: `…/comment:10101`, `…/history:10231`, maybe with more behind it. */
const CAUSE = /\/(comment|history|attachment|created)(?::(\d+))?(?=\/[^/]*$|$)/;

/** When what caused an effect took place; `undefined` when the ticket does not show it. */
async function timeOfCause(
  client: Client,
  comments: readonly JsonObject[],
  { ticketKey, key }: SoughtComment,
): Promise<Temporal.Instant | undefined> {
  const [, kind, id] = CAUSE.exec(key) ?? [];
  if (kind === undefined) return undefined;
  const issueIdOrKey = checkedKey(ticketKey);
  const issue = (await getIssue(client, {
    issueIdOrKey,
    fields: ['created', 'attachment'],
    expand: 'changelog',
  })) as unknown;
  if (!isObject(issue)) return undefined;
  const fields = objectAt(issue, 'fields') ?? {};
  if (kind === 'created') return readInstant(own(fields, 'created'));
  const entries = {
    comment: comments,
    history: historiesIn(issue),
    attachment: objectsAt(fields, 'attachment'),
  };
  const entry = entries[kind as keyof typeof entries].find((candidate) => idAt(candidate, 'id') === id);
  return entry === undefined ? undefined : readInstant(own(entry, 'created'));
}
