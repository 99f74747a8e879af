import { describe, expect, test } from 'vitest';
import { effectsOf, judged, lastDayOf, reglamentWith, textOf } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { type Flavour, RawIssue } from '#test/support/raw-issue.ts';

const SOLUTION = 'Откройте меню «Сервис», пункт «Пересчёт итогов»: после него документ проведётся.';
const LATE = ['openTicket', 'reply:late-return', 'label:reglament-look'];
const COMPLAINT = 'Добрый день. Ошибка повторилась на другом документе, помогите.';

/** Solved on Fri 19.02, 17:30; the window of two business days ends with Wed 24.02. */
function solved(kind = 'Консультация', flavour: Flavour = 'cloud-v3'): RawIssue {
  return new RawIssue('2027-02-16 14:00', { flavour })
    .ofKind(kind)
    .channel('email')
    .people({ agents: ['olga', 'ivan'] })
    .says(OLGA, '2027-02-19 17:29', SOLUTION)
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
}

describe('a reply that is judged again long after', () => {
  const reopened = () =>
    solved()
      .says(ANNA, '2027-02-24 10:00', COMPLAINT)
      .moves(ROBOT, '2027-02-24 10:00:01', 'Waiting for support', null);

  test('is confirmed within two business days, and no more after them', async () => {
    const at = async (time: string) => effectsOf(await judged(reopened(), 'replied', time));

    expect(await at('2027-02-26 17:59')).toEqual(['reply:returned']);
    expect(await at('2027-03-01 09:00')).toEqual([]);
    const { decision } = await judged(reopened(), 'replied', '2027-03-01 09:00');
    expect(decision.dropped).toContainEqual(expect.objectContaining({ kind: 'reply', why: 'stale' }));
  });

  test('is still told of a return that only happens now, because we were stopped', async () => {
    const raw = solved().says(ANNA, '2027-02-24 10:00', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-03-02 10:00'))).toEqual([
      'transition:inProgress',
      'reply:returned',
    ]);
  });

  test('returns nothing once the customer has closed the request after it', async () => {
    const raw = reopened().moves(ANNA, '2027-02-25 12:00', 'Resolved', 'Done');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-25 12:01'))).toEqual([]);
    expect(effectsOf(await judged(raw, 'replied', '2027-03-10 09:00'))).toEqual([]);
  });
});

