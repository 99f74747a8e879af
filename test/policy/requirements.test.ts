import { describe, expect, test } from 'vitest';
import { effectsOf, forecastOf, judged, moscow, reglamentWith, textOf } from '#test/support/desk.ts';
import { ANNA, BORIS, BOT, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { type Flavour, RawIssue } from '#test/support/raw-issue.ts';

const LETTER =
  'Здравствуйте! Заявка на оплату не проводится, программа выдаёт ошибку.\n\nКузнецова Марина Олеговна\nМКУ «Центр учёта»\nтел. 8 (8352) 32-33-23';

/** An error of Tue 16.02, 14:20, by mail; its screenshot comes 40 seconds later. */
function letter(text = LETTER, options: { flavour?: Flavour; reporter?: Someone } = {}): RawIssue {
  return new RawIssue('2027-02-16 14:20', options)
    .ofKind('Ошибка')
    .channel('email')
    .summary('Не проводится заявка')
    .field('description', text)
    .people({ agents: ['olga', 'ivan'] });
}

function withScreenshot(raw = letter()): RawIssue {
  return raw.attaches(ANNA, '2027-02-16 14:20:40', 'экран.png', 240_000);
}

const ASKED = ['transition:waitingForCustomer', 'reply:ask'];

describe('a request that cannot be solved as it is', () => {
  test.each(['cloud-v3', 'cloud-v2', 'data-center'] as const)(
    'is asked once, for the path and the document, not for the screenshot that came (%s)',
    async (flavour) => {
      const raw = withScreenshot(letter(LETTER, { flavour }));

      const explanation = await judged(raw, 'created', '2027-02-16 14:26');

      expect(effectsOf(explanation)).toEqual(ASKED);
      const text = textOf(explanation, 'ask');
      expect(text).toContain('Здравствуйте, Анна Сергеевна!');
      expect(text).toContain('– название сущности');
      expect(text).toContain('– данные документа или записи');
      expect(text).not.toContain('экран');
      expect(text).not.toContain('организаци;');
      expect(text).toContain('до конца дня 24 февраля 2027 г. (МСК)');
      expect(explanation.decision.effects[1]?.data).toMatchObject({
        asked: ['entity', 'documentIds', 'steps'],
        promisedLastDay: '2027-02-24',
      });
    },
  );

  test('waits for quiet: five minutes after the last thing that the customer did', async () => {
    const { decision } = await judged(withScreenshot(), 'created', '2027-02-16 14:21');

    expect(decision.effects.map(({ notBefore }) => notBefore && moscow(notBefore))).toEqual([
      '2027-02-16 14:25',
      '2027-02-16 14:25',
    ]);
  });

  test('at night is asked in the morning, and moved to waiting then too', async () => {
    const raw = new RawIssue('2027-02-16 23:50')
      .ofKind('Ошибка')
      .channel('email')
      .field('description', LETTER);
    const { decision } = await judged(raw, 'created', '2027-02-16 23:59');

    expect(decision.effects.map(({ notBefore }) => notBefore && moscow(notBefore))).toEqual([
      '2027-02-17 09:00',
      '2027-02-17 09:00',
    ]);
  });

  test('and holds everything is not asked', async () => {
    const whole = `${LETTER}\nНавигатор: Исполнение бюджета \\ Документы \\ Заявки\nЗаявка № 58 от 12.02.2027. Открываю, нажимаю «Провести».`;

    expect(effectsOf(await judged(withScreenshot(letter(whole)), 'created', '2027-02-16 14:30'))).toEqual([]);
  });

  test('that says in a later letter what was missing is not asked', async () => {
    const raw = withScreenshot().says(
      ANNA,
      '2027-02-16 14:23',
      'Забыла: Навигатор: Документы \\ Заявки, заявка № 58 от 12.02.2027.',
    );

    expect(effectsOf(await judged(raw, 'created', '2027-02-16 14:30'))).not.toContain('reply:ask');
  });

  test.each([
    [
      'an agent has answered publicly',
      (raw: RawIssue) => raw.says(OLGA, '2027-02-16 14:22', 'Смотрю, минутку.'),
    ],
    ['the priority is the highest', (raw: RawIssue) => raw.field('priority', { id: '1', name: 'Highest' })],
    ['a split is pending', (raw: RawIssue) => raw.labelled(OLGA, '2027-02-16 14:22', ['reglament-split'])],
    [
      'an agent made it',
      (raw: RawIssue) => raw.field('creator', { accountId: 'olga', displayName: 'Ольга' }),
    ],
    [
      'it is a clone',
      (raw: RawIssue) =>
        raw.field('issuelinks', [{ type: { name: 'Cloners' }, outwardIssue: { key: 'SUP-1' } }]),
    ],
    ['it came by phone', (raw: RawIssue) => raw.labelled(OLGA, '2027-02-16 14:22', ['phone'])],
    [
      'it waits for an approval',
      (raw: RawIssue) => raw.field('customfield_1', PENDING).more(APPROVAL_SCHEMA),
    ],
  ] as const)('is not asked where %s', async (_, change) => {
    expect(effectsOf(await judged(change(letter()), 'created', '2027-02-16 14:30'))).not.toContain(
      'reply:ask',
    );
  });

  test('whose form, organisation and profile say something is not asked for it', async () => {
    const raw = letter('Не проводится заявка, программа выдаёт ошибку.')
      .field('customfield_20', 'Навигатор: Документы \\ Заявки')
      .more({ names: { customfield_20: 'Сущность системы' } });

    const text = textOf(await judged(raw, 'created', '2027-02-16 14:30'), 'ask');

    expect(text).not.toContain('сущности');
    expect(text).not.toContain('имя и отчество');
    expect(text).toContain('– название организации');
    expect(text).not.toContain('электронной почты');
  });

  test('is proposed to the agent as a draft where the desk wants that', async () => {
    const drafts = reglamentWith(['requirements.policy.json', '"ask": "auto"', '"ask": "draft"']);

    const explanation = await judged(withScreenshot(), 'created', '2027-02-16 14:30', drafts);

    expect(effectsOf(explanation)).toEqual(['note:ask-draft']);
    expect(textOf(explanation, 'ask-draft')).toContain('Здравствуйте, Анна Сергеевна!');
  });

  test('of which only something wanted is missing is a hint to the agent', async () => {
    const raw = letter('Навигатор: Документы \\ Заявки, заявка № 58 от 12.02.2027. Не проводится.');

    const explanation = await judged(raw, 'created', '2027-02-16 14:30');

    expect(effectsOf(explanation)).toEqual(['note:wanted-missing']);
    expect(textOf(explanation, 'wanted-missing')).toContain('– телефон');
    expect(textOf(explanation, 'wanted-missing')).toMatch(
      /Прочитано: ошибка, документ; имя «Петрова Анна Сергеевна», .*какой документ «58 от 12\.02\.2027»\.$/,
    );
    expect(textOf(explanation, 'wanted-missing')).not.toContain('суть доработки');
  });

  test('in English is asked in English', async () => {
    const raw = letter('Hello, the payment order cannot be posted, the program shows an error message.');

    expect(textOf(await judged(raw, 'created', '2027-02-16 14:30'), 'ask')).toContain(
      'Without a reply by the end of 24 February 2027 (Moscow time)',
    );
  });

  test('of an unclear kind is asked for nothing that its letter may hold', async () => {
    expect(effectsOf(await judged(letter().ofKind('Задача'), 'created', '2027-02-16 14:30'))).toEqual([]);
  });
});

describe('our ask', () => {
  /** Asked at 14:25:40, as an earlier decision left it. */
  function asked(items = ['entity', 'documentIds']): RawIssue {
    return withScreenshot()
      .moves(BOT, '2027-02-16 14:25:40', 'Waiting for customer')
      .says(BOT, '2027-02-16 14:25:41', 'Чтобы решить обращение…', {
        marker: {
          v: 1,
          key: 'jira/10001/ask-for-what-is-missing/reply/created',
          rule: 'ask-for-what-is-missing',
          message: 'ask',
          asked: items,
          promisedLastDay: '2027-02-24',
        },
      });
  }

  test('counts from its own day: a reminder on Saturday 20.02, closed on Thursday 25.02', async () => {
    expect(forecastOf(await judged(asked(), 'timePassed', '2027-02-17 10:00'))).toEqual([
      '2027-02-20 09:00 remind-before-closing',
      '2027-02-25 09:00 close-on-silence',
    ]);
  });

  test('is named by the reminder in its own words', async () => {
    const text = textOf(await judged(asked(), 'timePassed', '2027-02-20 09:00'), 'reminder');

    expect(text).toContain('мы ещё ждём: название сущности; данные документа или записи.');
  });

  test('is warning enough: closed on its day even where the reminder was lost', async () => {
    expect(effectsOf(await judged(asked(), 'timePassed', '2027-02-25 09:00'))).toContain('transition:closed');
  });

  test('is answered in part: work resumes, and the agent is told what has not come', async () => {
    const raw = asked().says(ANNA, '2027-02-17 10:00', 'Заявка № 58 от 12.02.2027, остальное позже.');

    const explanation = await judged(raw, 'replied', '2027-02-17 10:01');

    expect(effectsOf(explanation)).toEqual(['transition:inProgress', 'note:still-missing']);
    expect(textOf(explanation, 'still-missing')).toContain('– название сущности');
    expect(textOf(explanation, 'still-missing')).not.toContain('документ');
  });

  test('answered whole needs no word to the agent', async () => {
    const raw = asked().says(
      BORIS,
      '2027-02-17 10:00',
      'Навигатор: Документы \\ Заявки; заявка № 58 от 12.02.2027.',
    );

    expect(effectsOf(await judged(raw, 'replied', '2027-02-17 10:01'))).toEqual(['transition:inProgress']);
  });

  test('is never said twice', async () => {
    expect(effectsOf(await judged(asked(), 'created', '2027-02-16 15:00'))).toEqual([]);
  });
});

const PENDING = [{ id: '1', name: 'Согласование', finalDecision: 'pending', approvers: [] }];
const APPROVAL_SCHEMA = { schema: { customfield_1: { custom: 'com.atlassian.servicedesk:sd-approvals' } } };

describe('what support does not do', () => {
  const about = (summary: string, text: string) =>
    judged(letter(text).summary(summary).ofKind('Консультация'), 'created', '2027-02-16 14:30');

  test('a printer that does not print is labelled, with a draft for the agent, and asked nothing', async () => {
    const explanation = await about(
      'Не печатает принтер',
      'Не печатает принтер в 12 кабинете, горит красная лампочка.',
    );

    expect(effectsOf(explanation)).toEqual(['label:reglament-scope', 'note:out-of-scope']);
    expect(textOf(explanation, 'out-of-scope')).toContain('«Не печатает принтер»');
    expect(textOf(explanation, 'out-of-scope')).toContain('ваш системный администратор');
  });

  test('a program that prints the wrong form is ours', async () => {
    const explanation = await judged(
      letter('Печатает не ту форму: вместо требования выходит ведомость. Принтер исправен.').summary(
        'Печатает не ту форму',
      ),
      'created',
      '2027-02-16 14:30',
    );

    expect(effectsOf(explanation)).toContain('reply:ask');
    expect(textOf(explanation, 'ask')).toContain('– название сущности');
  });

  test('what may be either is a hint, and asked nothing', async () => {
    const explanation = await about(
      'Не печатает',
      'Принтер не печатает платёжки из программы, документы проводятся.',
    );

    expect(effectsOf(explanation)).toEqual(['note:scope-unsure']);
  });
});

describe('a request by phone', () => {
  function call(): RawIssue {
    return letter('Звонит Петрова: не проводится заявка.')
      .field('labels', ['phone'])
      .field('creator', { accountId: 'olga', displayName: 'Ольга Агентова', accountType: 'atlassian' });
  }

  test('is asked nothing by a machine; the agent is to write down who called', async () => {
    expect(effectsOf(await judged(call(), 'created', '2027-02-16 14:30'))).toEqual(['note:who-called']);
  });

  test('that was solved is to be answered by a call', async () => {
    const solved = call().moves(OLGA, '2027-02-17 12:00', 'Resolved', 'Done');

    expect(effectsOf(await judged(solved, 'transitioned', '2027-02-17 12:01'))).toEqual([
      'note:answer-by-phone',
    ]);
  });
});

describe('the acknowledgement', () => {
  test('is off where Jira sends its own, and can be switched on', async () => {
    const on = reglamentWith(['channels.policy.json', '"acknowledge": false', '"acknowledge": true']);

    expect(effectsOf(await judged(letter(), 'created', '2027-02-16 14:21'))).not.toContain(
      'reply:registered',
    );
    expect(effectsOf(await judged(letter(), 'created', '2027-02-16 14:21', on))).toContain(
      'reply:registered',
    );
  });
});

describe('a clone, an import, a request that an automation made', () => {
  test('by an unknown account is asked nothing', async () => {
    const raw = letter().channel('api').field('creator', { accountId: ROBOT.id, accountType: 'app' });

    expect(effectsOf(await judged(raw, 'created', '2027-02-16 14:30'))).not.toContain('reply:ask');
  });
});
