import type { WordLists } from '#core/policy/text/word-lists.ts';
import { type Mail, senderOf } from './mail.ts';
import { ownWords } from './own-words.ts';
import type { KindReading } from './read-kind.ts';
import { joined, type RequestLetter } from './request-letter.ts';
import { isSignatureLogo } from './signature-logo.ts';
import { signedLetters } from './signed-letters.ts';
import { toldWords } from './told-words.ts';

/** When nobody knows when a file came. */
const SOMETIME = Temporal.Instant.fromEpochMilliseconds(0);

/** A request that consists of one letter, of which nothing is known but what it says. */
export function requestOfMail(mail: Mail, { kind, subtype }: KindReading, words: WordLists): RequestLetter {
  const { name, address } = senderOf(mail);
  return {
    kind,
    subtype,
    cut: joined([mail.subject, mail.body]),
    own: ownWords(mail.body, words).cut,
    told: joined([mail.subject, toldWords(mail.body, words)]),
    files: mail.attachments
      .filter((file) => !isSignatureLogo(file))
      .map((file, index) => ({ ...file, id: String(index), mimeType: '', at: SOMETIME })),
    subject: mail.subject,
    letters: signedLetters(mail.subject, mail.body, words),
    reporterName: name,
    ...(address === undefined || mail.channel === 'phone' ? {} : { reporterAddress: address }),
    words,
  };
}
