import { type CutText, cutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Attachment } from '#core/ticket/entry.ts';
import { ownWords } from './own-words.ts';
import { namedDays, relativeDay } from './read-day.ts';
import { readMachine } from './read-machine.ts';
import { readThanks } from './read-thanks.ts';
import type { ReplyReading } from './reply-reading.ts';
import { isSignatureLogo } from './signature-logo.ts';

/** Words beside a promise that leave it bare, and how many make it doubtful; more is a letter that also promises. */
const BARE_PROMISE = 6;
const DOUBTFUL_PROMISE = 14;

/** What of a customer's message is read. */
export interface Said {
  readonly text: string;
  readonly attachments: readonly Pick<Attachment, 'name' | 'bytes'>[];
}

/**
 * Reads what a customer's message is.
 *
 * @param written the desk's date on which it was written, for days that it names
 */
export function readReply(message: Said, written: Temporal.PlainDate, words: WordLists): ReplyReading {
  const { cut, onlyCarries } = ownWords(message.text, words);
  const files = message.attachments.filter((file) => !isSignatureLogo(file)).map(({ name }) => name);
  const machine = readMachine(cut, written, words, files.length > 0);
  if (machine !== undefined) return machine;
  if (files.length > 0) return { intent: 'message', evidence: files };
  if (cut.words.length === 0) return readWordless(cut.text, message, onlyCarries);
  return readPromise(cut, written, words) ?? readThanks(cut, words) ?? { intent: 'message', evidence: [] };
}

const GLAD_SIGNS = /^(?:\s|👍|🙏|❤️|❤|💐|😊|🙂|😀|☺️|☺|👌)+$/u;

/** Somebody who sends a sign, or only another's letter, means something; what, we cannot surely tell. */
function readWordless(text: string, message: Said, onlyCarries: boolean): ReplyReading {
  if (GLAD_SIGNS.test(text)) return { intent: 'thanks', evidence: [text.trim()] };
  if (text.trim() !== '') return { intent: 'unsure', evidence: [text.trim()] };
  if (onlyCarries) return { intent: 'unsure', evidence: [] };
  return { intent: 'nothing', evidence: message.attachments.map(({ name }) => name) };
}

function readPromise(cut: CutText, written: Temporal.PlainDate, words: WordLists): ReplyReading | undefined {
  const promises = words('promises').hits(cut);
  if (promises.length === 0) return undefined;
  const days = namedDays(cut.text, written);
  const named = days.at(-1) ?? relativeDay(cut.text, written);
  const besides = days.reduce((text, { text: day }) => text.replace(day, ' '.repeat(day.length)), cut.text);
  // A question, a number or a path is what the letter is about.
  if (/[?\d]|[\\/]\S+[\\/]|\s[\\/]\s|[→⇒›|>\\]|\p{Lu}\p{L}+\/\p{Lu}/u.test(besides)) return undefined;
  const polite = ['greetings', 'thanks', 'pleasantries', 'affirmations'].flatMap((list) =>
    words(list).hits(cut),
  );
  const spare = wordsOutside(cutText(besides), [...promises, ...polite]);
  if (spare > DOUBTFUL_PROMISE) return undefined;
  const evidence = [...promises.map((hit) => hit.text), ...(named === undefined ? [] : [named.text])];
  if (spare > BARE_PROMISE || words('objections').hits(cut).length > 0) return { intent: 'unsure', evidence };
  return { intent: 'promise', evidence, ...(named === undefined ? {} : { day: named.day }) };
}
