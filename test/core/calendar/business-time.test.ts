import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMissing } from '#core/calendar/business-calendar.ts';
import { addBusinessTime, businessTimeBetween } from '#core/calendar/business-time.ts';
import { deskOpenAt, nextOpenHours } from '#core/calendar/desk-hours.ts';
import { russianCalendar } from '#test/support/russian-calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);
const minutes = (count: number) => Temporal.Duration.from({ minutes: count });

function known<Value extends object>(value: Value): Exclude<Value, { kind: 'calendarMissing' }> {
  if (isMissing(value)) throw new Error(`the calendar of ${value.year} is missing`);
  return value as Exclude<Value, { kind: 'calendarMissing' }>;
}

describe('desk hours', () => {
  test.each([
    ['midnight waits for the morning', '2027-02-25T00:00+03:00', '2027-02-25T09:00+03:00'],
    ['an open desk does not wait', '2027-02-25T11:30+03:00', '2027-02-25T11:30+03:00'],
    ['closing time is outside', '2027-02-25T18:00+03:00', '2027-02-26T09:00+03:00'],
    ['a working Saturday is open', '2027-02-20T00:00+03:00', '2027-02-20T09:00+03:00'],
    ['a short day closes an hour earlier', '2027-02-20T17:00+03:00', '2027-02-24T09:00+03:00'],
  ])('%s', (_, from, open) => {
    expect(known(deskOpenAt(russianCalendar(), at(from))).equals(at(open))).toBe(true);
  });

  test('nobody knows them in a year without a calendar', () => {
    expect(deskOpenAt(russianCalendar(), at('2027-12-31T12:00+03:00'))).toEqual({
      kind: 'calendarMissing',
      year: 2028,
    });
  });
});

describe('business time', () => {
  test('four business hours from Friday afternoon end on Wednesday after the holidays', () => {
    const end = addBusinessTime(russianCalendar(), at('2027-02-19T16:00+03:00'), minutes(4 * 60));

    expect(known(end).equals(at('2027-02-20T11:00+03:00'))).toBe(true);
  });

  const instants = fc
    .integer({
      min: at('2013-01-05T00:00Z').epochMilliseconds / 60_000,
      max: at('2027-06-01T00:00Z').epochMilliseconds / 60_000,
    })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
  const spans = fc.integer({ min: 0, max: 6000 }).map(minutes);
  // Berlin and New York have summer time: open hours span its switches.
  const zones = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York');

  test('law: what is added lies in open hours, or on their closing edge', () => {
    fc.assert(
      fc.property(instants, spans, zones, (from, span, zone) => {
        fc.pre(!span.blank);
        const calendar = russianCalendar({ zone });
        const end = known(addBusinessTime(calendar, from, span));
        const hours = known(nextOpenHours(calendar, end.subtract({ milliseconds: 1 })));
        expect(Temporal.Instant.compare(hours.opensAt, end)).toBeLessThan(0);
        expect(Temporal.Instant.compare(end, hours.closesAt)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('law: between a start and the start plus a span lies the span', () => {
    fc.assert(
      fc.property(instants, spans, zones, (from, span, zone) => {
        const calendar = russianCalendar({ zone });
        const end = known(addBusinessTime(calendar, from, span));
        const between = known(businessTimeBetween(calendar, from, end));
        expect(Temporal.Duration.compare(between, span)).toBe(0);
      }),
    );
  });

  test('law: monotone in the start and in the span', () => {
    fc.assert(
      fc.property(instants, spans, fc.integer({ min: 0, max: 5000 }), (from, span, more) => {
        const calendar = russianCalendar();
        const end = known(addBusinessTime(calendar, from, span));
        const later = known(addBusinessTime(calendar, from.add({ minutes: more }), span));
        const longer = known(addBusinessTime(calendar, from, span.add({ minutes: more })));
        expect(Temporal.Instant.compare(end, later)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(end, longer)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('law: time between adds up over any point in the middle', () => {
    fc.assert(
      fc.property(fc.tuple(instants, instants, instants), (three) => {
        const [first, middle, last] = [...three].sort(Temporal.Instant.compare) as [
          Temporal.Instant,
          Temporal.Instant,
          Temporal.Instant,
        ];
        fc.pre(first.until(last).total('hours') < 24 * 400);
        const calendar = russianCalendar();
        const between = (from: Temporal.Instant, to: Temporal.Instant) =>
          known(businessTimeBetween(calendar, from, to));
        const sum = between(first, middle).add(between(middle, last));
        expect(Temporal.Duration.compare(sum, between(first, last))).toBe(0);
      }),
    );
  });
});
