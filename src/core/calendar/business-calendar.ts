import type { Bilingual } from './bilingual.ts';
import type { CalendarFile, CalendarYear, RegionalDayOff, WeekdayName } from './calendar-file.ts';

/** Why a day counts as a business day, or does not. */
export type DayReason = 'workday' | 'workingWeekend' | 'weekend' | 'holiday' | 'decreed';

export interface CalendarDay {
  readonly date: Temporal.PlainDate;
  /** Whether the day is a business day; a short day counts as a whole one. */
  readonly counts: boolean;
  readonly why: DayReason;
  /** Worked, but an hour less. */
  readonly short: boolean;
  /** The holiday's name, where it has one. */
  readonly name?: Bilingual;
}

/** The calendar of a year is not there: nothing may be counted, nothing may be guessed. */
export interface MissingYear {
  readonly kind: 'calendarMissing';
  readonly year: number;
}

/** How one desk counts time. */
export interface CalendarSettings {
  /** IANA zone whose midnights part the days (`Europe/Moscow`). */
  readonly zone: string;
  /** How letters call that zone («МСК», "Moscow time"). */
  readonly zoneName: Bilingual;
  /** A region with days off of its own, an id of the calendar file. */
  readonly region?: string;
  /** Whether days declared non-working by decree (2020, 2021) count as business days. @clause AMB-3 */
  readonly decreed: 'working' | 'nonworking';
  /** Until when the last day of a period lasts: midnight, an hour of the clock, or the desk's closing hour. */
  readonly dayEnd: '24:00' | 'deskHours' | Temporal.PlainTime;
  readonly deskHours: { readonly opens: Temporal.PlainTime; readonly closes: Temporal.PlainTime };
}

/** A calendar file read by one desk's settings. All else about business time is computed from it. */
export interface BusinessCalendar extends CalendarSettings {
  readonly id: string;
  /** The day as this desk counts it, or the year that nobody has told us about. */
  day(date: Temporal.PlainDate): CalendarDay | MissingYear;
}

const WEEKDAYS: readonly WeekdayName[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function isMissing(value: object): value is MissingYear {
  return 'kind' in value && value.kind === 'calendarMissing';
}

/** One year's exceptions, `MM-DD` each. */
interface YearTable {
  readonly off: ReadonlyMap<string, Bilingual | undefined>;
  readonly workingWeekends: ReadonlySet<string>;
  readonly short: ReadonlySet<string>;
  readonly decreed: ReadonlySet<string>;
}

/** @returns `undefined` when the file has no such region */
export function openCalendar(file: CalendarFile, settings: CalendarSettings): BusinessCalendar | undefined {
  const region = settings.region === undefined ? undefined : file.regions?.[settings.region];
  if (settings.region !== undefined && region === undefined) return undefined;
  const weekend = new Set(file.weekend.map((name) => WEEKDAYS.indexOf(name) + 1));
  const years = new Map<number, DayOfYear>();
  for (const [year, days] of Object.entries(file.years)) {
    const table = yearTable(Number(year), days, file.names, region?.daysOff ?? []);
    years.set(
      Number(year),
      lookedUpOnce((date) => dayOf(date, table, weekend, settings.decreed)),
    );
  }
  return {
    ...settings,
    id: file.calendar,
    day(date) {
      const { year } = date;
      return years.get(year)?.(date) ?? { kind: 'calendarMissing', year };
    },
  };
}

type DayOfYear = (date: Temporal.PlainDate) => CalendarDay;

/** Each day of a year is one object, looked up once: what else is known of it can be kept beside it. */
function lookedUpOnce(look: DayOfYear): DayOfYear {
  const days: CalendarDay[] = [];
  return (date) => {
    const index = date.dayOfYear;
    const day = days[index] ?? look(date);
    days[index] = day;
    return day;
  };
}

function dayOf(
  date: Temporal.PlainDate,
  table: YearTable,
  weekend: ReadonlySet<number>,
  decreed: CalendarSettings['decreed'],
): CalendarDay {
  const day = monthDay(date);
  if (table.off.has(day)) {
    const name = table.off.get(day);
    return { date, counts: false, why: 'holiday', short: false, ...(name === undefined ? {} : { name }) };
  }
  const short = table.short.has(day);
  if (table.workingWeekends.has(day)) return { date, counts: true, why: 'workingWeekend', short };
  if (weekend.has(date.dayOfWeek)) return { date, counts: false, why: 'weekend', short: false };
  if (decreed === 'nonworking' && table.decreed.has(day)) {
    return { date, counts: false, why: 'decreed', short: false };
  }
  return { date, counts: true, why: 'workday', short };
}

function yearTable(
  year: number,
  days: CalendarYear,
  names: CalendarFile['names'],
  regional: readonly RegionalDayOff[],
): YearTable {
  const off = new Map<string, Bilingual | undefined>();
  const short = new Set(days.shortDays);
  for (const [name, daysOff] of Object.entries(days.daysOff)) {
    for (const day of daysOff) off.set(day, names[name]);
  }
  for (const regionalDay of regional) {
    off.set(regionalDay.day, regionalDay.name);
    if (regionalDay.shortDayBefore === true) {
      const before = dayBefore(year, regionalDay.day);
      if (before !== undefined) short.add(before);
    }
  }
  return {
    off,
    workingWeekends: new Set(days.workingWeekends),
    short,
    decreed: new Set(days.decreed),
  };
}

/** `undefined` for 29 February of a common year. */
function dayBefore(year: number, day: string): string | undefined {
  try {
    return monthDay(Temporal.PlainDate.from(`${year}-${day}`).subtract({ days: 1 }));
  } catch {
    return undefined;
  }
}

function monthDay(date: Temporal.PlainDate): string {
  return date.toString().slice(5);
}
