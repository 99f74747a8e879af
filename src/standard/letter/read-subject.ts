import type { Mail } from './mail.ts';
import { type ItemReading, MISSING, NOT_NEEDED, present } from './request-letter.ts';

const REPLY_OR_FORWARD = /^\s*(?:re|fw|fwd|ответ|отв|пересл|hа|на)\s?(?:\[\d+\])?:/iu;
/** What mail programs and gateways put where nothing was written. */
const NO_SUBJECT = /^[\s([<]*(?:без темы|нет темы|no subject|untitled|empty subject)[\s)\]>]*$/iu;

/** The subject line (3-c): any words count, what programs put there does not. Whoever calls has none. */
export function readSubject({ channel, subject }: Mail): ItemReading {
  if (channel === 'phone') return NOT_NEEDED;
  let rest = subject;
  while (REPLY_OR_FORWARD.test(rest)) rest = rest.replace(REPLY_OR_FORWARD, '');
  if (!/[\p{L}\p{N}]/u.test(rest) || NO_SUBJECT.test(rest)) return MISSING;
  return present([rest.trim()]);
}
