import { describe, expect, test } from 'vitest';
import { inShort, moscow } from '#test/support/desk.ts';
import { ANNA, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import { type LookSettings, looksAt, returnedInTime, solvedOnFriday } from '#test/support/service-looks.ts';

async function keptWith(modes: LookSettings['modes'], ticket = returnedInTime()): Promise<readonly string[]> {
  const looks = await looksAt(ticket, modes === undefined ? {} : { modes });
  await looks.at('2027-02-24 12:01');
  return looks.kept();
}

const DONE = ['PLANNED transition:inProgress', 'PLANNED reply:returned'];
const OBSERVED = ['WITHHELD transition:inProgress (observe)', 'WITHHELD reply:returned (observe)'];

describe('a rule in the mode', () => {
  test('"enforce" acts', async () => {
    expect(await keptWith({ default: 'enforce' })).toEqual(DONE);
  });

  test('"observe" is recorded, and nothing is done or said', async () => {
    expect(await keptWith({ default: 'observe' })).toEqual(OBSERVED);
  });

  test('"off" leaves nothing behind', async () => {
    expect(await keptWith({ default: 'off' })).toEqual([]);
  });

  test('"suggest" proposes each act to the agent in one note, and does none of them', async () => {
    const looks = await looksAt(returnedInTime(), { modes: { default: 'suggest' } });
    const record = await looks.at('2027-02-24 12:01');
    await looks.at('2027-02-24 12:02');

    const kept = await looks.kept();
    expect(kept.filter((line) => line.startsWith('PLANNED'))).toEqual([
      'PLANNED note:suggestion',
      'PLANNED note:suggestion',
    ]);
    expect(kept.filter((line) => line.startsWith('WITHHELD'))).toEqual([
      'WITHHELD transition:inProgress (suggest)',
      'WITHHELD reply:returned (suggest)',
    ]);
    const notes = record.decisions
      .flatMap(({ effects }) => effects)
      .filter(({ withheld }) => withheld === undefined);
    expect(notes.every(({ effect }) => effect.data.kind === 'note' && effect.after === undefined)).toBe(true);
  });

  test('"suggest" repeats no proposal that stands on the ticket already', async () => {
    const first = await (await looksAt(returnedInTime(), { modes: { default: 'suggest' } })).at(
      '2027-02-24 12:01',
    );
    const proposed = first.decisions
      .flatMap(({ effects }) => effects)
      .filter(({ withheld }) => withheld === undefined)
      .map(({ effect }) => ({ key: effect.key, rule: effect.rule, message: 'suggestion' }));
    const ticket = returnedInTime();
    for (const marker of proposed) {
      ticket.notes({ id: 'reglament-bot', name: 'Регламент' }, '2027-02-24 12:01', 'Предлагается…', {
        marker,
      });
    }

    // The store was lost; the ticket remembers.
    const kept = await keptWith({ default: 'suggest' }, ticket);

    expect(proposed).toHaveLength(2);
    expect(kept.filter((line) => line.startsWith('PLANNED'))).toEqual([]);
  });
});

describe('the mode of a rule', () => {
  test.each<readonly [string, LookSettings['modes'], readonly string[]]>([
    ['is what is said of the rule', { default: 'observe', rules: { 'return-in-time': 'enforce' } }, DONE],
    ['is what is said of its policy', { default: 'enforce', policies: { reopening: 'observe' } }, OBSERVED],
    [
      'is that of the rule rather than of its policy',
      { policies: { reopening: 'observe' }, rules: { 'return-in-time': 'enforce' } },
      DONE,
    ],
    ['is what is said of the project', { default: 'observe', projects: { SUP: 'enforce' } }, DONE],
    [
      'is not what is said of another project',
      { default: 'observe', projects: { DEV: 'enforce' } },
      OBSERVED,
    ],
    [
      'is the lesser of what is said of the rule and of the project',
      { rules: { 'return-in-time': 'enforce' }, projects: { SUP: 'observe' } },
      OBSERVED,
    ],
  ])('%s', async (_, modes, expected) => {
    expect(await keptWith(modes)).toEqual(expected);
  });

  test('is what is said of the request type rather than of the project', async () => {
    const requestType = { requestType: { id: '7', name: 'Вопрос' }, currentStatus: {} };
    const ticket = () => returnedInTime().field('customfield_10010', requestType);
    const modes = {
      default: 'observe',
      projects: { SUP: 'observe' },
      requestTypes: { Вопрос: 'enforce' },
    } as const;

    expect(await keptWith(modes, ticket())).toEqual(DONE);
    expect(await keptWith(modes)).toEqual(OBSERVED);
  });
});

describe('what was caused before the activation', () => {
  test('is recorded as "baseline" and not acted on, though it comes to light after it', async () => {
    // Solved before, and asked before: the customer's letter of after it belongs to a cause of before.
    const looks = await looksAt(returnedInTime(), { activatedAt: '2027-02-24 09:00' });

    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toEqual([
      'WITHHELD transition:inProgress (baseline)',
      'WITHHELD reply:returned (baseline)',
    ]);
  });

  test('lets a silence run out in peace: a question of before is never closed upon', async () => {
    const asked = () =>
      new RawIssue('2027-02-16 13:00')
        .ofKind('Ошибка')
        .channel('email')
        .says(OLGA, '2027-02-16 14:20', 'Добрый день! Пришлите, пожалуйста, номер документа.')
        .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
    const looks = await looksAt(asked(), { activatedAt: '2027-02-17 09:00' });
    const counted = await looksAt(asked());

    await looks.at('2027-02-20 09:00');
    await counted.at('2027-02-20 09:00');

    expect(await looks.kept()).toEqual(['WITHHELD reply:reminder (baseline)']);
    expect(await counted.kept()).toEqual(['PLANNED reply:reminder']);
  });
});

describe('a look at night', () => {
  test('plans no letter: it promises to look again when the desk opens', async () => {
    const asked = new RawIssue('2027-02-16 13:00')
      .ofKind('Ошибка')
      .channel('email')
      .says(OLGA, '2027-02-16 14:20', 'Добрый день! Пришлите, пожалуйста, номер документа.')
      .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
    const looks = await looksAt(asked);

    const record = await looks.at('2027-02-20 00:00');

    const wanted = record.decisions.flatMap(({ decision }) => decision.effects);
    expect(wanted.map(({ data, notBefore }) => [inShort(data), notBefore && moscow(notBefore)])).toEqual([
      ['reply:reminder', '2027-02-20 09:00'],
    ]);
    expect(await looks.kept()).toEqual([]);
    expect(await looks.promised()).toEqual(['timePassed 2027-02-20 09:00']);
  });

  test('on a closed ticket that nobody waits for promises nothing', async () => {
    const looks = await looksAt(solvedOnFriday().says(ANNA, '2027-02-19 18:00', 'Спасибо!'));

    await looks.at('2027-02-19 23:00');

    expect(await looks.promised()).toEqual([]);
  });
});
