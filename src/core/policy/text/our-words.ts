import type { Marker, Message } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { wordsInList } from './list-in-words.ts';
import { readLongDate } from './long-date.ts';
import type { MessageCatalogue, RecognisedWords } from './messages.ts';

/** Something that we said on a ticket, known by its marker, else by its wording. */
export interface OurWords {
  readonly entry: Message;
  readonly message: string;
  /** Effect key; absent when only the wording told us. */
  readonly key?: string;
  readonly asked?: readonly string[];
  /** The last day that the text names. */
  readonly promisedLastDay?: Temporal.PlainDate;
  /** Key of the ticket that the text tells of. */
  readonly opened?: string;
}

/** What is needed to know our own words again. */
export interface Wordings {
  readonly messages: MessageCatalogue;
  /** Which placeholder of a message names a day that is thereby promised. */
  readonly promises: ReadonlyMap<string, string>;
  /** Which placeholder of a message lists what it asks for. */
  readonly asks: ReadonlyMap<string, { readonly placeholder: string; readonly saidAs: string }>;
}

/**
 * What we said on a ticket, in true order.
 *
 * Where comments keep no properties (Data Center, a copy by mail) our wording still tells: a reminder that
 * was sent is never taken for a question, nor sent twice.
 */
export function ourWordsOn(ticket: Ticket, wordings: Wordings): readonly OurWords[] {
  return ticket.entries.flatMap((entry) => {
    if (entry.kind !== 'message' || entry.actor !== 'ourselves') return [];
    const words = entry.marker?.message ? byMarker(entry, entry.marker) : byWording(entry, wordings);
    return words === undefined ? [] : [words];
  });
}

function byMarker(entry: Message, marker: Marker): OurWords {
  const { key, message, asked, promisedLastDay, opened } = marker;
  return {
    entry,
    message,
    key,
    ...(asked === undefined ? {} : { asked }),
    ...(promisedLastDay === undefined ? {} : { promisedLastDay }),
    ...(opened === undefined ? {} : { opened }),
  };
}

function byWording(entry: Message, { messages, promises, asks }: Wordings): OurWords | undefined {
  const recognised = recognisedIn(entry, messages);
  if (recognised === undefined) return undefined;
  const { message, values } = recognised;
  const promisedLastDay = readLongDate(values[promises.get(message) ?? ''] ?? '');
  const asking = asks.get(message);
  const asked =
    asking === undefined ? undefined : wordsInList(messages, values[asking.placeholder] ?? '', asking.saidAs);
  return {
    entry,
    message,
    ...(asked === undefined ? {} : { asked }),
    ...(promisedLastDay === undefined ? {} : { promisedLastDay }),
    ...(values.newKey === undefined ? {} : { opened: values.newKey }),
  };
}

interface Recognised {
  readonly catalogue: MessageCatalogue;
  readonly words: RecognisedWords | undefined;
}

const recognisedMessages = new WeakMap<Message, Recognised>();

/** Each comment is held against the wording of all our letters once, however often its ticket is judged. */
function recognisedIn(entry: Message, catalogue: MessageCatalogue): RecognisedWords | undefined {
  const known = recognisedMessages.get(entry);
  if (known?.catalogue === catalogue) return known.words;
  const words = catalogue.recognise(entry.text);
  recognisedMessages.set(entry, { catalogue, words });
  return words;
}
