import { describe, expect, test } from 'vitest';
import { eventsOf } from '#core/ticket/event.ts';
import { movesOf } from '#core/ticket/status-history.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { moscow, ticketOf } from '#test/support/desk.ts';
import { ANNA, BORIS, BOT, OLGA, ROBOT } from '#test/support/people.ts';
import { type Flavour, RawIssue } from '#test/support/raw-issue.ts';

const FLAVOURS = ['cloud-v3', 'cloud-v2', 'data-center'] as const satisfies readonly Flavour[];

const MARKER = {
  v: 1,
  key: 'k',
  rule: 'ask',
  message: 'ask',
  asked: ['path'],
  promisedLastDay: '2027-02-24',
};

/** A life with everything in it that the three tell differently. */
function story(flavour: Flavour): Ticket {
  const raw = new RawIssue('2027-02-16 14:00', { flavour })
    .summary('Не проводится документ')
    .channel('email')
    .people({
      agents: ['olga', 'ivan'],
      customers: ['anna', 'boris'],
      automation: ['automation-for-jira'],
    })
    .says(ANNA, '2027-02-16 14:20', 'Добрый день!\nВот снимок.')
    .attaches(ANNA, '2027-02-16 14:20:40', 'снимок.png', 90_000)
    .notes(OLGA, '2027-02-16 15:00', 'Похоже на «пересчёт итогов».')
    .says(BOT, '2027-02-16 15:05', 'Пришлите путь.', { marker: MARKER })
    .moves(BOT, '2027-02-16 15:05', 'Waiting for customer')
    .says(BORIS, '2027-02-17 10:00', 'Отвечаю за неё: меню «Сервис».')
    .moves(ROBOT, '2027-02-17 10:00:05', 'Waiting for support')
    .labelled(OLGA, '2027-02-17 11:00', ['бюджет'])
    .becomes(OLGA, '2027-02-17 11:01', 'Ошибка')
    .says(OLGA, '2027-02-19 17:29', 'Готово, обновите программу.')
    .moves(OLGA, '2027-02-19 17:30', 'Resolved', 'Done');
  return ticketOf(raw);
}

/** What the three must agree on; only people have other references. */
function told(ticket: Ticket): object {
  return {
    state: ticket.state,
    kind: ticket.kind,
    resolution: ticket.resolution?.name,
    channel: ticket.channel,
    labels: ticket.labels,
    created: moscow(ticket.createdAt),
    reporter: ticket.reporter?.displayName,
    description: ticket.description,
    entries: ticket.entries.map((entry) =>
      entry.kind === 'message'
        ? {
            id: entry.id,
            actor: entry.actor,
            author: entry.author?.displayName,
            at: entry.at.toString(),
            public: entry.public,
            text: entry.text,
            files: entry.attachments.map(({ name }) => name),
            marker: entry.marker && { ...entry.marker, promisedLastDay: `${entry.marker.promisedLastDay}` },
          }
        : { id: entry.id, actor: entry.actor, at: entry.at.toString(), fields: entry.fields },
    ),
    moves: movesOf(ticket).map(({ from, to }) => `${from} → ${to}`),
    events: eventsOf(ticket).map(({ kind, id, actor }) => `${kind} ${id} ${actor}`),
  };
}

describe('one story, told by Cloud v3, by Cloud v2 and by Data Center', () => {
  test.each(['cloud-v2', 'data-center'] as const)('%s gives the ticket that Cloud v3 gives', (flavour) => {
    expect(told(story(flavour))).toEqual(told(story('cloud-v3')));
  });

  test.each(FLAVOURS)('%s tells who did what, what is public, and how it went', (flavour) => {
    const ticket = story(flavour);

    expect(
      ticket.entries.map((entry) => `${entry.actor} ${entry.kind === 'message' ? entry.public : 'change'}`),
    ).toEqual([
      'customer true',
      'customer change',
      'agent false',
      'ourselves change',
      'ourselves true',
      'customer true',
      'automation change',
      'agent change',
      'agent change',
      'agent true',
      'agent change',
    ]);
    expect(movesOf(ticket).map(({ to }) => to)).toEqual(['waitingForCustomer', 'open', 'closed']);
    expect(ticket).toMatchObject({ state: 'closed', kind: 'error', resolution: { name: 'Done' } });
  });

  test.each(FLAVOURS)('%s tells the events that there are, ours left out', (flavour) => {
    expect(eventsOf(story(flavour)).map(({ kind }) => kind)).toEqual([
      'created',
      'replied',
      'noted',
      'replied',
      'transitioned',
      'edited',
      'edited',
      'answered',
      'transitioned',
    ]);
  });

  test('history may come newest first or oldest first', () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .moves(OLGA, '2027-02-16 15:00', 'In progress')
      .moves(OLGA, '2027-02-16 16:00', 'Resolved', 'Done')
      .toJson();
    const { histories } = raw.changelog as { histories: readonly object[] };
    const reversed = { ...raw, changelog: { histories: histories.toReversed() } };

    expect(ticketOf(reversed).entries).toEqual(ticketOf(raw).entries);
  });

  test('times of any zone are one time', () => {
    const at = (created: string | number) => {
      const raw = new RawIssue('2027-02-16 14:00').toJson();
      return ticketOf({ ...raw, fields: { ...(raw.fields as object), created } }).createdAt.toString();
    };
    const same = [
      '2027-02-16T14:00:00.000+0300',
      '2027-02-16T11:00:00.000Z',
      '2027-02-16T06:30:00.000-0430',
      '2027-02-16T14:00:00+03:00',
      Date.UTC(2027, 1, 16, 11),
      Date.UTC(2027, 1, 16, 11) / 1000,
    ].map(at);
    expect(new Set(same)).toEqual(new Set(['2027-02-16T11:00:00Z']));
  });
});
