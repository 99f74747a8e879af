import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountedDays, countBusinessDays, endOfDay } from '#core/calendar/count-business-days.ts';
import { dateOf } from '#core/calendar/date-of.ts';
import { RUSSIAN_CALENDAR, russianCalendar } from '#test/support/russian-calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);

function counted(from: string, days: number, calendar = russianCalendar()): CountedDays {
  const count = countBusinessDays(calendar, at(from), days);
  if (count.kind !== 'counted') throw new Error(`the calendar of ${count.year} is missing`);
  return count;
}

describe('a period in business days', () => {
  test.each([
    ['a Monday morning', '2026-03-02T10:00+03:00', 2, '2026-03-04'],
    ['one minute before midnight is still that day', '2026-03-02T23:59+03:00', 2, '2026-03-04'],
    ['midnight is the next day', '2026-03-03T00:00+03:00', 2, '2026-03-05'],
    ['a Saturday of a long weekend', '2026-03-07T12:00+03:00', 2, '2026-03-11'],
    ['a working Saturday counts', '2027-02-18T15:00+03:00', 2, '2027-02-20'],
    ['the New Year holidays do not', '2026-12-30T15:00+03:00', 2, '2027-01-12'],
    ['five days over the February holidays', '2027-02-16T14:20+03:00', 5, '2027-02-24'],
  ])('%s', (_, from, days, lastDay) => {
    expect(counted(from, days).lastDay.toString()).toBe(lastDay);
  });

  test('ends at midnight of the desk, exclusively', () => {
    expect(counted('2026-03-02T10:00+03:00', 2).expiresAt.toString()).toBe('2026-03-04T21:00:00Z');
  });

  test('ends with the desk on a day that ends with the desk, an hour earlier on a short one', () => {
    const calendar = russianCalendar({ dayEnd: 'deskHours' });

    expect(counted('2026-03-02T10:00+03:00', 2, calendar).expiresAt.toString()).toBe('2026-03-04T15:00:00Z');
    expect(counted('2027-02-18T15:00+03:00', 2, calendar).expiresAt.toString()).toBe('2027-02-20T14:00:00Z');
  });

  test('keeps a ledger of every day, with the reason', () => {
    const ledger = counted('2027-02-16T14:20+03:00', 5).days.map(
      ({ date, counts, why }) => `${date} ${counts ? '+' : '-'} ${why}`,
    );

    expect(ledger).toEqual([
      '2027-02-17 + workday',
      '2027-02-18 + workday',
      '2027-02-19 + workday',
      '2027-02-20 + workingWeekend',
      '2027-02-21 - weekend',
      '2027-02-22 - holiday',
      '2027-02-23 - holiday',
      '2027-02-24 + workday',
    ]);
  });

  test('is not guessed where the calendar of a year is missing', () => {
    const count = countBusinessDays(russianCalendar(), at('2027-12-30T10:00+03:00'), 2);

    expect(count).toMatchObject({ kind: 'calendarMissing', year: 2028 });
    expect(count.kind === 'calendarMissing' && count.lastsUntil.toString()).toBe('2027-12-31T21:00:00Z');
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])('of %s days is a mistake of the program', (days) => {
    expect(() => countBusinessDays(russianCalendar(), at('2026-03-02T10:00+03:00'), days)).toThrow(
      RangeError,
    );
  });
});

describe('a regional day off', () => {
  test('moves the last day in its region only', () => {
    expect(counted('2026-06-22T09:00+03:00', 2).lastDay.toString()).toBe('2026-06-24');
    expect(
      counted('2026-06-22T09:00+03:00', 2, russianCalendar({ region: 'RU-CU' })).lastDay.toString(),
    ).toBe('2026-06-25');
  });

  test('makes the day before it short, unless that is a weekend', () => {
    const calendar = russianCalendar({ region: 'RU-CU' });

    expect(calendar.day(Temporal.PlainDate.from('2026-06-23'))).toMatchObject({ counts: true, short: true });
    expect(calendar.day(Temporal.PlainDate.from('2024-06-23'))).toMatchObject({
      counts: false,
      short: false,
    });
  });
});

const SHARED = path.resolve(import.meta.dirname, '../../../../shared/domain/deadline-vectors.json');

interface Vector {
  readonly anchor: string;
  readonly businessDays: number;
  readonly tz: string;
  readonly region?: string;
  readonly decreed?: 'working' | 'nonworking';
  readonly lastDay?: string;
  readonly expiresAt?: string;
  readonly error?: string;
}

