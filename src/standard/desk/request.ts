import { whenAsked } from '#core/calendar/when-asked.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Attachment, Message } from '#core/ticket/entry.ts';
import { ITEMS, type Item } from '#core/ticket/item.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { speaksOfFiles } from '#standard/letter/items/change-files.ts';
import { keptByText } from '#standard/letter/kept-by-text.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { plainText } from '#standard/letter/plain-text.ts';
import { readItem } from '#standard/letter/read-items.ts';
import { readScope, type ScopeReading } from '#standard/letter/read-scope.ts';
import {
  type ItemReading,
  joined,
  LONGEST_READ,
  present,
  type RequestLetter,
} from '#standard/letter/request-letter.ts';
import { isSignatureLogo } from '#standard/letter/signature-logo.ts';
import { signedLetters } from '#standard/letter/signed-letters.ts';
import { subtypeOf } from '#standard/letter/subtype.ts';
import { toldWords } from '#standard/letter/told-words.ts';
import { customersMessage } from './conversation.ts';
import { keptReading } from './kept-reading.ts';

/**
 * The request as far as it has come by now: what was written and sent since its event counts too, because nobody is
 * asked for what they have already sent.
 */
export function requestLetter(situation: Situation): RequestLetter {
  return requestOf(situation, situation.present).letter;
}

/** What was read of a request so far. */
interface ReadRequest {
  readonly letter: RequestLetter;
  readonly items: Map<Item, ItemReading>;
  readonly scope: () => ScopeReading;
}

const requestOf = keptReading<ReadRequest, Ticket>(({ words }, ticket) => {
  const replies = ticket.entries.flatMap((entry) => customersMessage(entry) ?? []);
  return requestSaying(whatItSays(ticket, replies), words, ticket, replies);
});

/** All that a request is read from. */
function whatItSays(ticket: Ticket, replies: readonly Message[]): string {
  const { kind, summary, description, reporter, reporterIsAgent } = ticket;
  const files = filesOf(ticket, replies).map(({ name, bytes, mimeType }) => [name, bytes, mimeType]);
  const texts = replies.map(({ text }) => text);
  return JSON.stringify([
    kind,
    summary,
    description,
    texts,
    files,
    reporter?.displayName,
    reporterIsAgent,
    addressOf(ticket),
  ]);
}

/** A ticket that is fetched anew says what it said: most looks find nothing to read. */
const requestSaying = keptByText((_, words, ticket: Ticket, replies: readonly Message[]): ReadRequest => {
  const texts = [ticket.description, ...replies.map(({ text }) => text)];
  const own = () => joined([ticket.summary, ...texts.map((text) => ownWords(text, words).cut.text)]);
  return {
    letter: letterOf(ticket, replies, words),
    items: new Map(),
    scope: whenAsked(() => readScope(own(), words)),
  };
});

function letterOf(ticket: Ticket, replies: readonly Message[], words: WordLists): RequestLetter {
  const own = ownWords(ticket.description, words).cut;
  const later = replies.map(({ text }) => ownWords(text, words).cut.text);
  const reporterAddress = addressOf(ticket);
  return {
    kind: ticket.kind,
    subtype: subtypeOf(joined([ticket.summary, own.text]), words),
    cut: joined([ticket.summary, ticket.description, ...later]),
    own,
    told: joined([ticket.summary, toldWords(ticket.description, words), ...later]),
    files: filesOf(ticket, replies),
    subject: ticket.summary,
    letters: [ticket.description, ...replies.map(({ text }) => text)].flatMap((text) =>
      signedLetters(ticket.summary, plainText(text.slice(0, LONGEST_READ)), words),
    ),
    reporterName: ticket.reporterIsAgent ? '' : plainText(ticket.reporter?.displayName ?? ''),
    ...(reporterAddress === undefined ? {} : { reporterAddress }),
    words,
  };
}

/** The customer's files, signature logos left out. */
function filesOf(ticket: Ticket, replies: readonly Message[]): readonly Attachment[] {
  const files = new Map(
    [...ticket.attachments, ...replies.flatMap(({ attachments }) => attachments)]
      .filter((file) => !isSignatureLogo(file))
      .map((file) => [file.id, file]),
  );
  return [...files.values()];
}

function addressOf({ reporter }: Ticket): string | undefined {
  return reporter?.aliases.find((alias) => /^[^\s@]+@[^\s@]+$/.test(alias));
}

/** Where one piece of information stands: what Jira knows already is never asked for. */
export function itemReading(situation: Situation, item: Item): ItemReading {
  const known = knownToJira(situation.present, item);
  if (known !== undefined) return known;
  const { letter, items } = requestOf(situation, situation.present);
  const reading = items.get(item) ?? readSurely(letter, item);
  items.set(item, reading);
  return reading;
}

function readSurely(letter: RequestLetter, item: Item): ItemReading {
  const whole = letter.cut.text.length <= LONGEST_READ;
  const reading = readItem(
    whole ? letter : { ...letter, cut: cutText(letter.cut.text.slice(0, LONGEST_READ)) },
    item,
  );
  if (reading.state !== 'missing') return reading;
  return whole && !mayGoWithout(letter, item) ? reading : { state: 'unsure', evidence: [] };
}

/**
 * What the regulation wants, and a desk can do without: whoever asks how to do something need not have done anything
 * (5.3.1-3), and files go with a wish where they are needed (5.3.3-4b). Nobody is told that they lack, unless the letter
 * speaks of them.
 */
function mayGoWithout(letter: RequestLetter, item: Item): boolean {
  if (letter.kind === 'consultation' && item === 'steps') return true;
  const isFile = (letter.kind === 'consultation' && item === 'screenshots') || item === 'changeFiles';
  return isFile && !speaksOfFiles(letter);
}

/** A field of the form, the organisation, the address by which the customer reaches us. */
function knownToJira(ticket: Ticket, item: Item): ItemReading | undefined {
  const filled = ticket.form[item];
  if (filled !== undefined) return present([filled]);
  if (item === 'organization' && ticket.organizations.length > 0) {
    return present(ticket.organizations.map(({ name }) => name));
  }
  if (item === 'email' && ticket.channel !== 'phone' && ticket.reporter !== undefined) return present([]);
  return undefined;
}

/** Those of the items that the request surely does not hold, in the order of the regulation. */
export function missingAmong(situation: Situation, asked: readonly string[]): readonly Item[] {
  return ITEMS.filter((item) => asked.includes(item)).filter(
    (item) => itemReading(situation, item).state === 'missing',
  );
}

/** Whether the request is about something that the desk does not do, as the customer's letters tell. */
export function scopeReading(situation: Situation): ScopeReading {
  return requestOf(situation, situation.present).scope();
}
