import { type CutText, cutText, type WordLists } from '#core/policy/text/word-lists.ts';
import type { Message } from '#core/ticket/entry.ts';
import { ownWords } from './own-words.ts';
import { namedDays, relativeDay } from './read-day.ts';
import { isSignatureLogo } from './signature-logo.ts';

/** What a customer's message is, as far as it can be told. */
export const REPLY_INTENTS = [
  /** It says something. */
  'message',
  'thanks',
  /** It only says that an answer will come. */
  'promise',
  /** A mail program wrote it. */
  'autoReply',
  /** Our letter did not arrive. */
  'bounce',
  /** No words and no files but a signature's logo. */
  'nothing',
  'unsure',
] as const;

export type ReplyIntent = (typeof REPLY_INTENTS)[number];

export interface ReplyReading {
  readonly intent: ReplyIntent;
  /** The words by which it was told. */
  readonly evidence: readonly string[];
  /** The day until which the customer is away, or by which the answer is promised. */
  readonly day?: Temporal.PlainDate;
}

/** Left-over words that change nothing about a thank-you, and how many make it doubtful. */
const STILL_THANKS = 1;
const DOUBTFUL_THANKS = 4;

/** A promise among more words than this is a letter that also promises. */
const LONGEST_PROMISE = 14;

/**
 * Reads what a customer's message is.
 *
 * @param written the desk's date on which it was written, for days that it names
 */
export function readReply(message: Message, written: Temporal.PlainDate, words: WordLists): ReplyReading {
  const { cut } = ownWords(message.text, words);
  const files = message.attachments.filter((file) => !isSignatureLogo(file));
  const machine = readMachine(message.text, written, words);
  if (machine !== undefined) return machine;
  if (cut.words.length === 0) {
    const evidence = files.map((file) => file.name);
    return files.length > 0 ? { intent: 'message', evidence } : { intent: 'nothing', evidence };
  }
  if (files.length > 0) return { intent: 'message', evidence: files.map((file) => file.name) };
  return readPromise(cut, written, words) ?? readThanks(cut, words) ?? { intent: 'message', evidence: [] };
}

/** Letters of machines: their set phrases stand in no letter of a person. */
function readMachine(text: string, written: Temporal.PlainDate, words: WordLists): ReplyReading | undefined {
  const cut = cutText(text);
  const bounces = words('bounces').hits(cut);
  if (bounces.length > 0) return { intent: 'bounce', evidence: bounces.map((hit) => hit.text) };
  const automatic = words('autoReplies').hits(cut);
  const absent = words('absences').hits(cut);
  if (automatic.length === 0 && absent.length === 0) return undefined;
  const day = returnDay(text, written);
  const head = {
    evidence: [...automatic, ...absent].map((hit) => hit.text),
    ...(day === undefined ? {} : { day }),
  };
  // A person who writes «я в отпуске, но вот лог» says more than that they are away.
  const saysMore = words('objections').hits(cut).length > 0;
  return { intent: automatic.length === 0 && saysMore ? 'unsure' : 'autoReply', ...head };
}

/** The day on which the customer is back: the latest one named. */
function returnDay(text: string, written: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const days = namedDays(text, written).map(({ day, inclusive }) => (inclusive ? day.add({ days: 1 }) : day));
  return days
    .filter((day) => Temporal.PlainDate.compare(day, written) > 0)
    .sort(Temporal.PlainDate.compare)
    .at(-1);
}

function readPromise(cut: CutText, written: Temporal.PlainDate, words: WordLists): ReplyReading | undefined {
  const promises = words('promises').hits(cut);
  if (promises.length === 0) return undefined;
  const spent = wordsOutside(cut, [
    ...promises,
    ...words('greetings').hits(cut),
    ...words('thanks').hits(cut),
    ...words('pleasantries').hits(cut),
  ]);
  if (spent > LONGEST_PROMISE || /\d{4,}|[\\/]{1}\S+[\\/]/.test(cut.text)) return undefined;
  const named = namedDays(cut.text, written).at(-1) ?? relativeDay(cut.text, written);
  const evidence = [...promises.map((hit) => hit.text), ...(named === undefined ? [] : [named.text])];
  return { intent: 'promise', evidence, ...(named === undefined ? {} : { day: named.day }) };
}

function readThanks(cut: CutText, words: WordLists): ReplyReading | undefined {
  const thanks = words('thanks').hits(cut);
  const content = words('contentment').hits(cut);
  if (thanks.length === 0 && content.length === 0) return undefined;
  const objections = words('objections')
    .hits(cut)
    .filter((hit) => !content.some((good) => good.from <= hit.from && hit.to <= good.to));
  if (objections.length > 0 || cut.text.includes('?')) {
    return { intent: 'message', evidence: objections.map((hit) => hit.text) };
  }
  const rest = wordsOutside(cut, [
    ...thanks,
    ...content,
    ...words('greetings').hits(cut),
    ...words('pleasantries').hits(cut),
  ]);
  const evidence = [...thanks, ...content].map((hit) => hit.text);
  if (rest <= STILL_THANKS && thanks.length > 0) return { intent: 'thanks', evidence };
  return rest <= DOUBTFUL_THANKS ? { intent: 'unsure', evidence } : undefined;
}

/** How many words of a letter no hit covers. */
function wordsOutside(cut: CutText, hits: readonly { from: number; to: number }[]): number {
  return cut.words.filter(({ from, to }) => !hits.some((hit) => hit.from <= from && to <= hit.to)).length;
}