describe('a reply in the return window', () => {
  test.each(['cloud-v3', 'cloud-v2', 'data-center'] as const)(
    'on Wed 24.02, 23:40, reopens at once, and the letter that says so waits for the morning (%s)',
    async (flavour) => {
      const raw = solved('Консультация', flavour).says(ANNA, '2027-02-24 23:40', COMPLAINT);

      const explanation = await judged(raw, 'replied', '2027-02-24 23:41');

      expect(effectsOf(explanation)).toEqual(['transition:inProgress', 'reply:returned']);
      expect(lastDayOf(explanation, 'reopen')).toBe('2027-02-24');
      expect(textOf(explanation, 'returned')).toContain('снова в работе');
      expect(explanation.decision.effects.map(({ notBefore }) => notBefore?.toString())).toEqual([
        undefined,
        msk('2027-02-25 09:00').toString(),
      ]);
    },
  );

  test('in the morning the letter goes out, unless an agent has answered by then', async () => {
    const raw = solved().says(ANNA, '2027-02-24 23:40', COMPLAINT);
    const reopened = raw.moves(BOT, '2027-02-24 23:41', 'In progress', null);

    expect(effectsOf(await judged(reopened, 'replied', '2027-02-25 09:00'))).toEqual(['reply:returned']);

    const answered = reopened.says(OLGA, '2027-02-25 08:40', 'Поля по 5 мм, и графы поместятся.');
    expect(effectsOf(await judged(answered, 'replied', '2027-02-25 09:00'))).toEqual([]);
  });

  test('in its last second is in time, one second later by grace, and after the grace it is late', async () => {
    const at = async (time: string, channel = 'email') => {
      const raw = solved().channel(channel).says(ANNA, time, COMPLAINT);
      return effectsOf(await judged(raw, 'replied', '2027-02-25 09:30'));
    };

    expect(await at('2027-02-24 23:59:59')).toContain('transition:inProgress');
    expect(await at('2027-02-25 00:14:59')).toContain('transition:inProgress');
    expect(await at('2027-02-25 00:15:00')).toEqual(LATE);
    expect(await at('2027-02-25 00:00:00', 'portal')).toEqual(LATE);
  });

  test('is judged by its own time, however late we look', async () => {
    const raw = solved().says(ANNA, '2027-02-24 16:00', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-03-20 10:00'))).toContain('transition:inProgress');
  });

  test('two replies reopen once: both have the same cause', async () => {
    const first = await judged(
      solved().says(ANNA, '2027-02-24 12:00', COMPLAINT),
      'replied',
      '2027-02-24 12:05',
    );
    const both = solved()
      .says(ANNA, '2027-02-24 12:00', COMPLAINT)
      .says(ANNA, '2027-02-24 12:03', 'И ещё не печатает.');
    const second = await judged(both, 'replied', '2027-02-24 12:05');

    expect(second.decision.effects.map(({ key }) => key)).toEqual(
      first.decision.effects.map(({ key }) => key),
    );
  });

  test('that Jira itself reopened already still gets its answer', async () => {
    const raw = solved()
      .says(ANNA, '2027-02-24 12:00', COMPLAINT)
      .moves(ROBOT, '2027-02-24 12:00:05', 'Waiting for support', null);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 12:01'))).toEqual(['reply:returned']);
    expect(effectsOf(await judged(raw, 'transitioned', '2027-02-24 12:01'))).toEqual([]);
  });

  test('that an agent answered already is the agent’s', async () => {
    const raw = solved()
      .says(ANNA, '2027-02-24 12:00', COMPLAINT)
      .says(OLGA, '2027-02-24 12:10', 'Смотрю, отвечу сегодня.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 12:20'))).toEqual([]);
  });

  test('is answered once: a comment of ours with the key is remembered by the ticket', async () => {
    const raw = solved().says(ANNA, '2027-02-24 12:00', COMPLAINT);
    const reply = (await judged(raw, 'replied', '2027-02-24 12:01')).decision.effects[1];
    raw
      .moves(BOT, '2027-02-24 12:01', 'In progress', null)
      .says(BOT, '2027-02-24 12:01', 'Ваш ответ получен…', {
        marker: { v: 1, key: reply?.key, message: 'returned' },
      });

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 12:02'))).toEqual([]);
  });
});

