import type { Mail } from './mail.ts';
import { type ItemReading, MISSING, NOT_NEEDED, present } from './request-letter.ts';

/** What mail programs and gateways put before a subject: "Re:", "[External]", «[#55182]». */
const PREFIX =
  /^\s*(?:(?:re|fw|fwd|aw|wg|tr|ответ|отв|пересл|переслано|hа|ha|на)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?:|\[(?:external|внешн\p{L}{1,8}|ext|spam|спам)[^\]]{0,20}\]|\[?(?:spam|спам)\]?:)/iu;
/** What they put where nothing was written. */
const NO_SUBJECT =
  /^[\s([<«"]*(?:без темы|нет темы|тема отсутствует|тема не указана|нет|пусто|без названия|no subject|untitled|empty subject|empty|none|null|subject)[\s)\]>»".]*$/iu;

/** The subject line (3-c): any words count, what programs put there does not. Whoever calls has none. */
export function readSubject({ channel, subject }: Mail): ItemReading {
  if (channel === 'phone') return NOT_NEEDED;
  let rest = subject;
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, '');
  if (!/[\p{L}\p{N}]/u.test(rest) || NO_SUBJECT.test(rest)) return MISSING;
  return present([rest.trim()]);
}