describe.skipIf(!existsSync(SHARED))('the reference vectors', () => {
  const vectors: readonly Vector[] = existsSync(SHARED) ? JSON.parse(readFileSync(SHARED, 'utf8')) : [];

  test.each(vectors.map((vector, index) => [index + 1, vector.anchor, vector] as const))(
    '%i: %s',
    (_, __, vector) => {
      const calendar = russianCalendar({
        zone: vector.tz,
        ...(vector.region === undefined ? {} : { region: vector.region }),
        ...(vector.decreed === undefined ? {} : { decreed: vector.decreed }),
      });

      const count = countBusinessDays(calendar, at(vector.anchor), vector.businessDays);

      if (vector.error !== undefined) {
        expect(count.kind).toBe('calendarMissing');
      } else {
        expect(count).toMatchObject({ kind: 'counted' });
        const { lastDay, expiresAt } = count as CountedDays;
        expect({ lastDay: lastDay.toString(), expiresAt: expiresAt.toString() }).toEqual({
          lastDay: vector.lastDay,
          expiresAt: vector.expiresAt,
        });
      }
    },
  );
});

/** Any minute of the years that the calendar knows, with room for the longest count. */
const instants = fc
  .integer({
    min: at('2013-01-05T00:00Z').epochMilliseconds / 60_000,
    max: at('2027-06-01T00:00Z').epochMilliseconds / 60_000,
  })
  .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000));
const someDays = fc.integer({ min: 1, max: 30 });
const zones = fc.constantFrom(
  'Europe/Moscow',
  'Asia/Vladivostok',
  'Europe/Kaliningrad',
  'Europe/Berlin',
  'America/New_York',
);

describe('laws of business days', () => {
  test('the last day is a business day, and exactly so many business days lie after the anchor', () => {
    fc.assert(
      fc.property(instants, someDays, zones, (from, days, zone) => {
        const calendar = russianCalendar({ zone });
        const count = counted(from.toString(), days, calendar);
        const dates = count.days.filter((day) => day.counts);
        expect(dates).toHaveLength(days);
        expect(dates.at(-1)?.date.equals(count.lastDay)).toBe(true);
        expect(count.days[0]?.date.equals(dateOf(calendar, from).add({ days: 1 }))).toBe(true);
        expect(count.expiresAt.equals(endOfDay(calendar, count.lastDay))).toBe(true);
      }),
    );
  });

  test('counting on from the last day is counting further: (a, then b) = a + b', () => {
    fc.assert(
      fc.property(instants, someDays, someDays, (from, first, second) => {
        const whole = counted(from.toString(), first + second);
        const part = counted(from.toString(), first);
        const noon = part.lastDay
          .toZonedDateTime({ timeZone: 'Europe/Moscow', plainTime: '12:00' })
          .toInstant();
        expect(counted(noon.toString(), second).lastDay.equals(whole.lastDay)).toBe(true);
      }),
    );
  });

  test('a later event never ends earlier, and more days never end sooner', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10_000 }), someDays, (from, minutes, days) => {
        const sooner = counted(from.toString(), days);
        const later = counted(from.add({ minutes }).toString(), days);
        const longer = counted(from.toString(), days + 1);
        expect(Temporal.Instant.compare(sooner.expiresAt, later.expiresAt)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(sooner.expiresAt, longer.expiresAt)).toBeLessThan(0);
      }),
    );
  });

  test('the hour of the event changes nothing, only its date does', () => {
    fc.assert(
      fc.property(instants, someDays, (from, days) => {
        const date = dateOf(russianCalendar(), from);
        const morning = date.toZonedDateTime('Europe/Moscow').toInstant();
        expect(counted(from.toString(), days).lastDay.equals(counted(morning.toString(), days).lastDay)).toBe(
          true,
        );
      }),
    );
  });
});

describe('the shipped calendar', () => {
  test.each(Object.keys(RUSSIAN_CALENDAR.years))(
    '%s has as many business days as the decree says',
    (year) => {
      const calendar = russianCalendar();
      let days = 0;
      for (
        let date = Temporal.PlainDate.from(`${year}-01-01`);
        date.year === Number(year);
        date = date.add({ days: 1 })
      ) {
        const day = calendar.day(date);
        if ('counts' in day && day.counts) days += 1;
      }
      expect(days).toBe(year === '2020' || year === '2024' ? 248 : 247);
    },
  );
});
