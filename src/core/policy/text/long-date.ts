import type { Language } from '#core/calendar/bilingual.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(LOCALES[language], options);
  formats.set(key, fresh);
  return fresh;
}

/** A date as letters print it: «24 февраля 2027 г.», "24 February 2027". */
export function longDate(date: Temporal.PlainDate, language: Language): string {
  return format(language, { dateStyle: 'long' }).format(date);
}

/** A day as ledgers print it: «ср 24», "Wed 24". */
export function shortDay(date: Temporal.PlainDate, language: Language): string {
  return `${weekdayName(date, language)} ${date.day}`;
}

/** «ср», "Wed". */
export function weekdayName(date: Temporal.PlainDate, language: Language): string {
  return format(language, { weekday: 'short' }).format(date);
}

/** «февраль», "February". */
export function monthName(date: Temporal.PlainDate, language: Language): string {
  return format(language, { month: 'long' }).format(date);
}

/** Day and month for notes and the terminal: «24.02», "24 Feb". */
export function dayAndMonth(date: Temporal.PlainDate, language: Language): string {
  const options: Intl.DateTimeFormatOptions =
    language === 'ru' ? { day: '2-digit', month: '2-digit' } : { day: 'numeric', month: 'short' };
  return format(language, options).format(date);
}

/** A time by the desk's clock, for the terminal: «чт 25.02.2027 09:00», "Thu 25 Feb 2027 09:00". */
export function localTime(at: Temporal.Instant, zone: string, language: Language): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${weekdayName(local.toPlainDate(), language)} ${dayAndMonth(local.toPlainDate(), language)}${language === 'ru' ? '.' : ' '}${local.year} ${time}`;
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
