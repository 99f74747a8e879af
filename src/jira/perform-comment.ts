import { addComment, deleteComment } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { idAt, isObject, own } from '#core/issue/json.ts';
import { MARKER_PROPERTY, readMarker, writeMarker } from '#core/issue/marker.ts';
import { markerOf, NEW_KEY, type NoteData, type ReplyData } from '#core/policy/language/effect-data.ts';
import type { OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';
import { allComments } from './comments.ts';
import { unconfirmed } from './list-in.ts';
import { toAdf } from './rich-text.ts';
import { checkedKey } from './ticket-key.ts';

/** Jira Service Management hides a comment from customers when this property says so; its own default is public. */
const VISIBILITY_PROPERTY = 'sd.public.comment';

/**
 * Writes a comment with its visibility said in so many words, and our marker on it. Its visibility is read back from
 * the answer: a note that customers can see is taken away again at once.
 *
 * @param ticketKey where it is written; for a note about a late message that is the follow-up
 * @param opened key of the ticket that the text tells of
 */
export async function performComment(
  client: Client,
  effect: OwedEffect,
  data: ReplyData | NoteData,
  ticketKey: string,
  opened: string | undefined,
): Promise<Performed> {
  if (opened === undefined && data.text.includes(NEW_KEY)) {
    return { kind: 'refused', why: 'the new ticket that this text tells of is not known' };
  }
  const internal = data.kind === 'note';
  const issueIdOrKey = checkedKey(ticketKey);
  const answer = (await addComment(client, {
    issueIdOrKey,
    body: toAdf(data.text.replaceAll(NEW_KEY, opened ?? '')),
    properties: [
      { key: VISIBILITY_PROPERTY, value: { internal } },
      { key: MARKER_PROPERTY, value: writeMarker(markerOf(effect, data, opened)) },
    ],
  } as never)) as unknown;
  const id = isObject(answer) ? idAt(answer, 'id') : undefined;
  const isPublic = isObject(answer) ? own(answer, 'jsdPublic') : undefined;
  if (typeof isPublic === 'boolean' && isPublic === internal) {
    if (internal && id !== undefined) await deleteComment(client, { issueIdOrKey, id });
    return { kind: 'refused', why: `Jira made the ${data.kind} ${isPublic ? 'public' : 'internal'}` };
  }
  if (id === undefined) throw unconfirmed('addComment');
  return { kind: 'done', remoteId: id };
}

/** Looks for our marker among the ticket's own comments; the search would lag behind. */
export async function findComment(client: Client, effect: OwedEffect, ticketKey: string): Promise<ReadBack> {
  const comments = await allComments(client, ticketKey);
  const found = comments.find((comment) => readMarker(own(comment, 'properties'))?.key === effect.key);
  if (found === undefined) return { kind: 'absent' };
  const id = idAt(found, 'id');
  if (effect.data.kind === 'note' && own(found, 'jsdPublic') === true) {
    if (id !== undefined) await deleteComment(client, { issueIdOrKey: checkedKey(ticketKey), id });
    return { kind: 'gone', why: 'Jira made the note public; it was taken away again' };
  }
  return id === undefined ? { kind: 'found' } : { kind: 'found', remoteId: id };
}
