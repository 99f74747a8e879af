import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTrueOrder } from '#core/ticket/entry.ts';
import { eventsOf } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { markAfter, unseenEvents } from '#evaluation/unseen-events.ts';
import { ticketOf } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA, ROBOT } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const ACTIVATED = msk('2027-02-16 00:00');
const LATER = msk('2027-12-31 00:00');

function idsOf(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}

/** Judges everything that is unseen, time after time, as the ticket grows. */
function judgedInTurn(tickets: readonly Ticket[]): readonly string[] {
  let mark: ReturnType<typeof markAfter> | undefined;
  return tickets.flatMap((ticket) => {
    const events = unseenEvents(ticket, mark, ACTIVATED, LATER);
    mark = markAfter(mark, ticket, events, ACTIVATED);
    return idsOf(events);
  });
}

describe('what happened on a ticket', () => {
  test('is in the order in which it happened: history before a letter of the same instant, then by number', () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .says(OLGA, '2027-02-16 15:00', 'девятый', { id: '9' })
      .says(OLGA, '2027-02-16 15:00', 'десятый', { id: '10' })
      .moves(OLGA, '2027-02-16 15:00', 'In progress')
      .says(ANNA, '2027-02-16 14:59:59', 'первый', { id: '99' });
    const told = ticketOf(raw).entries.map((entry) => (entry.kind === 'message' ? entry.text : 'переход'));
    expect(told).toEqual(['первый', 'переход', 'девятый', 'десятый']);
  });

  test('has one order, whatever order it is given in', () => {
    const entry = fc.record({
      kind: fc.constantFrom('message', 'change'),
      number: fc.integer({ min: 1, max: 30 }),
      second: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.infiniteStream(fc.integer()), (made, numbers) => {
        const entries = made.map(({ kind, number, second }) => ({
          kind,
          id: `${kind}:${number}`,
          at: ACTIVATED.add({ seconds: second }),
        })) as unknown as Parameters<typeof inTrueOrder>[0][];
        const seen = new Set<string>();
        const unique = entries.filter(({ id }) => !seen.has(id) && seen.add(id));
        const shuffled = unique
          .map((one) => [numbers.next().value, one] as const)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, one]) => one);
        expect(idsOf(shuffled.sort(inTrueOrder))).toEqual(idsOf(unique.sort(inTrueOrder)));
      }),
    );
  });

  test('is told as the desk tells it, without our own acts and an automation’s words', () => {
    const raw = new RawIssue('2027-02-16 14:00')
      .says(ANNA, '2027-02-16 15:00', 'Ещё вопрос')
      .notes(OLGA, '2027-02-16 15:01', 'Заметка')
      .says(BOT, '2027-02-16 15:02', 'Наше')
      .says(ROBOT, '2027-02-16 15:03', 'Робот')
      .notes(ROBOT, '2027-02-16 15:04', 'Робот про себя')
      .moves(ROBOT, '2027-02-16 15:05', 'Waiting for customer')
      .labelled(BOT, '2027-02-16 15:06', ['наша'])
      .notes(ANNA, '2027-02-16 15:07', 'Переслано', { outside: true })
      .attaches(ANNA, '2027-02-16 16:00', 'a.png', 1)
      .says(OLGA, '2027-02-16 16:05', 'Ответ');
    expect(eventsOf(ticketOf(raw)).map(({ kind }) => kind)).toEqual([
      'created',
      'replied',
      'noted',
      'transitioned',
      'replied',
      'replied',
      'answered',
    ]);
  });
});

describe('what nobody has judged yet', () => {
  const grown = (letters: number) => {
    const raw = new RawIssue('2027-02-16 14:00');
    for (let day = 0; day < letters; day += 1) raw.says(ANNA, `2027-02-${17 + day} 10:00`, `Письмо ${day}`);
    return ticketOf(raw);
  };

  test('is judged once, as the ticket grows', () => {
    const judged = judgedInTurn([grown(0), grown(1), grown(1), grown(5), grown(5)]);
    expect(judged).toEqual(idsOf(eventsOf(grown(5))));
  });

  test('is all of it on a ticket that nobody has looked at, in true order', () => {
    expect(idsOf(unseenEvents(grown(5), undefined, ACTIVATED, LATER))).toEqual(idsOf(eventsOf(grown(5))));
  });

  test('includes what Jira shows late with an older time, within a day', () => {
    const before = new RawIssue('2027-02-16 14:00').says(ANNA, '2027-02-18 10:00', 'Видно', { id: '2' });
    const after = (late: string) =>
      new RawIssue('2027-02-16 14:00')
        .says(ANNA, '2027-02-18 10:00', 'Видно', { id: '2' })
        .says(ANNA, late, 'Пришло позже', { id: '1' });
    const judged = (late: string) => judgedInTurn([ticketOf(before), ticketOf(after(late))]);

    expect(judged('2027-02-17 10:00')).toEqual(['created', 'comment:2', 'comment:1']);
    expect(judged('2027-02-17 09:59:59')).toEqual(['created', 'comment:2']);
  });

  test('is nothing from before the program was switched on', () => {
    const ids = idsOf(unseenEvents(grown(3), undefined, msk('2027-02-18 10:00'), LATER));
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain('created');
  });

  test('is not forgotten by a mark that saw only some of it', () => {
    const ticket = grown(3);
    const [first] = eventsOf(ticket);
    const mark = markAfter(undefined, ticket, first === undefined ? [] : [first], ACTIVATED);
    expect(unseenEvents(ticket, mark, ACTIVATED, LATER)).toHaveLength(3);
  });
});
