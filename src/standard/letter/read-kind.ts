import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { Mail } from './mail.ts';
import { ownWords } from './own-words.ts';
import { joined } from './request-letter.ts';
import { type Subtype, subtypeOf } from './subtype.ts';

/** What kind of request a letter is, as far as it can be told. */
export interface KindReading {
  /** `none`: the letter requests nothing. */
  readonly kind: Kind | 'none';
  readonly subtype: Subtype;
  /** The words by which it was told. */
  readonly evidence: readonly string[];
}

/** By sense, not by the name that a customer gives it: a defect is often called a wish, and a wish an error. */
export function readKind(mail: Mail, words: WordLists): KindReading {
  const cut = joined([mail.subject, ownWords(mail.body, words).cut.text]);
  return { kind: 'unclear', subtype: subtypeOf(cut, words), evidence: [] };
}
