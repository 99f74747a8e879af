import { describe, expect, test } from 'vitest';
import { ticketAfter, ticketAt } from '#core/ticket/past.ts';
import { entryIntoState, movesOf } from '#core/ticket/status-history.ts';
import { moscow, ticketOf } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const ticket = ticketOf(
  new RawIssue('2027-02-16 14:00')
    .labelled(OLGA, '2027-02-16 15:00', ['бюджет'])
    .moves(OLGA, '2027-02-16 16:00', 'In progress')
    .says(ANNA, '2027-02-17 10:00', 'Вот снимок')
    .attaches(ANNA, '2027-02-17 10:00:30', 'снимок.png', 1)
    .becomes(OLGA, '2027-02-18 10:00', 'Ошибка')
    .labelled(OLGA, '2027-02-18 11:00', ['бюджет', 'срочно'])
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done'),
);

function shown(past: typeof ticket): object {
  return {
    state: past.state,
    status: past.status.name,
    resolution: past.resolution?.name,
    kind: past.kind,
    labels: past.labels,
    entries: past.entries.length,
  };
}

describe('a ticket of the past', () => {
  test('as it was created', () => {
    expect(shown(ticketAfter(ticket, undefined))).toEqual({
      state: 'open',
      status: 'Waiting for support',
      resolution: undefined,
      kind: 'consultation',
      labels: [],
      entries: 0,
    });
  });

  test('at a time: that very instant is in, nothing later is', () => {
    const at = (time: string) => shown(ticketAt(ticket, msk(time)));
    expect(at('2027-02-16 15:59:59')).toMatchObject({ state: 'open', labels: ['бюджет'] });
    expect(at('2027-02-16 16:00')).toMatchObject({ state: 'inProgress', kind: 'consultation' });
    expect(at('2027-02-18 10:30')).toMatchObject({ kind: 'error', labels: ['бюджет'] });
    expect(at('2027-02-20 00:00')).toEqual(shown(ticket));
    expect(at('2027-02-20 00:00')).toMatchObject({ state: 'closed', resolution: 'Done' });
  });

  test('shows a letter without the file that came half a minute later', () => {
    const files = (time: string) =>
      ticketAt(ticket, msk(time)).entries.flatMap((entry) =>
        entry.kind === 'message' ? entry.attachments.map(({ name }) => name) : [],
      );
    expect(files('2027-02-17 10:00:29')).toEqual([]);
    expect(files('2027-02-17 10:00:30')).toEqual(['снимок.png']);
    expect(ticketAt(ticket, msk('2027-02-17 10:00:29')).attachments).toEqual([]);
  });

  test('after each entry is the state that the entry made', () => {
    const states = movesOf(ticket).map(({ entry, to }) => [ticketAfter(ticket, entry).state, to]);
    expect(states).toEqual([
      ['inProgress', 'inProgress'],
      ['closed', 'closed'],
    ]);
  });
});

describe('since when a ticket is as it is', () => {
  const since = (raw: RawIssue) => {
    const entry = entryIntoState(ticketOf(raw));
    return entry && moscow(entry.at);
  };

  test('is the entry into its state, whatever statuses came within it', () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done')
      .moves(OLGA, '2027-02-20 10:00', 'Closed');
    expect(since(raw)).toBe('2027-02-19 17:30');
  });

  test('is not known on a ticket that never moved', () => {
    expect(since(new RawIssue('2027-02-16 14:00'))).toBeUndefined();
  });
});
