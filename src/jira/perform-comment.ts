import { deleteComment } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { idAt } from '#core/issue/json.ts';
import { markerOf, NEW_KEY, type NoteData, type ReplyData } from '#core/policy/language/effect-data.ts';
import type { OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';
import { allComments } from './comments.ts';
import type { Dialect } from './dialect.ts';
import { unconfirmed } from './list-in.ts';
import { checkedKey } from './ticket-key.ts';

/** Where a comment is written, and in which way. */
export interface CommentPlace {
  readonly client: Client;
  readonly dialect: Dialect;
  /** For a note about a late message that is the follow-up. */
  readonly ticketKey: string;
}

/**
 * Writes a comment with its visibility said in so many words, and our marker on it. Its visibility is read back: a
 * note that customers can see is taken away again at once.
 *
 * @param opened key of the ticket that the text tells of
 */
export async function performComment(
  { client, dialect, ticketKey }: CommentPlace,
  effect: OwedEffect,
  data: ReplyData | NoteData,
  opened: string | undefined,
): Promise<Performed> {
  if (opened === undefined && data.text.includes(NEW_KEY)) {
    return { kind: 'refused', why: 'the new ticket that this text tells of is not known' };
  }
  const internal = data.kind === 'note';
  const issueIdOrKey = checkedKey(ticketKey);
  const { id, isPublic } = await dialect.writeComment(client, {
    ticketKey,
    text: textOf(data, opened),
    internal,
    marker: markerOf(effect, data, opened),
  });
  if (isPublic !== undefined && isPublic === internal) {
    if (internal && id !== undefined) await deleteComment(client, { issueIdOrKey, id });
    return { kind: 'refused', why: `Jira made the ${data.kind} ${isPublic ? 'public' : 'internal'}` };
  }
  if (id === undefined) throw unconfirmed('addComment');
  return { kind: 'done', remoteId: id };
}

/** Looks for what we said among the ticket's own comments; the search would lag behind. */
export async function findComment(
  { client, dialect, ticketKey }: CommentPlace,
  effect: OwedEffect,
  data: ReplyData | NoteData,
  opened: string | undefined,
): Promise<ReadBack> {
  const comments = await allComments(client, ticketKey);
  const sought = { ticketKey, key: effect.key, text: textOf(data, opened) };
  const recognised = await dialect.recognise(client, comments, sought);
  if (recognised.kind === 'absent') return recognised;
  if (recognised.kind === 'ambiguous') return { kind: 'gone', why: recognised.why };
  const { comment } = recognised;
  const id = idAt(comment, 'id');
  if (data.kind === 'note' && dialect.isShown(comment)) {
    if (id !== undefined) await deleteComment(client, { issueIdOrKey: checkedKey(ticketKey), id });
    return { kind: 'gone', why: 'Jira made the note public; it was taken away again' };
  }
  return id === undefined ? { kind: 'found' } : { kind: 'found', remoteId: id };
}

function textOf({ text }: ReplyData | NoteData, opened: string | undefined): string {
  return text.replaceAll(NEW_KEY, opened ?? '');
}
