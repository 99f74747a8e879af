import type { Attachment, Change, Entry, FieldChange, Message } from '#core/ticket/entry.ts';
import { inTrueOrder, ONE_MESSAGE } from '#core/ticket/entry.ts';
import { type Actor, isSame, type Person } from '#core/ticket/person.ts';
import { adfText } from './adf-text.ts';
import { readInstant } from './jira-instant.ts';
import { idAt, type JsonObject, objectsAt, own, textAt } from './json.ts';
import { isMarkedInternal, readMarker } from './marker.ts';
import { readPerson } from './read-person.ts';
import { wikiText } from './wiki-text.ts';

export type ActorOf = (author: Person | undefined) => Actor;

/** Text of a body in any flavour: an ADF document, or wiki markup. */
export function bodyText(body: unknown): string {
  return typeof body === 'string' ? wikiText(body) : adfText(body);
}

/**
 * Comments and history in true order, with the files of a message gathered into it.
 *
 * Entries without a readable time or id are left out: nothing could be said about their place.
 *
 * @param createdAt files sent with the request itself, within a minute of it, are part of the request
 */
export function readEntries(
  comments: readonly JsonObject[],
  histories: readonly JsonObject[],
  attachments: readonly Attachment[],
  actorOf: ActorOf,
  createdAt: Temporal.Instant,
): readonly Entry[] {
  const changes = histories.flatMap((history) => readChange(history, actorOf));
  const written = comments.flatMap((comment) => readMessage(comment, actorOf)).sort(inTrueOrder);
  const messages = gatherFiles(written, attachments, actorOf, createdAt);
  return [...changes, ...messages].sort(inTrueOrder);
}

function readMessage(comment: JsonObject, actorOf: ActorOf): Message[] {
  const id = idAt(comment, 'id');
  const at = readInstant(own(comment, 'created'));
  if (id === undefined || at === undefined) return [];
  const author = readPerson(own(comment, 'author'));
  const marker = readMarker(own(comment, 'properties'));
  return [
    {
      kind: 'message',
      id: `comment:${id}`,
      at,
      actor: actorOf(author),
      public: isPublic(comment),
      text: bodyText(own(comment, 'body')),
      attachments: [],
      fromOutside: own(comment, 'jsdAuthorCanSeeRequest') === false,
      ...(author === undefined ? {} : { author }),
      ...(marker === undefined ? {} : { marker }),
    },
  ];
}

/** Jira's own default is public; a role or group restriction hides a comment from customers too. */
function isPublic(comment: JsonObject): boolean {
  if (own(comment, 'jsdPublic') === false || own(comment, 'public') === false) return false;
  if (own(comment, 'visibility') !== undefined && own(comment, 'visibility') !== null) return false;
  return !isMarkedInternal(comment);
}

function readChange(history: JsonObject, actorOf: ActorOf): Change[] {
  const id = idAt(history, 'id');
  const at = readInstant(own(history, 'created'));
  if (id === undefined || at === undefined) return [];
  const author = readPerson(own(history, 'author'));
  return [
    {
      kind: 'change',
      id: `history:${id}`,
      at,
      actor: actorOf(author),
      fields: objectsAt(history, 'items').map(readFieldChange),
      ...(author === undefined ? {} : { author }),
    },
  ];
}

function readFieldChange(item: JsonObject): FieldChange {
  const field = textAt(item, 'fieldId') ?? textAt(item, 'field') ?? '';
  const text = (key: string) => textAt(item, key) ?? null;
  return {
    field: SAME_FIELD.get(textAt(item, 'field') ?? '') ?? field.toLowerCase(),
    from: idAt(item, 'from') ?? null,
    fromText: text('fromString'),
    to: idAt(item, 'to') ?? null,
    toText: text('toString'),
  };
}

/** Fields that have other ids on each site, by the name the history gives them. */
const SAME_FIELD: ReadonlyMap<string, string> = new Map([
  ['Request Type', 'requesttype'],
  ['Customer Request Type', 'requesttype'],
  ['Тип запроса', 'requesttype'],
  ['Тип запроса клиента', 'requesttype'],
]);

/**
 * Puts each file into the message of its author within a minute of it, the nearest first;
 * files that no message came with are a message of their own.
 */
function gatherFiles(
  messages: readonly Message[],
  attachments: readonly Attachment[],
  actorOf: ActorOf,
  createdAt: Temporal.Instant,
): readonly Message[] {
  const gathered = messages.map((message) => ({ ...message, attachments: [...message.attachments] }));
  const alone: (Omit<Message, 'attachments'> & { attachments: Attachment[] })[] = [];
  for (const file of [...attachments].sort((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    if (isTogether(file.at, createdAt)) continue;
    const home =
      nearest(gathered, file) ??
      alone.find((message) => isFrom(message, file) && isTogether(message.at, file.at));
    if (home !== undefined) home.attachments.push(file);
    else alone.push(messageOfFiles(file, actorOf));
  }
  return [...gathered, ...alone];
}

function nearest<Candidate extends Message>(
  messages: readonly Candidate[],
  file: Attachment,
): Candidate | undefined {
  const together = messages.filter((message) => isFrom(message, file) && isTogether(message.at, file.at));
  return together.sort((a, b) => distance(a.at, file.at) - distance(b.at, file.at))[0];
}

function messageOfFiles(file: Attachment, actorOf: ActorOf) {
  return {
    kind: 'message' as const,
    id: `attachment:${file.id}`,
    at: file.at,
    actor: actorOf(file.author),
    public: true,
    text: '',
    attachments: [file],
    fromOutside: false,
    ...(file.author === undefined ? {} : { author: file.author }),
  };
}

function isFrom(message: Pick<Message, 'author'>, file: Attachment): boolean {
  return message.author !== undefined && file.author !== undefined && isSame(message.author, file.author);
}

function isTogether(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return distance(a, b) <= ONE_MESSAGE.total('milliseconds');
}

function distance(a: Temporal.Instant, b: Temporal.Instant): number {
  return Math.abs(a.epochMilliseconds - b.epochMilliseconds);
}
