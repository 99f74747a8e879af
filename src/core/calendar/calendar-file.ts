import type { Bilingual } from './bilingual.ts';

/** A day of a year, `MM-DD`. */
export type MonthDay = string;

/** What a year's decree says; days that it does not name are ordinary. */
export interface CalendarYear {
  /** The act that set the days off, for whoever has to defend a count later. */
  readonly source?: string;
  /** Days that are not worked, by the id of their name; weekends need no mention unless they are holidays. */
  readonly daysOff: Readonly<Record<string, readonly MonthDay[]>>;
  /** Saturdays and Sundays that are worked. */
  readonly workingWeekends?: readonly MonthDay[];
  /** Days that are worked and end an hour earlier. */
  readonly shortDays?: readonly MonthDay[];
  /** Weekdays declared non-working by a decree that does not by itself move civil-law periods. */
  readonly decreed?: readonly MonthDay[];
}

/** A day off that only one region keeps, every year. */
export interface RegionalDayOff {
  readonly day: MonthDay;
  readonly name: Bilingual;
  readonly source?: string;
  readonly shortDayBefore?: boolean;
}

export type WeekdayName = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** The content of `rules/calendars/*.calendar.json`, after it was found valid. */
export interface CalendarFile {
  readonly calendar: string;
  readonly name: Bilingual;
  readonly weekend: readonly WeekdayName[];
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly years: Readonly<Record<string, CalendarYear>>;
  readonly regions?: Readonly<
    Record<string, { readonly name: Bilingual; readonly daysOff: readonly RegionalDayOff[] }>
  >;
}
