import { getComments } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, type JsonObject, own } from '#core/issue/json.ts';
import { listIn, noList } from './list-in.ts';
import { checkedKey } from './ticket-key.ts';

/** Jira gives no more comments at once, whatever is asked for. */
const COMMENTS_A_PAGE = 100;

/** A ticket with more pages than this is no ticket but an accident; it is refused rather than read for ever. */
const MOST_PAGES = 100;

/** Every comment of a ticket, oldest first, with its properties where Jira gives them in a list. */
export async function allComments(client: Client, keyOrId: string): Promise<readonly JsonObject[]> {
  const comments: JsonObject[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = (await getComments(client, {
      issueIdOrKey: checkedKey(keyOrId),
      startAt: comments.length,
      maxResults: COMMENTS_A_PAGE,
      orderBy: 'created',
      expand: 'properties',
    })) as unknown;
    const read = listIn(answer, 'comments');
    comments.push(...read);
    const total = isObject(answer) ? Number(own(answer, 'total') ?? 0) : 0;
    if (comments.length >= total) return comments;
    if (read.length === 0) throw noList('comments');
  }
  throw new RangeError(`more than ${MOST_PAGES} pages of comments on ${keyOrId}`);
}
