import {
  addComment,
  assignIssue,
  getBulkChangelogs,
  getCommentsByIds,
  getUsersFromGroup,
  searchAndReconsileIssuesUsingJqlPost,
} from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import { MARKER_PROPERTY, readMarker, writeMarker } from '#core/issue/marker.ts';
import type { IssueReading } from '#core/issue/read-issue.ts';
import { readPerson } from '#core/issue/read-person.ts';
import { Fault } from '#faults.ts';
import type { Dialect, NewComment, WrittenComment } from './dialect.ts';
import { membersOf } from './group-members.ts';
import { listIn } from './list-in.ts';
import { toAdf } from './rich-text.ts';
import { checkedKey } from './ticket-key.ts';
import { visibilityProperty } from './visibility.ts';

/** Histories a page; Jira allows up to 10,000. */
const HISTORIES_A_PAGE = 1000;

const ISSUES_A_PAGE = 1000;

/** Jira Cloud: documents for texts, account ids for people, pages by token, and comments that keep our marker. */
export const CLOUD: Dialect = {
  issueExpand: 'names,schema',
  historiesOf: (client, issue) => historiesOf(client, idAt(issue, 'id') ?? textAt(issue, 'key') ?? ''),
  withProperties,
  issuesOf,
  accountsOf,
  async unassign(client, ticketKey) {
    await assignIssue(client, { issueIdOrKey: checkedKey(ticketKey), accountId: null } as never);
  },
  writeComment,
  async recognise(_, comments, { key }) {
    const comment = comments.find((candidate) => readMarker(own(candidate, 'properties'))?.key === key);
    return comment === undefined ? { kind: 'absent' } : { kind: 'found', comment };
  },
  isShown: (comment) => own(comment, 'jsdPublic') === true,
};

/** The history inside an issue is cut off at the newest entries, so it is fetched by itself. */
async function historiesOf(client: Client, id: string): Promise<readonly JsonObject[]> {
  const histories: JsonObject[] = [];
  const seen = new Set<string>();
  for (let nextPageToken: string | undefined; ; ) {
    const answer = (await getBulkChangelogs(client, {
      issueIdsOrKeys: [id],
      maxResults: HISTORIES_A_PAGE,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    })) as unknown;
    const logs = listIn(answer, 'issueChangeLogs');
    histories.push(...logs.flatMap((log) => objectsAt(log, 'changeHistories')));
    nextPageToken = isObject(answer) ? textAt(answer, 'nextPageToken') : undefined;
    if (nextPageToken === undefined || nextPageToken === '') return histories;
    if (seen.has(nextPageToken)) throw new RangeError('the changelog repeated a page token');
    seen.add(nextPageToken);
  }
}

/**
 * Where the list leaves the properties out, they are asked for by id: without them we would not know our own words
 * again, and say them twice.
 */
async function withProperties(
  client: Client,
  comments: readonly JsonObject[],
  { people }: IssueReading,
): Promise<readonly JsonObject[]> {
  const isOurs = (comment: JsonObject) => {
    const author = readPerson(own(comment, 'author'));
    return (
      author !== undefined && [author.id, ...author.aliases].some((name) => people.ourselves.includes(name))
    );
  };
  const unmarked = comments.filter(
    (comment) => isOurs(comment) && !Array.isArray(own(comment, 'properties')),
  );
  if (unmarked.length === 0) return comments;
  const ids = unmarked.map((comment) => Number(idAt(comment, 'id')));
  const answer = (await getCommentsByIds(client, { ids, expand: 'properties' })) as unknown;
  const found = new Map(
    (isObject(answer) ? objectsAt(answer, 'values') : []).map((comment) => [idAt(comment, 'id'), comment]),
  );
  return comments.map((comment) => {
    const properties = own(found.get(idAt(comment, 'id')) ?? {}, 'properties');
    return properties === undefined ? comment : { ...comment, properties };
  });
}

/** @throws RGL9203 when Jira repeats a page token */
async function* issuesOf(client: Client, jql: string, fields: readonly string[]): AsyncIterable<JsonObject> {
  const seen = new Set<string>();
  for (let nextPageToken: string | undefined; ; ) {
    const answer = (await searchAndReconsileIssuesUsingJqlPost(client, {
      jql,
      fields: [...fields],
      maxResults: ISSUES_A_PAGE,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    })) as unknown;
    if (!isObject(answer)) return;
    yield* objectsAt(answer, 'issues');
    nextPageToken = textAt(answer, 'nextPageToken');
    if (nextPageToken === undefined || nextPageToken === '') return;
    if (seen.has(nextPageToken)) {
      const words = { ru: 'поиск Jira повторил страницу', en: "Jira's search repeated a page" };
      throw new Fault('RGL9203', words);
    }
    seen.add(nextPageToken);
  }
}

/** A role's actor is a user, or a group of users. */
async function accountsOf(client: Client, actor: JsonObject): Promise<readonly string[]> {
  const user = textAt(objectAt(actor, 'actorUser') ?? {}, 'accountId');
  if (user !== undefined) return [user];
  const groupId = textAt(objectAt(actor, 'actorGroup') ?? {}, 'groupId');
  if (groupId === undefined) return [];
  const members = await membersOf((startAt) => getUsersFromGroup(client, { groupId, startAt }));
  return members.flatMap((user) => textAt(user, 'accountId') ?? []);
}

async function writeComment(client: Client, comment: NewComment): Promise<WrittenComment> {
  const answer = (await addComment(client, {
    issueIdOrKey: checkedKey(comment.ticketKey),
    body: toAdf(comment.text),
    properties: [
      visibilityProperty(comment.internal),
      { key: MARKER_PROPERTY, value: writeMarker(comment.marker) },
    ],
  } as never)) as unknown;
  const isPublic = isObject(answer) ? own(answer, 'jsdPublic') : undefined;
  return {
    id: isObject(answer) ? idAt(answer, 'id') : undefined,
    isPublic: typeof isPublic === 'boolean' ? isPublic : undefined,
  };
}
