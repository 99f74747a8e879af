import { describe, expect, test } from 'vitest';
import { playScenario } from '#rehearsal/play-scenario.ts';
import { readScenarios } from '#rehearsal/read-scenarios.ts';
import { reglamentWith, theReglament } from '#test/support/desk.ts';

const SILENT = [
  {
    at: 'Tue 16.02 13:52',
    who: 'marina',
    does: 'mails',
    kind: 'error',
    subject: 'Не проводится документ',
    text: 'Навигатор: Документы\\Счета. Открываю счёт № 115 от 15.02.2027, нажимаю «Провести», а программа пишет: «Не заполнено поле «Основание»», хотя должно быть «Проведён». Школа № 7, тел. (4852) 55-01-17',
    files: [{ name: 'screen.png', bytes: 84_000 }],
  },
  { at: 'Tue 16.02 14:20', who: 'olga', does: 'answers', text: 'Пришлите, пожалуйста, журнал ошибок.' },
  { at: '30 s later', who: 'olga', does: 'moves', to: 'waiting' },
];

async function missesWith(seen: object, at = 'Thu 25.02 09:00', reglament = theReglament()) {
  const text = JSON.stringify({
    year: 2027,
    scenarios: [
      {
        name: 'Проба',
        story: [
          ...SILENT,
          Object.fromEntries([
            ['at', at],
            ['then', seen],
          ]),
        ],
      },
    ],
  });
  const { scenarios, diagnostics } = readScenarios([{ path: 'a.scenarios.json', text }], reglament);
  expect(diagnostics).toEqual([]);
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  const played = await playScenario(scenario, () => reglament);
  return played.flatMap(({ misses }) => misses);
}

const REMINDER = { at: 'Sat 20.02 09:00', message: 'reminder', to: ['marina'], lastDay: 'Wed 24.02' };
const CLOSED = { at: 'Thu 25.02 09:00', message: 'closed-unanswered', lastDay: 'Mon 01.03' };

describe('an expectation', () => {
  test('that comes true is none to speak of', async () => {
    expect(
      await missesWith({
        state: 'closed',
        resolution: 'unanswered',
        letters: [REMINDER, CLOSED],
        mails: { marina: 2 },
      }),
    ).toEqual([]);
  });

  test.each([
    ['state', { state: 'waiting' }, 'waiting', 'closed'],
    ['resolution', { resolution: 'done' }, 'done', 'unanswered'],
    ['followUps', { followUps: 1 }, '1', '0'],
    ['reporter', { reporter: 'olga' }, 'olga', 'marina'],
    ['mails', { mails: { marina: 1 } }, 'marina: 1', 'marina: 2'],
    ['labels', { labels: ['vip'] }, 'vip', '–'],
    ['files', { files: ['a.txt'] }, 'a.txt', 'screen.png'],
    [
      'letters',
      { letters: [REMINDER] },
      'Sat 20.02.2027 09:00 reminder (≤ Wed 24.02.2027) → marina',
      'Sat 20.02.2027 09:00 reminder (≤ Wed 24.02.2027) → marina; Thu 25.02.2027 09:00 closed-unanswered (≤ Mon 01.03.2027) → marina',
    ],
    [
      'noLettersSince',
      { noLettersSince: 'Thu 25.02 09:00' },
      '– (Thu 25.02 09:00)',
      'Thu 25.02.2027 09:00 closed-unanswered',
    ],
    ['notes', { notes: [] }, '–', 'Thu 25.02.2027 09:00 why-closed-unanswered'],
    ['why', { why: [{ rule: 'late-return' }] }, 'late-return', 'remind-before-closing, close-on-silence'],
    [
      'whyNot',
      { whyNot: ['close-on-silence'] },
      '– close-on-silence',
      'remind-before-closing, close-on-silence',
    ],
  ])(
    'of %s that does not says what was expected, and what happened instead',
    async (aspect, then, expected, actual) => {
      const misses = await missesWith(then);

      expect(misses).toEqual([{ path: expect.arrayContaining([aspect]), expected, actual }]);
    },
  );

  test.each([
    ['at another minute', { ...REMINDER, at: 'Sat 20.02 09:01' }],
    ['to somebody else', { ...REMINDER, to: ['marina', 'kirill'] }],
    ['until another day', { ...REMINDER, lastDay: 'Thu 25.02' }],
    ['in other words', { ...REMINDER, contains: 'до конца дня 25 февраля' }],
    ['without a word that is in it', { ...REMINDER, lacks: '24 февраля' }],
  ])('of a letter %s fails', async (_, letter) => {
    expect(await missesWith({ letters: [letter] }, 'Mon 22.02 12:00')).toHaveLength(1);
  });

  test('of what time will do fails where time will do something else', async () => {
    const forecast = [{ at: 'Thu 25.02 10:00', rule: 'close-on-silence' }];

    expect(await missesWith({ forecast }, 'Mon 22.02 12:00')).toEqual([
      {
        path: expect.arrayContaining(['forecast']),
        expected: 'Thu 25.02.2027 10:00 close-on-silence',
        actual: 'Thu 25.02.2027 09:00 close-on-silence',
      },
    ]);
  });

  test('is held against the policy in force: another policy, another end', async () => {
    const longer = reglamentWith([
      'clarification.policy.json',
      '"answerWithin": "5 business days"',
      '"answerWithin": "6 business days"',
    ]);

    expect(await missesWith({ state: 'closed' }, 'Thu 25.02 09:00', longer)).toEqual([
      { path: expect.arrayContaining(['state']), expected: 'closed', actual: 'waiting' },
    ]);
  });
});
