import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '#core/decision/forecast.ts';
import {
  effectsOf,
  forecastOf,
  judged,
  lastDayOf,
  textOf,
  theReglament,
  ticketOf,
} from '#test/support/desk.ts';
import { businessDaysBetween } from '#test/support/desk-days.ts';
import { msk } from '#test/support/moscow-time.ts';
import { BOT, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

type Stop = readonly [from: string, to: string];

/** Asked on Tue 16.02, reminded on Sat 20.02 with Wed 24.02 as the last day. */
function reminded(): RawIssue {
  return new RawIssue('2027-02-16 14:00')
    .ofKind('Ошибка')
    .channel('email')
    .people({ agents: ['olga'] })
    .says(OLGA, '2027-02-16 14:20', 'Добрый день! Пришлите, пожалуйста, журнал ошибок.')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer')
    .says(BOT, '2027-02-20 09:00', 'Мы ещё ждём…', {
      id: '777',
      marker: {
        v: 1,
        key: 'k',
        rule: 'remind-before-closing',
        message: 'reminder',
        promisedLastDay: '2027-02-24',
      },
    });
}

/** The same, as a ticket file that tells of the stretches in which we were stopped. */
function stopped(raw: RawIssue, ...stops: readonly Stop[]): object {
  const context = {
    stops: stops.map(([from, to]) => ({ from: msk(from).toString(), to: msk(to).toString() })),
  };
  return { ...raw.toJson(), context };
}

const OVER_THE_END: Stop = ['2027-02-24 18:00', '2027-02-25 11:00'];

describe('a last day that ended while we were stopped', () => {
  test('closes nobody: the customer is warned anew, with a day that leaves a full business day', async () => {
    const explanation = await judged(stopped(reminded(), OVER_THE_END), 'timePassed', '2027-02-25 11:00');

    expect(effectsOf(explanation)).toEqual(['reply:warned-anew']);
    expect(lastDayOf(explanation, 'clarification')).toBe('2027-02-26');
    expect(forecastOf(explanation)).toEqual(['2027-03-01 09:00 close-on-silence']);
  });

  test('is explained to the customer without blame', async () => {
    const explanation = await judged(stopped(reminded(), OVER_THE_END), 'timePassed', '2027-02-25 11:00');
    const text = textOf(explanation, 'warned-anew');

    expect(text).toContain(
      'Срок, который мы называли раньше, уже вышел; мы его продлили, потому что автоматическая обработка была у нас приостановлена.',
    );
    expect(text).toContain('до конца дня 26 февраля 2027 г. (МСК)');
  });

  test.each<readonly [string, Stop]>([
    ['over the end of the day', OVER_THE_END],
    [
      'that began after the day had ended, and before the desk opened',
      ['2027-02-25 08:50', '2027-02-25 09:30'],
    ],
  ])('of a stop %s, nobody is told that the day ended during it', async (_, stop) => {
    const explanation = await judged(stopped(reminded(), stop), 'timePassed', '2027-02-25 12:00');

    expect(effectsOf(explanation)).toEqual(['reply:warned-anew']);
    expect(textOf(explanation, 'warned-anew')).toContain('уже вышел; мы его продлили');
    expect(textOf(explanation, 'warned-anew')).not.toMatch(/прошёл, пока|вышел, пока/);
  });

  test('gives the new letter a cause of its own: the silence and the letter that was spoiled', async () => {
    const { decision } = await judged(stopped(reminded(), OVER_THE_END), 'timePassed', '2027-02-25 11:00');

    expect(decision.effects.map(({ key }) => key)).toEqual([
      expect.stringMatching(/warn-anew-after-stop\/reply\/comment:\d+\+comment:777$/),
    ]);
  });

  test.each<readonly [string, Stop]>([
    ['that began before and lasts', ['2027-02-24 10:00', '2027-02-25 09:00']],
    ['over the night only', ['2027-02-24 23:00', '2027-02-25 01:00']],
    [
      'that began when the desk opened, before anything could be done',
      ['2027-02-25 09:00', '2027-02-25 12:00'],
    ],
  ])('counts for a stop %s', async (_, stop) => {
    expect(effectsOf(await judged(stopped(reminded(), stop), 'timePassed', '2027-02-25 12:00'))).toEqual([
      'reply:warned-anew',
    ]);
  });

  test.each<readonly [string, Stop]>([
    ['that was over before the day ended', ['2027-02-20 10:00', '2027-02-24 23:00']],
    ['that came when it could have been closed already', ['2027-02-25 09:30', '2027-02-25 12:00']],
  ])('is none for a stop %s: the customer was warned well', async (_, stop) => {
    const explanation = await judged(stopped(reminded(), stop), 'timePassed', '2027-02-25 12:00');

    expect(effectsOf(explanation)).toEqual([
      'transition:closed',
      'reply:closed-unanswered',
      'note:why-closed-unanswered',
    ]);
  });

  test('can be spoiled once more: each spoiled letter is followed by one more', async () => {
    const anew = reminded().says(BOT, '2027-02-25 11:00', 'Срок продлён…', {
      id: '888',
      marker: {
        v: 1,
        key: 'k2',
        rule: 'warn-anew-after-stop',
        message: 'warned-anew',
        promisedLastDay: '2027-02-26',
      },
    });
    const again: Stop = ['2027-02-26 20:00', '2027-03-01 10:00'];
    const explanation = await judged(stopped(anew, OVER_THE_END, again), 'timePassed', '2027-03-01 10:00');

    expect(effectsOf(explanation)).toEqual(['reply:warned-anew']);
    expect(explanation.decision.effects[0]?.key).toMatch(/\+comment:888$/);
  });

  test('is forgotten when the new day has passed in peace', async () => {
    const anew = reminded().says(BOT, '2027-02-25 11:00', 'Срок продлён…', {
      marker: {
        v: 1,
        key: 'k2',
        rule: 'warn-anew-after-stop',
        message: 'warned-anew',
        promisedLastDay: '2027-02-26',
      },
    });
    const at = (time: string) => judged(stopped(anew, OVER_THE_END), 'timePassed', time);

    expect(effectsOf(await at('2027-02-26 17:00'))).toEqual([]);
    expect(effectsOf(await at('2027-03-01 09:00'))[0]).toBe('transition:closed');
  });
});

describe('whatever the stops', () => {
  const minute = fc.integer({ min: 0, max: 14 * 24 * 60 });
  const stops = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 5 * 24 * 60 })), { maxLength: 4 });
  const LAST_DAY_ENDS = msk('2027-02-25 00:00');

  test('nobody is closed within a full business day after a stop over the end of their last day', async () => {
    let spoiled = 0;
    await fc.assert(
      fc.asyncProperty(stops, minute, async (drawn, looked) => {
        const from = msk('2027-02-20 10:00');
        const stretches = drawn.map(([start, length]) => ({
          from: from.add({ minutes: start }),
          to: from.add({ minutes: start + length }),
        }));
        const context = {
          stops: stretches.map((stop) => ({ from: stop.from.toString(), to: stop.to.toString() })),
        };
        const now = stretches.reduce(
          (latest, { to }) => (Temporal.Instant.compare(to, latest) > 0 ? to : latest),
          from.add({ minutes: looked }),
        );
        const over = stretches.filter(
          (stop) =>
            Temporal.Instant.compare(stop.from, LAST_DAY_ENDS) <= 0 &&
            Temporal.Instant.compare(stop.to, LAST_DAY_ENDS) > 0,
        );
        const ticket = ticketOf({ ...reminded().toJson(), context });
        const explanation = await judged({ ...reminded().toJson(), context }, 'timePassed', now.toString());
        const closesNow = effectsOf(explanation).includes('transition:closed');
        const steps = await forecast(theReglament(), ticket, now);
        const closing = steps.find(({ rule }) => rule === 'close-on-silence');
        if (over.length === 0) return;
        spoiled += 1;
        expect(closesNow).toBe(false);
        for (const { to } of over) {
          expect(closing === undefined || businessDaysBetween(to, closing.at) >= 1).toBe(true);
        }
      }),
      { seed: 20270216, numRuns: 150 },
    );
    expect(spoiled).toBeGreaterThan(20);
  });
});
