import type { Language } from '#core/calendar/bilingual.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** Formats dates one way. Formatting costs more than all counting of a deadline, and dates recur. */
function kept(language: Language, options: Intl.DateTimeFormatOptions): (date: Temporal.PlainDate) => string {
  const formatter = new Intl.DateTimeFormat(LOCALES[language], options);
  const texts = new Map<string, string>();
  return (date) => {
    const key = date.toString();
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = formatter.format(date);
    if (texts.size >= MOST_KEPT) texts.clear();
    texts.set(key, text);
    return text;
  };
}

/** Some three years of dates. */
const MOST_KEPT = 1000;

/** One formatter for both languages, made when first asked for: commands that print no date need none. */
function inBoth(
  options: Readonly<Record<Language, Intl.DateTimeFormatOptions>>,
): (date: Temporal.PlainDate, language: Language) => string {
  const formats = new Map<Language, (date: Temporal.PlainDate) => string>();
  return (date, language) => {
    const known = formats.get(language);
    if (known !== undefined) return known(date);
    const fresh = kept(language, options[language]);
    formats.set(language, fresh);
    return fresh(date);
  };
}

/** A date as letters print it: «24 февраля 2027 г.», "24 February 2027". */
export const longDate = inBoth({ ru: { dateStyle: 'long' }, en: { dateStyle: 'long' } });

/** «ср», "Wed". */
export const weekdayName = inBoth({ ru: { weekday: 'short' }, en: { weekday: 'short' } });

/** «февраль», "February". */
export const monthName = inBoth({ ru: { month: 'long' }, en: { month: 'long' } });

/** A day as ledgers print it: «ср 24», "Wed 24". */
export function shortDay(date: Temporal.PlainDate, language: Language): string {
  return `${weekdayName(date, language)} ${date.day}`;
}

/** Day and month for notes and the terminal: «24.02», "24 Feb". */
export const dayAndMonth = inBoth({
  ru: { day: '2-digit', month: '2-digit' },
  en: { day: 'numeric', month: 'short' },
});

/** A time by the desk's clock, for the terminal: «чт 25.02.2027 09:00», "Thu 25 Feb 2027 09:00". */
export function localTime(at: Temporal.Instant, zone: string, language: Language): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const date = local.toPlainDate();
  return `${weekdayName(date, language)} ${dayAndMonth(date, language)}${language === 'ru' ? '.' : ' '}${local.year} ${time}`;
}

const LONG_DATE = /(\d{1,2})\s+(\p{L}+)\s+(\d{4})/u;

/** Reads a date that {@link longDate} printed, anywhere in a text; `undefined` when there is none. */
export function readLongDate(text: string): Temporal.PlainDate | undefined {
  const match = LONG_DATE.exec(text);
  const month = match?.[2] === undefined ? undefined : MONTHS.get(match[2].toLowerCase());
  if (match === null || month === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(match[3]), month, day: Number(match[1]) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/** Names of months as they stand in long dates (genitive in Russian), in both languages. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  (['ru', 'en'] as const).flatMap((language) =>
    Array.from({ length: 12 }, (_, index) => {
      const name = longDate(Temporal.PlainDate.from({ year: 2027, month: index + 1, day: 1 }), language);
      return [LONG_DATE.exec(name)?.[2]?.toLowerCase() ?? name, index + 1] as const;
    }),
  ),
);