describe('a late reply', () => {
  const late = () => solved().says(ANNA, '2027-02-25 09:10', COMPLAINT);

  test('opens one linked follow-up, and one mail tells of it', async () => {
    const explanation = await judged(late(), 'replied', '2027-02-25 09:11');

    expect(effectsOf(explanation)).toEqual(LATE);
    const text = textOf(explanation, 'late-return');
    expect(text).toContain('до конца дня 24 февраля 2027 г. (МСК; 2 рабочих дня, п. 5.3)');
    expect(text).toContain('ответ придёт по {newKey}');
  });

  test('the follow-up is a whole ticket: all that is known is inherited, and its summary bears no key', async () => {
    const raw = late()
      .summary('[SUP-7] Re: Не проводится документ')
      .field('components', [{ id: '7', name: 'Бюджет' }])
      .field('security', { id: '3', name: 'Только поддержка' })
      .field('customfield_10010', {
        requestType: { id: '96', name: 'Вопрос' },
        currentStatus: { status: 'Решено' },
      })
      .attaches(ANNA, '2027-02-25 09:10', 'log.txt', 30_000)
      .attaches(ANNA, '2027-02-25 09:10', 'image002.png', 3_000);

    const { decision } = await judged(raw, 'replied', '2027-02-25 09:11');

    expect(decision.effects[0]?.data).toMatchObject({
      kind: 'openTicket',
      link: 'SUP-7',
      projectKey: 'SUP',
      issueType: { name: 'Консультация' },
      requestType: { id: '96' },
      priority: { name: 'Medium' },
      components: [{ id: '7' }],
      securityLevel: { id: '3' },
      reporter: 'anna',
      summary: 'Не проводится документ',
      files: [{ name: 'log.txt' }],
    });
    expect(JSON.stringify(decision.effects[0]?.data)).toContain(COMPLAINT);
  });

  test('of a colleague is opened on their behalf, and the first customer takes part', async () => {
    const raw = solved().says(BORIS, '2027-02-25 09:10', COMPLAINT);

    const { decision } = await judged(raw, 'replied', '2027-02-25 09:11');

    expect(decision.effects[0]?.data).toMatchObject({ reporter: 'boris', participants: ['anna'] });
    expect(textOf({ decision } as never, 'late-return')).toMatch(/^Здравствуйте!\n/);
  });

  test('a second one lands in the same follow-up: no second ticket, no second mail', async () => {
    const first = await judged(late(), 'replied', '2027-02-25 09:11');
    const raw = late()
      .says(ANNA, '2027-02-25 09:12', 'Вот ещё журнал.')
      .attaches(ANNA, '2027-02-25 09:12', 'journal.zip', 9_000_000);
    const second = await judged(raw, 'replied', '2027-02-25 09:13');
    const keys = (explanation: typeof first, kind: string) =>
      explanation.decision.effects.filter(({ data }) => data.kind === kind).map(({ key }) => key);

    expect(keys(second, 'openTicket')).toEqual(keys(first, 'openTicket'));
    expect(keys(second, 'reply')).toEqual(keys(first, 'reply'));
    expect(second.decision.effects.find(({ data }) => data.kind === 'note')?.data).toMatchObject({
      message: 'late-message',
      onFollowUpOf: 'history:10102',
      files: [{ name: 'journal.zip' }],
    });
  });

  test('after the follow-up was told of, only the copy is made', async () => {
    const reply = (await judged(late(), 'replied', '2027-02-25 09:11')).decision.effects[1];
    const raw = late()
      .says(BOT, '2027-02-25 09:11', 'Спасибо, что написали…', {
        marker: { v: 1, key: reply?.key, message: 'late-return', opened: 'SUP-12' },
      })
      .says(ANNA, '2027-02-26 10:00', 'Вот ещё журнал.');

    const explanation = await judged(raw, 'replied', '2027-02-26 10:01');

    expect(effectsOf(explanation)).toEqual(['note:late-message', 'label:reglament-look']);
  });

  test('the follow-up is known by our wording where the marker is lost', async () => {
    const text = textOf(await judged(late(), 'replied', '2027-02-25 09:11'), 'late-return').replaceAll(
      '{newKey}',
      'SUP-12',
    );
    const raw = late().says(BOT, '2027-02-25 09:11', text).says(ANNA, '2027-02-26 10:00', 'Вот ещё журнал.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-26 10:01'))).toEqual([
      'note:late-message',
      'label:reglament-look',
    ]);
  });

  test('is refused with the address where the desk has decided so', async () => {
    const refusing = reglamentWith([
      'reopening.policy.json',
      '"lateReply": "createLinked"',
      '"lateReply": "refuse"',
    ]);

    const explanation = await judged(late(), 'replied', '2027-02-25 09:11', refusing);

    expect(effectsOf(explanation)).toEqual(['reply:late-return-refused', 'label:reglament-look']);
    expect(textOf(explanation, 'late-return-refused')).toContain('help@rostu-comp.ru');
  });

  test('of whom nobody knows gets no public answer, only eyes', async () => {
    const stranger: Someone = { id: 'stranger', name: 'Кто-то' };
    const raw = solved('Консультация', 'data-center').says(stranger, '2027-02-25 09:10', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-25 09:11'))).toEqual(['label:reglament-look']);
  });

  test('to what the customer closed themselves is never refused', async () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .moves(ANNA, '2027-02-17 10:00', 'Canceled', 'Canceled')
      .says(ANNA, '2027-03-15 09:10', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-03-15 09:11'))).toEqual([
      'transition:inProgress',
      'reply:returned',
    ]);
  });
});

