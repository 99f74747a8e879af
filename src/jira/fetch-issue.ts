import { getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { idAt, isObject, type JsonObject, objectAt, own, textAt } from '#core/issue/json.ts';
import type { IssueReading } from '#core/issue/read-issue.ts';
import type { FetchIssue } from '#evaluation/ports.ts';
import { isFault } from '#faults.ts';
import { CLOUD } from './cloud.ts';
import { allComments } from './comments.ts';
import type { Dialect } from './dialect.ts';
import { checkedKey } from './ticket-key.ts';

/** A ticket that changes while we read it is read again; one that never stops is taken as it is at last. */
const MOST_READINGS = 3;

/**
 * Fetches a ticket whole: its fields, every comment with its properties, every entry of its history.
 *
 * The comments inside an issue bear no properties, and on Cloud its history is cut off, so both are fetched by
 * themselves. What changed in between would make a picture of what never was: an automation's
 * move without the letter that it answers. So the ticket's `updated` is looked at again at the end.
 *
 * @param readingFor how issues are read now, with the agents as they were looked up
 */
export function issueFetcher(
  client: Client,
  readingFor: (projectKey: string) => Promise<IssueReading>,
  dialect: Dialect = CLOUD,
): FetchIssue {
  return async (ticketKey) => {
    try {
      return await readWhole({ client, readingFor, dialect }, checkedKey(ticketKey));
    } catch (error) {
      if (isFault(error, 'RGL9206') && (error.details.status === 404 || error.details.status === 403)) {
        return { kind: 'notThere', why: notShown(error.details.status) };
      }
      throw error;
    }
  };
}

interface Source {
  readonly client: Client;
  readonly readingFor: (projectKey: string) => Promise<IssueReading>;
  readonly dialect: Dialect;
}

async function readWhole(source: Source, issueIdOrKey: string): Promise<ReadIssue> {
  for (let readings = 1; ; readings += 1) {
    const read = await readOnce(source, issueIdOrKey);
    if (read.kind === 'notThere' || readings === MOST_READINGS) return read;
    if (!(await hasChanged(source.client, read.issue))) return read;
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

async function readOnce({ client, readingFor, dialect }: Source, issueIdOrKey: string): Promise<ReadIssue> {
  const issue = (await getIssue(client, {
    issueIdOrKey,
    fields: ['*all', '-comment'],
    expand: dialect.issueExpand,
    properties: ['request.channel.type'],
  })) as unknown;
  if (!isObject(issue)) return { kind: 'notThere', why: NOTHING };
  const id = idAt(issue, 'id') ?? issueIdOrKey;
  const key = textAt(issue, 'key') ?? issueIdOrKey;
  const reading = await readingFor(key.replace(/-\d+$/, ''));
  const [comments, histories] = await Promise.all([
    allComments(client, id).then((listed) => dialect.withProperties(client, listed, reading)),
    dialect.historiesOf(client, issue),
  ]);
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
