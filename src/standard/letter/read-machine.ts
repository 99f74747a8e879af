import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { namedDays, relativeDay } from './read-day.ts';
import type { ReplyReading } from './reply-reading.ts';

/** A machine says what it is at the start; the same words at the end of a letter are a gateway's footer. */
const MACHINE_SAYS_SO_WITHIN = 200;

/**
 * Reads a letter that a mail program wrote: undelivered, automatic, or about an absence.
 *
 * Set phrases stand in letters of people too («сотрудник в отпуске, а табель…»), so an absence counts only in the
 * first person, only the writer's own words are looked at, and a file is never a machine's answer. No notice of
 * absence speaks of errors: a server's own automatic answer may be what the customer sends us.
 */
export function readMachine(
  cut: CutText,
  written: Temporal.PlainDate,
  words: WordLists,
  hasFiles: boolean,
): ReplyReading | undefined {
  const early = (list: string) =>
    words(list)
      .hits(cut)
      .filter(({ from }) => from < MACHINE_SAYS_SO_WITHIN);
  const bounces = early('bounces');
  if (bounces.length > 0) return { intent: 'bounce', evidence: bounces.map((hit) => hit.text) };
  if (hasFiles) return undefined;
  const automatic = early('autoReplies');
  const absent = early('absences');
  if (automatic.length === 0 && absent.length === 0) return undefined;
  const day = returnDay(cut.text, written);
  const evidence = [...automatic, ...absent].map((hit) => hit.text);
  const saysMore =
    automatic.length === 0
      ? saysMoreThanAbsence(cut, written, words)
      : objectsBefore(automatic[0]?.from ?? 0, cut, words) || words('troubles').hits(cut).length > 0;
  return { intent: saysMore ? 'unsure' : 'autoReply', evidence, ...(day === undefined ? {} : { day }) };
}

/** «Ошибка осталась», and under it the footer of an antivirus. */
function objectsBefore(place: number, cut: CutText, words: WordLists): boolean {
  return words('objections')
    .hits(cut)
    .some(({ from }) => from < place);
}

/** A person who writes «я в отпуске, но вот номер» says more than that they are away. */
function saysMoreThanAbsence(cut: CutText, written: Temporal.PlainDate, words: WordLists): boolean {
  const besides = namedDays(cut.text, written).reduce(
    (text, { text: day }) => text.replace(day, ' '),
    cut.text,
  );
  // Telephone numbers stand in every notice of absence.
  const withoutPhones = besides.replace(/\+?\d[\d\s()-]{6,}\d/g, ' ');
  return /\d/.test(withoutPhones) || words('objections').hits(cut).length > 0;
}

/** The day on which the customer is back: the latest one named. */
function returnDay(text: string, written: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const relative = relativeDay(cutText(text).text, written);
  const named = namedDays(text, written).map(({ day, inclusive }) =>
    inclusive ? day.add({ days: 1 }) : day,
  );
  return [...named, ...(named.length === 0 && relative !== undefined ? [relative.day] : [])]
    .filter((day) => Temporal.PlainDate.compare(day, written) > 0)
    .sort(Temporal.PlainDate.compare)
    .at(-1);
}