describe('the window by kind', () => {
  const closed = (kind: string) =>
    solved(kind)
      .moves(OLGA, '2027-02-24 10:00', 'In progress', null)
      .moves(OLGA, '2027-02-24 15:00', 'Resolved', 'Done');

  test('five business days for a change request, two for an error', async () => {
    const change = await judged(
      closed('Доработка').says(ANNA, '2027-03-02 11:00', COMPLAINT),
      'replied',
      '2027-03-02 11:01',
    );
    const error = await judged(
      closed('Ошибка').says(ANNA, '2027-03-02 11:00', COMPLAINT),
      'replied',
      '2027-03-02 11:01',
    );

    expect(lastDayOf(change, 'reopen')).toBe('2027-03-03');
    expect(effectsOf(change)).toContain('transition:inProgress');
    expect(lastDayOf(error, 'reopen')).toBe('2027-02-26');
    expect(effectsOf(error)).toEqual(LATE);
  });

  test('is the longest one while the kind is unclear', async () => {
    const explanation = await judged(
      closed('Задача').says(ANNA, '2027-03-02 11:00', COMPLAINT),
      'replied',
      '2027-03-02 11:01',
    );

    expect(lastDayOf(explanation, 'reopen')).toBe('2027-03-03');
  });

  test('is that of the kind at the moment of closing, whatever it became since', async () => {
    const raw = closed('Доработка')
      .becomes(OLGA, '2027-02-25 10:00', 'Ошибка')
      .says(ANNA, '2027-03-02 11:00', COMPLAINT);

    expect(lastDayOf(await judged(raw, 'replied', '2027-03-02 11:01'), 'reopen')).toBe('2027-03-03');
  });

  test('is what the policy’s parameter says, in behaviour and text alike', async () => {
    const three = reglamentWith([
      'reopening.policy.json',
      '"consultation": "2 business days"',
      '"consultation": "3 business days"',
    ]);
    const onThursday = await judged(
      solved().says(ANNA, '2027-02-25 09:10', COMPLAINT),
      'replied',
      '2027-02-25 09:11',
      three,
    );
    const onFriday = await judged(
      solved().says(ANNA, '2027-02-26 09:10', COMPLAINT),
      'replied',
      '2027-02-26 09:11',
      three,
    );

    expect(effectsOf(onThursday)).toContain('transition:inProgress');
    expect(textOf(onFriday, 'late-return')).toContain(
      'до конца дня 25 февраля 2027 г. (МСК; 3 рабочих дня, п. 5.3)',
    );
  });
});

