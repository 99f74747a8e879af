import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Mail } from './mail.ts';
import { readReply } from './read-reply.ts';

/** What a letter is in a conversation. */
export interface EventReading {
  readonly event: 'new' | 'reply' | 'thanks' | 'autoReply';
  /** The words by which it was told. */
  readonly evidence: readonly string[];
}

/** A day that has nothing to do with now is enough where only the letter itself is looked at. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');
const REPLY_SUBJECT = /^\s*(?:re|ответ|отв|на)\s?(?:\[\d+\])?:/iu;

/** Reads what a letter is by itself: asked for something, answered, thanked, or written by a machine. */
export function readEvent(mail: Mail, words: WordLists): EventReading {
  const files = mail.attachments.map(({ name, bytes }) => ({ name, bytes }));
  const { intent, evidence } = readReply({ text: mail.body, attachments: files }, ANY_DAY, words);
  if (intent === 'autoReply' || intent === 'bounce') return { event: 'autoReply', evidence };
  if (intent === 'thanks') return { event: 'thanks', evidence };
  const subject = REPLY_SUBJECT.exec(mail.subject);
  return subject === null ? { event: 'new', evidence: [] } : { event: 'reply', evidence: [subject[0]] };
}
