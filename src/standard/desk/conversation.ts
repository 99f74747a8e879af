import { dateOf } from '#core/calendar/date-of.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { cutText } from '#core/policy/text/cut-text.ts';
import type { Entry, Message } from '#core/ticket/entry.ts';
import { changeOf } from '#core/ticket/entry.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { type AskReading, readQuestion } from '#standard/letter/read-question.ts';
import { readReply } from '#standard/letter/read-reply.ts';
import type { ReplyReading } from '#standard/letter/reply-reading.ts';
import { keptReading } from './kept-reading.ts';

/** Reads a customer's message. */
export const replyReading = keptReading<ReplyReading>((situation, message) =>
  readReply(message, dateOf(situation.calendar, message.at), situation.words),
);

/** Reads what an agent's reply asks. */
export const askReading = keptReading<AskReading>(({ words }, { text }) => readQuestion(text, words));

/** The entry, if it is a message that the customer, or somebody who may be, sent us. */
export function customersMessage(entry: Entry): Message | undefined {
  if (entry.kind !== 'message') return undefined;
  const byCustomer = entry.public && (entry.actor === 'customer' || entry.actor === 'unknown');
  return byCustomer || entry.fromOutside ? entry : undefined;
}

/** How sure it is that an entry answers us: `yes`, or `unsure`, which stops a silence but proves nothing. */
export type AnswerKind = 'yes' | 'unsure';

/**
 * Whether an entry is an answer: a customer's message that says something, a colleague's or a stranger's as well,
 * a customer's letter pasted by an agent, or the desk's own tag for an answer that came by phone.
 *
 * Thanks, auto-replies, bounces, bare promises and signature logos are none.
 */
export function answerKind(situation: Situation, entry: Entry): AnswerKind | undefined {
  const message = customersMessage(entry);
  if (message !== undefined) return answerOfCustomer(situation, message);
  if (entry.kind === 'message') return answerInDisguise(situation, entry);
  return tagsAnswer(situation, entry) ? 'yes' : undefined;
}

function answerOfCustomer(situation: Situation, message: Message): AnswerKind | undefined {
  const { intent, mayAnswer } = replyReading(situation, message);
  switch (intent) {
    case 'message':
      return message.fromOutside ? 'unsure' : 'yes';
    case 'unsure':
      return 'unsure';
    case 'thanks':
      return mayAnswer === true ? 'unsure' : undefined;
    case 'promise':
    case 'autoReply':
    case 'bounce':
    case 'nothing':
      return undefined;
  }
}

/** Only what the desk's people write can be a customer's answer in disguise. */
function answerInDisguise(situation: Situation, message: Message): AnswerKind | undefined {
  const byDesk = message.actor === 'agent' || message.actor === 'customer' || message.actor === 'unknown';
  return byDesk ? disguiseReading(situation, message) : undefined;
}

const disguiseReading = keptReading<AnswerKind | undefined>(({ words }, message) => {
  if (words('answerTags').hits(cutText(message.text)).length > 0) return 'yes';
  const { carriesLetter, onlyCarries } = ownWords(message.text, words);
  // A public reply carries the history that it answers; one without a word of its own is a pasted letter.
  return onlyCarries || (carriesLetter && !message.public) ? 'unsure' : undefined;
});

function tagsAnswer(situation: Situation, entry: Entry): boolean {
  const labels = entry.actor === 'ourselves' ? undefined : changeOf(entry, 'labels');
  if (labels === undefined) return false;
  const before = new Set((labels.fromText ?? '').split(' '));
  const added = (labels.toText ?? '').split(' ').filter((label) => !before.has(label));
  return added.some((label) => situation.words('answerTags').hits(cutText(label)).length > 0);
}