describe('the anchor of the window', () => {
  test('is the closing, when the solution came before', async () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .ofKind('Консультация')
      .says(OLGA, '2027-02-17 12:00', SOLUTION)
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-20 10:00'), 'reopen')).toBe('2027-02-24');
  });

  test('moves later with a substantive reply inside the window, not with «готово»', async () => {
    const substantive = solved().says(
      IVAN,
      '2027-02-24 12:00',
      'Дополню: если итоги не пересчитались, выполните также «Проверку базы».',
    );
    const hollow = solved().says(IVAN, '2027-02-24 12:00', 'Готово.');

    expect(lastDayOf(await judged(substantive, 'timePassed', '2027-02-24 13:00'), 'reopen')).toBe(
      '2027-02-26',
    );
    expect(lastDayOf(await judged(hollow, 'timePassed', '2027-02-24 13:00'), 'reopen')).toBe('2027-02-24');
  });

  test('does not move once the window has ended', async () => {
    const raw = solved().says(IVAN, '2027-02-25 12:00', 'Дополню: выполните также «Проверку базы».');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-25 13:00'), 'reopen')).toBe('2027-02-24');
  });

  test.each([
    ['closed', '2027-02-24'],
    ['resolutionReceived', '2027-02-19'],
    ['earlier', '2027-02-19'],
    ['later', '2027-02-24'],
  ])('is chosen by the setting: %s', async (choose, lastDay) => {
    const raw = new RawIssue('2027-02-16 14:00')
      .ofKind('Консультация')
      .says(OLGA, '2027-02-17 12:00', SOLUTION)
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
    const chosen = reglamentWith([
      'reopening.policy.json',
      '"returnAnchor": "later"',
      `"returnAnchor": "${choose}"`,
    ]);

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-19 18:00', chosen), 'reopen')).toBe(lastDay);
  });

  test('is the first entry into a closed status: Resolved → Closed starts nothing', async () => {
    const raw = solved().moves(ROBOT, '2027-02-25 03:00', 'Closed', 'Done');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-25 10:00'), 'reopen')).toBe('2027-02-24');
  });

  test('is never the field resolutiondate', async () => {
    const raw = solved().field('resolutiondate', '2027-03-09T10:00:00.000+0300');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-02-25 10:00'), 'reopen')).toBe('2027-02-24');
  });

  test('a new solution starts a new window', async () => {
    const raw = solved()
      .says(ANNA, '2027-02-24 12:00', COMPLAINT)
      .moves(BOT, '2027-02-24 12:01', 'In progress', null)
      .says(OLGA, '2027-03-01 15:00', 'Выпустили исправление 5.12, обновитесь.')
      .moves(OLGA, '2027-03-01 15:01', 'Resolved', 'Done');

    expect(lastDayOf(await judged(raw, 'timePassed', '2027-03-01 16:00'), 'reopen')).toBe('2027-03-03');
  });

  test('a date printed in the closing letter never moves earlier', async () => {
    const raw = new RawIssue('2027-02-10 14:00')
      .ofKind('Ошибка')
      .moves(OLGA, '2027-02-11 10:00', 'Waiting for customer')
      .moves(BOT, '2027-02-25 09:00', 'Closed', 'Unanswered')
      .says(BOT, '2027-02-25 09:00', 'Мы не получили ответа…', {
        marker: {
          v: 1,
          key: 'k',
          rule: 'close-on-silence',
          message: 'closed-unanswered',
          promisedLastDay: '2027-03-04',
        },
      })
      .says(ANNA, '2027-03-04 20:00', COMPLAINT);

    expect(effectsOf(await judged(raw, 'replied', '2027-03-04 20:01'))).toContain('transition:inProgress');
  });
});

describe('thanks on a closed request', () => {
  test.each([
    ['Спасибо!', 'thanks'],
    ['Большое спасибо, всё заработало!', 'thanks'],
    ['Добрый день! Спасибо за помощь.\n\nС уважением,\nАнна Петрова', 'thanks'],
    ['Thank you very much!', 'thanks'],
  ])('«%s» reopens nothing and is answered by nobody, but seen', async (said) => {
    const raw = solved()
      .says(ANNA, '2027-02-24 10:00', said)
      .attaches(ANNA, '2027-02-24 10:00', 'image001.png', 4_000);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 10:01'))).toEqual(['label:reglament-look']);
  });

  test.each([
    'Спасибо, но опять ошибка',
    'Спасибо, только не помогло',
    'Thanks, but it still fails',
    'Спасибо! А как удалить дубль?',
  ])('«%s» reopens', async (said) => {
    const raw = solved().says(ANNA, '2027-02-24 10:00', said);

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 10:01'))).toEqual([
      'transition:inProgress',
      'reply:returned',
    ]);
  });

  test('late thanks bring no reply and no ticket', async () => {
    const raw = solved().says(ANNA, '2027-03-10 10:00', 'Спасибо!');

    expect(effectsOf(await judged(raw, 'replied', '2027-03-10 10:01'))).toEqual(['label:reglament-look']);
  });

  test('what is perhaps thanks reopens in time, without a word; late it only gets eyes', async () => {
    const said = 'Спасибо, передам бухгалтерам';
    const inTime = await judged(solved().says(ANNA, '2027-02-24 10:00', said), 'replied', '2027-02-24 10:01');
    const late = await judged(solved().says(ANNA, '2027-03-10 10:00', said), 'replied', '2027-03-10 10:01');

    expect(effectsOf(inTime)).toEqual(['transition:inProgress']);
    expect(effectsOf(late)).toEqual(['label:reglament-look']);
  });

  test('an auto-reply reopens nothing', async () => {
    const raw = solved().says(ANNA, '2027-02-24 10:00', 'Автоматический ответ: я в отпуске до 9 марта.');

    expect(effectsOf(await judged(raw, 'replied', '2027-02-24 10:01'))).toEqual(['label:reglament-look']);
  });

  test('an automation that reopened because of thanks is put back', async () => {
    const raw = solved()
      .says(ANNA, '2027-02-24 10:00', 'Спасибо!')
      .moves(ROBOT, '2027-02-24 10:00:04', 'Waiting for support', null);

    const { decision } = await judged(raw, 'transitioned', '2027-02-24 10:01');

    expect(decision.effects.map(({ data }) => data)).toEqual([
      { kind: 'transition', from: 'open', to: 'closed', status: 'Resolved', resolution: 'Done' },
    ]);
  });
});

