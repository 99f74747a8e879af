import { idAt, isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import { readPerson } from '#core/issue/read-person.ts';
import { actorOf, type People } from '#core/ticket/person.ts';
import type { Hint, HintedMove } from '#intake/ports.ts';
import { isTicketKey } from './ticket-key.ts';

/** Webhook events after which a ticket is looked at; all else tells nothing that we judge. */
const LOOKED_AT =
  /^(jira:issue_(created|updated|deleted)|comment_(created|updated|deleted)|attachment_(created|deleted)|issuelink_(created|deleted)|issue_property_(set|deleted))$/;

export interface HintSettings {
  readonly projects: readonly string[];
  readonly people: Pick<People, 'ourselves'>;
  readonly control?: { readonly ticket?: string };
}

/**
 * What a webhook's body tells: which ticket to look at, or why there is nothing to look at. The body is a hint and
 * nothing more: what happened is read from the ticket itself.
 */
export function readHint(body: unknown, settings: HintSettings): Hint {
  if (!isObject(body)) return ignored('not an object');
  const event = textAt(body, 'webhookEvent') ?? '';
  if (!LOOKED_AT.test(event)) return ignored(`event ${event.slice(0, 60)}`);
  const ticketKey = keyIn(body);
  if (ticketKey === undefined || !isTicketKey(ticketKey)) return ignored('names no ticket');
  if (ticketKey === settings.control?.ticket) return { kind: 'control', ticketKey };
  const project = projectOf(body, ticketKey);
  if (project !== undefined && !settings.projects.includes(project)) return ignored(`project ${project}`);
  if (isOurs(body, settings)) return ignored('our own act');
  return { kind: 'look', ticketKey, ...silentIn(body), ...moveIn(body) };
}

function ignored(why: string): Hint {
  return { kind: 'ignored', why };
}

/** A comment of Data Center bears no issue: its id stands in the comment's own address only. */
function keyIn(body: JsonObject): string | undefined {
  const issue = objectAt(body, 'issue');
  if (issue !== undefined) return textAt(issue, 'key') ?? idAt(issue, 'id');
  const self = textAt(objectAt(body, 'comment') ?? {}, 'self') ?? '';
  return /\/issue\/([^/]+)\/comment\//.exec(self)?.[1];
}

function projectOf(body: JsonObject, ticketKey: string): string | undefined {
  const fields = objectAt(objectAt(body, 'issue') ?? {}, 'fields') ?? {};
  const named = textAt(objectAt(fields, 'project') ?? {}, 'key');
  if (named !== undefined) return named;
  return ticketKey.includes('-') ? ticketKey.replace(/-\d+$/, '') : undefined;
}

/** In a bulk change people can choose that nobody gets mail of it. */
function silentIn(body: JsonObject): { readonly silent?: readonly string[] } {
  const bulk = objectAt(body, 'bulkOperationMetaData') ?? {};
  if (own(bulk, 'sendMail') !== false) return {};
  const comment = idAt(objectAt(body, 'comment') ?? {}, 'id');
  const history = idAt(objectAt(body, 'changelog') ?? {}, 'id');
  return {
    silent: [
      ...(comment === undefined ? [] : [`comment:${comment}`]),
      ...(history === undefined ? [] : [`history:${history}`]),
    ],
  };
}

function moveIn(body: JsonObject): { readonly move?: HintedMove } {
  const changelog = objectAt(body, 'changelog') ?? {};
  const id = idAt(changelog, 'id');
  const status = objectsAt(changelog, 'items').find((item) => textAt(item, 'field') === 'status');
  const toStatus = textAt(status ?? {}, 'to');
  const actor = readPerson(own(body, 'user'));
  const at = own(body, 'timestamp');
  if (id === undefined || toStatus === undefined || actor === undefined || !isInstant(at)) return {};
  return {
    move: {
      eventId: `history:${id}`,
      actor: actor.id,
      toStatus,
      at: Temporal.Instant.fromEpochMilliseconds(at),
    },
  };
}

/** Milliseconds that any calendar knows; the body comes from outside. */
function isInstant(at: unknown): at is number {
  return Number.isSafeInteger(at) && Math.abs(Number(at)) <= 8.64e15;
}

/** Our own writes come back as webhooks; answering them would be answering ourselves. */
function isOurs(body: JsonObject, { people }: HintSettings): boolean {
  const comment = objectAt(body, 'comment');
  const author = readPerson(
    comment === undefined ? own(body, 'user') : (own(comment, 'updateAuthor') ?? own(comment, 'author')),
  );
  return author !== undefined && actorOf(author, people, []) === 'ourselves';
}
