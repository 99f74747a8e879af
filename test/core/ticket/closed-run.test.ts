import { describe, expect, test } from 'vitest';
import { closedRunsOf, lastClosedRun } from '#core/ticket/closed-run.ts';
import { moscow, ticketOf } from '#test/support/desk.ts';
import { ANNA, BOT, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

/** Solved by Olga on Friday; whatever follows, follows that. */
function solved(): RawIssue {
  return new RawIssue('2027-02-16 14:00')
    .says(OLGA, '2027-02-19 17:29', 'Готово, проверьте.')
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
}

/** `2027-02-19 17:30 agent reopened`, one for each run. */
function runsOf(raw: RawIssue): readonly string[] {
  return closedRunsOf(ticketOf(raw)).map(
    ({ closing, closedBy, reopening }) =>
      `${moscow(closing.at)} ${closedBy}${reopening === undefined ? '' : ` until ${moscow(reopening.at)}`}`,
  );
}

const FIRST = '2027-02-19 17:30 agent';

describe('a closed run', () => {
  test('begins with the first closing; a move between closed statuses begins nothing', () => {
    expect(runsOf(solved().moves(ROBOT, '2027-03-01 10:00', 'Closed'))).toEqual([FIRST]);
  });

  test('ends with the reopening, and another closing begins another', () => {
    const raw = solved()
      .says(ANNA, '2027-02-20 10:00', 'Опять')
      .moves(OLGA, '2027-02-20 11:00', 'In progress', null)
      .says(OLGA, '2027-02-20 12:00', 'Исправлено')
      .moves(OLGA, '2027-02-20 12:01', 'Resolved', 'Done');
    expect(runsOf(raw)).toEqual([`${FIRST} until 2027-02-20 11:00`, '2027-02-20 12:01 agent']);
  });

  test('remembers what the ticket was when it was closed', () => {
    const raw = solved().becomes(OLGA, '2027-02-20 10:00', 'Ошибка');
    expect(lastClosedRun(ticketOf(raw))).toMatchObject({
      kind: 'consultation',
      resolution: { name: 'Done' },
      stateBefore: 'open',
    });
    expect(ticketOf(raw).kind).toBe('error');
  });

  test('is none on a ticket that was never closed', () => {
    expect(lastClosedRun(ticketOf(new RawIssue('2027-02-16 14:00')))).toBeUndefined();
  });
});

describe('a customer’s late return that we put back', () => {
  test.each<[string, (raw: RawIssue) => RawIssue]>([
    ['by the customer’s own hand', (raw) => raw.moves(ANNA, '2027-03-01 10:00', 'Waiting for support', null)],
    [
      'by an automation that their letter set off',
      (raw) =>
        raw
          .says(ANNA, '2027-03-01 10:00', 'Опять ошибка')
          .moves(ROBOT, '2027-03-01 10:00:05', 'Waiting for support', null),
    ],
    [
      'by a technical user who never wrote a word',
      (raw) =>
        raw
          .says(ANNA, '2027-03-01 10:00', 'Опять ошибка')
          .moves(TECHNICAL, '2027-03-01 10:01:59', 'Waiting for support', null),
    ],
  ])('begins no new run: reopened %s', (_, reopened) => {
    const raw = reopened(solved()).moves(BOT, '2027-03-01 10:05', 'Resolved', 'Done');
    expect(runsOf(raw)).toEqual([FIRST]);
    expect(lastClosedRun(ticketOf(raw))?.reopening).toBeUndefined();
  });

  test('begins no new run when an automation had taken it on to waiting for the customer', () => {
    const raw = solved()
      .says(ANNA, '2027-03-01 10:00', 'Опять ошибка')
      .moves(ROBOT, '2027-03-01 10:00:05', 'Waiting for support', null)
      .says(BOT, '2027-03-01 10:00:30', 'Мы зарегистрировали новое обращение')
      .moves(ROBOT, '2027-03-01 10:00:35', 'Waiting for customer')
      .moves(BOT, '2027-03-01 10:01', 'Resolved', 'Done');
    expect(runsOf(raw)).toEqual([FIRST]);
  });

  test('twice begins no new run either', () => {
    const raw = solved();
    for (const day of ['01', '02']) {
      raw
        .moves(ANNA, `2027-03-${day} 10:00`, 'Waiting for support', null)
        .moves(BOT, `2027-03-${day} 10:05`, 'Resolved', 'Done');
    }
    expect(runsOf(raw)).toEqual([FIRST]);
  });

  test('after an agent’s note is still put back: notes ask the customer nothing', () => {
    const raw = solved()
      .moves(ANNA, '2027-03-01 10:00', 'Waiting for support', null)
      .notes(OLGA, '2027-03-01 10:02', 'Срок вышел')
      .moves(BOT, '2027-03-01 10:05', 'Resolved', 'Done');
    expect(runsOf(raw)).toEqual([FIRST]);
  });
});

describe('what is closed anew begins a new run', () => {
  const returned = () =>
    solved()
      .says(ANNA, '2027-02-20 10:00', 'Опять ошибка')
      .moves(ANNA, '2027-02-20 10:00:05', 'Waiting for support', null);

  test('by us on silence, after an agent asked', () => {
    const raw = returned()
      .says(OLGA, '2027-02-20 11:00', 'Пришлите снимок экрана?')
      .moves(OLGA, '2027-02-20 11:01', 'Waiting for customer')
      .moves(BOT, '2027-03-01 09:00', 'Resolved', 'Unanswered');
    expect(runsOf(raw)).toEqual([`${FIRST} until 2027-02-20 10:00`, '2027-03-01 09:00 ourselves']);
  });

  test('by an agent', () => {
    const raw = returned().moves(OLGA, '2027-02-20 11:01', 'Resolved', 'Done');
    expect(runsOf(raw)).toEqual([`${FIRST} until 2027-02-20 10:00`, '2027-02-20 11:01 agent']);
  });

  test('by us, after an agent had reopened it', () => {
    const raw = solved()
      .moves(OLGA, '2027-02-20 10:00', 'In progress', null)
      .moves(BOT, '2027-03-01 09:00', 'Resolved', 'Unanswered');
    expect(runsOf(raw)).toEqual([`${FIRST} until 2027-02-20 10:00`, '2027-03-01 09:00 ourselves']);
  });
});

const TECHNICAL: Someone = { id: 'jira-tech', name: 'Jira', accountType: 'atlassian' };