describe('a late reopening', () => {
  const reopenedBy = (who: Someone) =>
    solved()
      .says(ANNA, '2027-02-25 09:10', COMPLAINT)
      .moves(who, '2027-02-25 09:10:05', 'Waiting for support', null);

  test.each([
    ['an automation', ROBOT],
    ['a technical user', { id: 'jira-tech', name: 'Technical', accountType: 'atlassian' } as const],
    ['the customer', ANNA],
  ])(
    'by %s is put back with its resolution, then the follow-up opens, then one mail tells',
    async (_, who) => {
      const raw = reopenedBy(who).people({ agents: ['olga', 'ivan', 'jira-tech'] });

      const explanation = await judged(raw, 'transitioned', '2027-02-25 09:11');

      expect(effectsOf(explanation)).toEqual(['transition:closed', 'openTicket', 'reply:late-return']);
      expect(explanation.decision.effects[0]?.data).toMatchObject({ resolution: 'Done' });
    },
  );

  test('has the same cause as the late message that set it off', async () => {
    const byMessage = await judged(reopenedBy(ROBOT), 'replied', '2027-02-25 09:11');
    const byMove = await judged(reopenedBy(ROBOT), 'transitioned', '2027-02-25 09:11');
    const keys = (explanation: typeof byMove) => explanation.decision.effects.map(({ key }) => key);

    expect(keys(byMessage).slice(0, 2)).toEqual(keys(byMove).slice(1));
  });

  test('by the customer’s own hand, without a word, is put back as well', async () => {
    const raw = solved().moves(ANNA, '2027-02-26 12:00', 'Waiting for support', null);

    expect(effectsOf(await judged(raw, 'transitioned', '2027-02-26 12:01'))).toEqual([
      'transition:closed',
      'openTicket',
      'reply:late-return',
    ]);
  });

  test('by an agent is an agent’s right, even seconds after the customer wrote', async () => {
    expect(effectsOf(await judged(reopenedBy(OLGA), 'transitioned', '2027-02-25 09:11'))).toEqual([]);
  });

  test('by an agent a day later is no customer’s return', async () => {
    const raw = solved()
      .says(ANNA, '2027-02-25 09:10', COMPLAINT)
      .moves(IVAN, '2027-02-26 09:10', 'In progress', null);

    expect(effectsOf(await judged(raw, 'transitioned', '2027-02-26 09:11'))).toEqual([]);
  });

  test('that is in time is left alone', async () => {
    const raw = solved().moves(ANNA, '2027-02-24 12:00', 'Waiting for support', null);

    expect(effectsOf(await judged(raw, 'transitioned', '2027-02-24 12:01'))).toEqual([]);
  });

  test('a put-back starts no new run and no new window', async () => {
    const raw = reopenedBy(ROBOT)
      .moves(BOT, '2027-02-25 09:11', 'Resolved', 'Done')
      .says(ANNA, '2027-02-26 09:10', COMPLAINT);

    const explanation = await judged(raw, 'replied', '2027-02-26 09:11');

    expect(lastDayOf(explanation, 'reopen')).toBe('2027-02-24');
    expect(effectsOf(explanation)).not.toContain('transition:inProgress');
  });
});

