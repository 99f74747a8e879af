import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME, jsonOf, reglament } from '#test/support/cli-run.ts';

interface Count {
  readonly from: string;
  readonly businessDays: number;
  readonly zone: string;
  readonly region: string | null;
  readonly lastDay: string;
  readonly expiresAt: string;
  readonly days: readonly { readonly date: string; readonly counts: boolean; readonly why: string }[];
}

const MONDAY = '2026-03-02T10:00+03:00';

async function counted(from: string, days: number, ...more: readonly string[]): Promise<Count> {
  const outcome = await reglament([
    'deadline',
    '--from',
    from,
    '--business-days',
    `${days}`,
    ...more,
    '--json',
  ]);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return jsonOf<Count>(outcome);
}

describe('deadline', () => {
  test('tells the count with every day and why it counts, in UTC', async () => {
    expect(await counted('2026-03-06T19:30+03:00', 2)).toEqual({
      from: '2026-03-06T16:30:00Z',
      businessDays: 2,
      zone: 'Europe/Moscow',
      region: null,
      lastDay: '2026-03-11',
      expiresAt: '2026-03-11T21:00:00Z',
      days: [
        { date: '2026-03-07', counts: false, why: 'weekend' },
        expect.objectContaining({ date: '2026-03-08', counts: false, why: 'holiday' }),
        expect.objectContaining({ date: '2026-03-09', counts: false, why: 'holiday' }),
        { date: '2026-03-10', counts: true, why: 'workday' },
        { date: '2026-03-11', counts: true, why: 'workday' },
      ],
    });
  });

  test.each([
    [
      'the zone of the customer',
      ['--zone', 'Asia/Vladivostok'],
      { lastDay: '2026-03-04', expiresAt: '2026-03-04T14:00:00Z' },
    ],
    [
      'an hour of the clock as the end of the day',
      ['--day-end', '18:00'],
      { expiresAt: '2026-03-04T15:00:00Z' },
    ],
    ['midnight as the end of the day', ['--day-end', '24:00'], { expiresAt: '2026-03-04T21:00:00Z' }],
  ])('counts by %s', async (_, options, expected) => {
    expect(await counted(MONDAY, 2, ...options)).toMatchObject(expected);
  });

  test("counts a region's own day off only where the region is named", async () => {
    const before = '2026-06-22T09:00+03:00';

    expect(await counted(before, 2)).toMatchObject({ region: null, lastDay: '2026-06-24' });
    expect(await counted(before, 2, '--region', 'RU-CU')).toMatchObject({
      region: 'RU-CU',
      lastDay: '2026-06-25',
      days: expect.arrayContaining([expect.objectContaining({ date: '2026-06-24', why: 'holiday' })]),
    });
  });

  test('counts decreed days as the desk says, by default as worked', async () => {
    const before = '2021-04-30T15:00+03:00';

    expect(await counted(before, 2)).toMatchObject({ lastDay: '2021-05-05' });
    expect(await counted(before, 2, '--decreed', 'working')).toMatchObject({ lastDay: '2021-05-05' });
    expect(await counted(before, 2, '--decreed', 'nonworking')).toMatchObject({
      lastDay: '2021-05-12',
      days: expect.arrayContaining([expect.objectContaining({ counts: false, why: 'decreed' })]),
    });
  });

  test.each([
    ['ru', 'Последний день: до конца дня 4 марта 2026 г. (МСК)'],
    ['en', 'Last day: until the end of 4 March 2026 (Moscow time)'],
  ])('speaks %s to people, and never prints an exclusive midnight', async (lang, expected) => {
    const { code, stdout } = await reglament([
      ...['deadline', '--from', MONDAY, '--business-days', '2', '--lang', lang],
    ]);

    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(expected);
    expect(stdout).not.toMatch(/00:00|24:00/);
  });
});

describe('deadline without a calendar for the year', () => {
  test('ends with 1, a code and no guess', async () => {
    const outcome = await reglament([
      ...['deadline', '--from', '2027-12-29T10:00+03:00', '--business-days', '5', '--json'],
    ]);

    expect(outcome.code).toBe(1);
    expect(jsonOf(outcome)).toEqual({
      error: { code: 'RGL9005', message: 'the count needs the calendar of 2028, and there is none' },
    });
  });

  test('says so in words on stderr, and nothing on stdout', async () => {
    expect(
      await reglament([
        'deadline',
        '--from',
        '2012-01-10T10:00+03:00',
        '--business-days',
        '1',
        '--lang',
        'en',
      ]),
    ).toEqual({
      code: 1,
      stdout: '',
      stderr: 'RGL9005: the count needs the calendar of 2012, and there is none\n',
    });
  });

  test('still counts what ends before the calendar does', async () => {
    expect(await counted('2027-12-29T10:00+03:00', 1)).toMatchObject({ lastDay: '2027-12-30' });
  });
});

interface Vector {
  readonly anchor: string;
  readonly businessDays: number;
  readonly tz: string;
  readonly region?: string;
  readonly decreed?: string;
  /** Absent where the calendar of a year is missing. */
  readonly lastDay?: string;
  readonly expiresAt?: string;
}

const VECTORS = path.join(HOME, '..', 'shared', 'domain', 'deadline-vectors.json');
const known = existsSync(VECTORS);
const vectors: readonly Vector[] = known ? JSON.parse(readFileSync(VECTORS, 'utf8')) : [];

test.skipIf(!known)(
  known ? 'all counted cases of the reference come out as counted' : 'the reference cases are not here',
  async () => {
    const outcomes = await Promise.all(
      vectors.map(({ anchor, businessDays, tz, region, decreed }) =>
        reglament([
          ...['deadline', '--from', anchor, '--business-days', `${businessDays}`, '--zone', tz, '--json'],
          ...option('region', region),
          ...option('decreed', decreed),
        ]),
      ),
    );
    const counts = outcomes.map((outcome) => ({ code: outcome.code, ...jsonOf<Partial<Count>>(outcome) }));

    expect(vectors.length).toBeGreaterThanOrEqual(20);
    expect(counts.map(({ code, lastDay, expiresAt }) => ({ code, lastDay, expiresAt }))).toEqual(
      vectors.map(({ lastDay, expiresAt }) => ({ code: lastDay === undefined ? 1 : 0, lastDay, expiresAt })),
    );
  },
);

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}`, value];
}
