import { describe, expect, test } from 'vitest';
import { jsonOf, reglament } from '#test/support/cli-run.ts';

const GOOD = { from: '2026-03-02T10:00+03:00', 'business-days': '2' };

function deadline(options: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const given = Object.entries({ ...GOOD, ...options }).flatMap(([name, value]) => [`--${name}`, value]);
  return reglament(['deadline', ...given, ...flags]);
}

describe('a wrong option of deadline ends with 2 and says what is wanted', () => {
  test.each([
    ['from', 'yesterday', '--from: "yesterday" is no instant; write it with its offset'],
    ['from', '2026-03-02', '--from: "2026-03-02" is no instant; write it with its offset'],
    ['from', '2026-03-02T10:00', '--from: "2026-03-02T10:00" is no instant; write it with its offset'],
    ['from', '2026-02-30T10:00Z', '--from: "2026-02-30T10:00Z" is no instant'],
    ['from', '', '--from: "" is no instant'],
    ['business-days', '0', '--business-days: "0" is no whole number from 1 to 1000'],
    ['business-days', '-1', '--business-days: "-1" is no whole number from 1 to 1000'],
    ['business-days', '2.5', '--business-days: "2.5" is no whole number from 1 to 1000'],
    ['business-days', '1001', '--business-days: "1001" is no whole number from 1 to 1000'],
    ['business-days', 'two', '--business-days: "two" is no whole number from 1 to 1000'],
    ['zone', 'Europe/Moskow', '--zone: there is no time zone "Europe/Moskow"; for instance Europe/Moscow'],
    ['region', 'RU-CV', '--region: the calendar knows no region "RU-CV"; did you mean "RU-CU"?'],
    ['region', 'constructor', '--region: the calendar knows no region "constructor"; known are: RU-CU'],
    ['day-end', '25:00', '--day-end: "25:00" is neither 24:00 nor a time of day such as 18:00'],
    ['day-end', '6pm', '--day-end: "6pm" is neither 24:00 nor a time of day such as 18:00'],
  ])('--%s %j', async (name, value, expected) => {
    const { code, stdout, stderr } = await deadline({ [name]: value }, '--lang', 'en');

    expect(stderr).toContain(expected);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('--decreed with what it cannot be', async () => {
    const { code, stderr } = await deadline({ decreed: 'perhaps' });

    expect(code).toBe(2);
    expect(stderr).toContain('working, nonworking');
  });

  test('in Russian too', async () => {
    const { stderr } = await deadline({ from: 'вчера' }, '--lang', 'ru');

    expect(stderr).toContain('--from: «вчера» – не момент времени; укажите его со смещением');
  });

  test('with --json as JSON', async () => {
    const outcome = await deadline({ zone: 'Moscow' }, '--json');

    expect(outcome).toMatchObject({ code: 2, stderr: '' });
    expect(jsonOf(outcome)).toMatchObject({ error: { message: expect.stringContaining('"Moscow"') } });
  });

  test.each(['--from', '--business-days'])('without %s it says which option is missing', async (missing) => {
    const given = Object.entries(GOOD).filter(([name]) => `--${name}` !== missing);
    const { code, stderr } = await reglament([
      'deadline',
      ...given.flatMap(([name, value]) => [`--${name}`, value]),
    ]);

    expect(code).toBe(2);
    expect(stderr).toContain(missing);
    expect(stderr).not.toContain('    at ');
  });
});