describe('a silently closed request', () => {
  const silent = () =>
    new RawIssue('2027-02-16 14:00')
      .ofKind('Ошибка')
      .says(OLGA, '2027-02-16 14:20', 'Пришлите, пожалуйста, журнал ошибок.')
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer')
      .moves(BOT, '2027-02-25 09:00', 'Closed', 'Unanswered');

  test('may be returned within the window of its kind, from the closing', async () => {
    const raw = silent().says(ANNA, '2027-03-01 20:00', 'Вот журнал, извините за задержку.');

    const explanation = await judged(raw, 'replied', '2027-03-01 20:01');

    expect(lastDayOf(explanation, 'reopen')).toBe('2027-03-01');
    expect(effectsOf(explanation)).toEqual(['transition:inProgress', 'reply:returned']);
  });

  test('later than that it is continued in a follow-up', async () => {
    const raw = silent().says(ANNA, '2027-03-02 09:00', 'Вот журнал, извините за задержку.');

    expect(effectsOf(await judged(raw, 'replied', '2027-03-02 09:01'))).toEqual(LATE);
  });
});

describe('a return for which the calendar is missing', () => {
  const raw = (at: string) =>
    new RawIssue('2027-12-29 14:00')
      .ofKind('Ошибка')
      .says(OLGA, '2027-12-30 10:00', SOLUTION)
      .moves(OLGA, '2027-12-30 10:01', 'Resolved', 'Done')
      .says(ANNA, at, COMPLAINT);

  test('is neither refused nor accepted: an agent is told, and the message is seen', async () => {
    expect(effectsOf(await judged(raw('2028-01-20 10:00'), 'replied', '2028-01-20 10:01'))).toEqual([
      'label:reglament-look',
      'note:calendar-missing',
    ]);
  });

  test('is accepted while it is surely in time', async () => {
    expect(effectsOf(await judged(raw('2027-12-31 10:00'), 'replied', '2027-12-31 10:01'))).toContain(
      'transition:inProgress',
    );
  });
});

describe('a request that returns into a void', () => {
  const returnsTo = (assignee: object | undefined) =>
    solved()
      .field('assignee', assignee ?? null)
      .says(ANNA, '2027-02-24 12:00', COMPLAINT);
  const gone = { accountId: 'petr', displayName: 'Пётр Ушедший', accountType: 'atlassian', active: false };
  const there = { accountId: 'olga', displayName: 'Ольга Агентова', accountType: 'atlassian', active: true };

  test('given to somebody who is switched off goes back to the queue', async () => {
    expect(effectsOf(await judged(returnsTo(gone), 'replied', '2027-02-24 12:01'))).toEqual([
      'transition:inProgress',
      'reply:returned',
      'assign:nobody',
    ]);
  });

  test('given to somebody who is there stays theirs, unless the desk wants it in the queue', async () => {
    const queue = reglamentWith(['reopening.policy.json', '"returnToQueue": false', '"returnToQueue": true']);

    expect(effectsOf(await judged(returnsTo(there), 'replied', '2027-02-24 12:01'))).not.toContain(
      'assign:nobody',
    );
    expect(effectsOf(await judged(returnsTo(there), 'replied', '2027-02-24 12:01', queue))).toContain(
      'assign:nobody',
    );
    expect(effectsOf(await judged(returnsTo(undefined), 'replied', '2027-02-24 12:01', queue))).not.toContain(
      'assign:nobody',
    );
  });
});

describe('a request closed as a duplicate', () => {
  const duplicate = (at: string) =>
    new RawIssue('2027-02-16 14:00')
      .ofKind('Консультация')
      .channel('email')
      .people({ agents: ['olga', 'ivan'] })
      .says(OLGA, '2027-02-19 17:29', SOLUTION)
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Duplicate')
      .says(ANNA, at, COMPLAINT);

  test('returns in time without a word of ours', async () => {
    expect(effectsOf(await judged(duplicate('2027-02-24 12:00'), 'replied', '2027-02-24 12:01'))).toEqual([
      'transition:inProgress',
    ]);
  });

  test('gets no refusal and no follow-up later, but is looked at', async () => {
    expect(effectsOf(await judged(duplicate('2027-02-25 12:00'), 'replied', '2027-02-25 12:01'))).toEqual([
      'label:reglament-look',
    ]);
  });
});
