import { cutText } from '#core/policy/text/cut-text.ts';

/** A day that a letter names, as far as it can be told. */
export interface NamedDay {
  readonly day: Temporal.PlainDate;
  readonly text: string;
  /** Preceded by a word that includes the day itself in what is told («по 9 марта», "through 9 March"). */
  readonly inclusive: boolean;
}

const MONTHS: readonly (readonly string[])[] = [
  ['январ', 'jan'],
  ['феврал', 'feb'],
  ['март', 'мар', 'mar'],
  ['апрел', 'apr'],
  ['ма', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['август', 'aug'],
  ['сентябр', 'sep'],
  ['октябр', 'oct'],
  ['ноябр', 'nov'],
  ['декабр', 'dec'],
];

const WEEKDAYS: readonly (readonly string[])[] = [
  ['понедельник', 'monday'],
  ['вторник', 'tuesday'],
  ['сред', 'wednesday'],
  ['четверг', 'thursday'],
  ['пятниц', 'friday'],
  ['суббот', 'saturday'],
  ['воскресень', 'sunday'],
];

const NUMERIC = /(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?![\d.]*\d)/g;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:-?(?:го|е|st|nd|rd|th))?(?:\s+|-)(?:of\s+)?(\p{L}{3,})\.?(?:[\s-]+(\d{4}))?/gu;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?!\d)/gu;
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const INCLUSIVE_BEFORE = /(?<!\p{L})(?:по|through)\s*$/iu;
const INCLUSIVE_AFTER = /^\s*(?:включительно|inclusive)/iu;

/** «5.11» is a version unless the words before it, or another date, make it a day. */
const DAY_BEFORE =
  /(?:(?<!\p{L})(?:до|к|ко|с|со|по|на|позднее|вернусь|выйду|завтра|by|until|till|from|on|before|through|to)|\d\s*[-–—])\s*$/iu;
/** What stands behind these is no day on which somebody does something. */
const NO_DAY_BEFORE = /(?:(?<!\p{L})(?:верси\p{L}*|релиз\p{L}*|акт\p{L}*|от|version|release|dated)|№)\s*$/iu;

/** A day without a year is meant within this time before the letter, else in the year to come. */
const RECENT = { days: 60 };

/** Every day that a text names by date, relative to the day on which it was written. */
export function namedDays(text: string, written: Temporal.PlainDate): readonly NamedDay[] {
  const days: NamedDay[] = [];
  const add = (match: RegExpExecArray, day: number, month: number | undefined, year: string | undefined) => {
    const date = month === undefined ? undefined : dateOf(day, month, year, written);
    if (date === undefined) return;
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (NO_DAY_BEFORE.test(before)) return;
    const after = text.slice(match.index + match[0].length);
    const inclusive = INCLUSIVE_BEFORE.test(before) || INCLUSIVE_AFTER.test(after);
    days.push({ day: date, text: match[0].trim(), inclusive });
  };
  for (const match of text.matchAll(ISO)) add(match, Number(match[3]), Number(match[2]), match[1]);
  for (const match of text.matchAll(NUMERIC)) {
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (match[3] !== undefined || DAY_BEFORE.test(before))
      add(match, Number(match[1]), Number(match[2]), match[3]);
  }
  for (const match of text.matchAll(DAY_MONTH)) add(match, Number(match[1]), monthOf(match[2]), match[3]);
  for (const match of text.matchAll(MONTH_DAY)) add(match, Number(match[2]), monthOf(match[1]), match[3]);
  return days;
}

/** The day that a letter names in relation to itself: tomorrow, on Monday, next week. */
export function relativeDay(text: string, written: Temporal.PlainDate): NamedDay | undefined {
  for (const word of cutText(text).words) {
    const days = relativeDays(word.folded, written);
    if (days !== undefined) {
      return {
        day: written.add({ days }),
        text: text.slice(word.from, word.to),
        inclusive: true,
      };
    }
  }
  return undefined;
}

function relativeDays(word: string, written: Temporal.PlainDate): number | undefined {
  if (word === 'завтра' || word === 'tomorrow') return 1;
  if (word === 'послезавтра') return 2;
  if (word === 'сегодня' || word === 'today') return 0;
  if (word === 'следующей') return 7 - written.dayOfWeek + 5;
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => word.startsWith(name)));
  if (weekday === -1) return undefined;
  return (weekday + 1 - written.dayOfWeek + 7) % 7 || 7;
}

function monthOf(word: string | undefined): number | undefined {
  const folded = (word ?? '').toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => isMonth(folded, name)));
  return index === -1 ? undefined : index + 1;
}

function isMonth(word: string, name: string): boolean {
  return name === 'ма' ? word === 'мая' || word === 'май' : word.startsWith(name);
}

function dateOf(
  day: number,
  month: number,
  year: string | undefined,
  written: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  try {
    if (year !== undefined) {
      const full = year.length === 2 ? 2000 + Number(year) : Number(year);
      return Temporal.PlainDate.from({ year: full, month, day }, { overflow: 'reject' });
    }
    const candidate = Temporal.PlainDate.from({ year: written.year, month, day }, { overflow: 'reject' });
    const recent = written.subtract(RECENT);
    return Temporal.PlainDate.compare(candidate, recent) < 0 ? candidate.add({ years: 1 }) : candidate;
  } catch {
    return undefined;
  }
}
