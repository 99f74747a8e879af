import { getBulkChangelogs, getCommentsByIds, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import type { IssueReading } from '#core/issue/read-issue.ts';
import { readPerson } from '#core/issue/read-person.ts';
import type { FetchIssue } from '#evaluation/ports.ts';
import { isFault } from '#faults.ts';
import { allComments } from './comments.ts';
import { listIn } from './list-in.ts';
import { checkedKey } from './ticket-key.ts';

/** Histories a page; Jira allows up to 10,000. */
const HISTORIES_A_PAGE = 1000;

/** A ticket that changes while we read it is read again; one that never stops is taken as it is at last. */
const MOST_READINGS = 3;

/**
 * Fetches a ticket whole: its fields, every comment with its properties, every entry of its history.
 *
 * The history inside an issue is cut off at the newest entries, and the comments inside it bear no properties, so
 * both are fetched by themselves. What changed in between would make a picture of what never was: an automation's
 * move without the letter that it answers. So the ticket's `updated` is looked at again at the end.
 *
 * @param readingFor how issues are read now, with the agents as they were looked up
 */
export function issueFetcher(
  client: Client,
  readingFor: (projectKey: string) => Promise<IssueReading>,
): FetchIssue {
  return async (ticketKey) => {
    try {
      return await readWhole(client, checkedKey(ticketKey), readingFor);
    } catch (error) {
      if (isFault(error, 'RGL9206') && (error.details.status === 404 || error.details.status === 403)) {
        return { kind: 'notThere', why: notShown(error.details.status) };
      }
      throw error;
    }
  };
}

async function readWhole(
  client: Client,
  issueIdOrKey: string,
  readingFor: (projectKey: string) => Promise<IssueReading>,
): Promise<ReadIssue> {
  for (let readings = 1; ; readings += 1) {
    const read = await readOnce(client, issueIdOrKey, readingFor);
    if (read.kind === 'notThere' || readings === MOST_READINGS) return read;
    if (!(await hasChanged(client, read.issue))) return read;
  }
}

const NOTHING: Bilingual = { ru: 'Jira ответила пустотой', en: 'Jira answered with nothing' };

function notShown(status: number): Bilingual {
  return status === 404
    ? {
        ru: 'в Jira такого обращения нет, или нам его не показывают (404)',
        en: 'Jira has no such ticket, or does not show it to us (404)',
      }
    : {
        ru: `Jira не показывает нам это обращение (${status})`,
        en: `Jira does not show us this ticket (${status})`,
      };
}

type ReadIssue =
  | { readonly kind: 'issue'; readonly issue: JsonObject; readonly reading: IssueReading }
  | { readonly kind: 'notThere'; readonly why: Bilingual };

async function readOnce(
  client: Client,
  issueIdOrKey: string,
  readingFor: (projectKey: string) => Promise<IssueReading>,
): Promise<ReadIssue> {
  const issue = (await getIssue(client, {
    issueIdOrKey,
    fields: ['*all', '-comment'],
    expand: 'names,schema',
    properties: ['request.channel.type'],
  })) as unknown;
  if (!isObject(issue)) return { kind: 'notThere', why: NOTHING };
  const id = idAt(issue, 'id') ?? issueIdOrKey;
  const key = textAt(issue, 'key') ?? issueIdOrKey;
  const reading = await readingFor(key.replace(/-\d+$/, ''));
  const [comments, histories] = await Promise.all([commentsOf(client, id, reading), historiesOf(client, id)]);
  return { kind: 'issue', reading, issue: composed(issue, comments, histories) };
}

async function hasChanged(client: Client, issue: JsonObject): Promise<boolean> {
  const issueIdOrKey = idAt(issue, 'id') ?? '';
  const now = (await getIssue(client, { issueIdOrKey, fields: ['updated'] })) as unknown;
  return updatedOf(now) !== updatedOf(issue);
}

function updatedOf(issue: unknown): string | undefined {
  return isObject(issue) ? textAt(objectAt(issue, 'fields') ?? {}, 'updated') : undefined;
}

function composed(
  issue: JsonObject,
  comments: readonly JsonObject[],
  histories: readonly JsonObject[],
): JsonObject {
  const fields = own(issue, 'fields');
  return {
    ...issue,
    fields: { ...(isObject(fields) ? fields : {}), comment: { comments } },
    changelog: { histories },
  };
}

async function commentsOf(client: Client, id: string, reading: IssueReading): Promise<readonly JsonObject[]> {
  return withMarkers(client, await allComments(client, id), reading);
}

/**
 * Where the list leaves the properties out, they are asked for by id: without them we would not know our own words
 * again, and say them twice.
 */
async function withMarkers(
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
