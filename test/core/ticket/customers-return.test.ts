import { describe, expect, test } from 'vitest';
import { customersReturn } from '#core/ticket/customers-return.ts';
import type { Change } from '#core/ticket/entry.ts';
import { moscow, ticketOf } from '#test/support/desk.ts';
import { ANNA, BOT, IVAN, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

function solved(): RawIssue {
  return new RawIssue('2027-02-16 14:00').moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
}

/** When the customer asked for the reopening that is the newest move; `undefined` when it was not theirs. */
function returnedAt(raw: RawIssue): string | undefined {
  const ticket = ticketOf(raw);
  const reopening = ticket.entries.findLast(
    (entry): entry is Change =>
      entry.kind === 'change' && entry.fields.some(({ toText }) => toText === 'Waiting for support'),
  );
  if (reopening === undefined) throw new Error('nothing was reopened');
  const found = customersReturn(ticket, reopening);
  return found && moscow(found.at);
}

const reopens = (raw: RawIssue, who: Someone, at: string) => raw.moves(who, at, 'Waiting for support', null);

describe('a reopening is the customer’s return', () => {
  test('when the customer did it, at that time', () => {
    expect(returnedAt(reopens(solved(), ANNA, '2027-02-24 12:00'))).toBe('2027-02-24 12:00');
  });

  test('when it follows the customer’s letter, at the time of the letter', () => {
    const raw = solved().says(ANNA, '2027-02-24 23:59', 'Опять ошибка');
    expect(returnedAt(reopens(raw, ROBOT, '2027-02-25 00:00:59'))).toBe('2027-02-24 23:59');
  });

  test.each([
    ['2027-02-24 12:00:00', '2027-02-24 12:00'],
    ['2027-02-24 12:02:00', '2027-02-24 12:00'],
    ['2027-02-24 12:02:01', undefined],
  ])('through an automation within two minutes of the letter: at %s', (at, returned) => {
    const raw = solved().says(ANNA, '2027-02-24 12:00', 'Опять ошибка');
    expect(returnedAt(reopens(raw, ROBOT, at))).toBe(returned);
  });

  test('through a technical user who looks like an agent and does nothing else', () => {
    const raw = solved().says(ANNA, '2027-02-24 12:00', 'Опять ошибка');
    expect(returnedAt(reopens(raw, IVAN, '2027-02-24 12:00:10'))).toBe('2027-02-24 12:00');
  });

  test('through an automation also when it does more afterwards', () => {
    const raw = solved().says(ANNA, '2027-02-24 12:00', 'Опять ошибка');
    reopens(raw, ROBOT, '2027-02-24 12:00:10').labelled(ROBOT, '2027-02-24 12:00:11', ['reopened']);
    expect(returnedAt(raw)).toBe('2027-02-24 12:00');
  });
});

describe('a reopening is not the customer’s', () => {
  test('when no letter of theirs came before it', () => {
    expect(returnedAt(reopens(solved(), ROBOT, '2027-02-24 12:00'))).toBeUndefined();
  });

  test('when an agent wrote, or acts on, beside it', () => {
    const letter = () => solved().says(ANNA, '2027-02-24 12:00', 'Опять ошибка');
    const writes = reopens(letter(), IVAN, '2027-02-24 12:00:30').says(IVAN, '2027-02-24 12:05', 'Смотрю');
    const wroteBefore = reopens(
      new RawIssue('2027-02-16 14:00')
        .says(IVAN, '2027-02-16 15:00', 'Готово')
        .moves(IVAN, '2027-02-19 17:30', 'Resolved', 'Done')
        .says(ANNA, '2027-02-24 12:00', 'Опять'),
      IVAN,
      '2027-02-24 12:00:30',
    );
    const actsOn = reopens(letter(), IVAN, '2027-02-24 12:00:30').labelled(IVAN, '2027-02-24 12:01', [
      'бюджет',
    ]);
    expect([writes, wroteBefore, actsOn].map(returnedAt)).toEqual([undefined, undefined, undefined]);
  });

  test('when we did it ourselves', () => {
    const raw = solved().says(ANNA, '2027-02-24 12:00', 'Опять ошибка');
    expect(returnedAt(reopens(raw, BOT, '2027-02-24 12:00:10'))).toBeUndefined();
  });

  test('when only an agent’s letter came before it', () => {
    const raw = solved().says(OLGA, '2027-02-24 12:00', 'Кстати');
    expect(returnedAt(reopens(raw, ROBOT, '2027-02-24 12:00:10'))).toBeUndefined();
  });
});
