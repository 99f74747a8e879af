import { describe, expect, test } from 'vitest';
import { markAfter, unseenEvents } from '#evaluation/unseen-events.ts';
import { ticketOf } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, IVAN } from '#test/support/people.ts';
import {
  COMPLAINT,
  judgedEvents,
  looksAt,
  returnedInTime,
  solvedOnFriday,
} from '#test/support/service-looks.ts';

describe('a first look at a ticket', () => {
  test('judges everything since the activation in true order, and the passing of time last', async () => {
    const looks = await looksAt(returnedInTime());

    const record = await looks.at('2027-02-24 12:01');

    expect(judgedEvents(record)).toEqual(['created', 'answered', 'transitioned', 'replied', 'timePassed']);
  });

  test('judges nothing that was before the activation; its very instant is not before', async () => {
    const since = async (activatedAt: string) =>
      judgedEvents(await (await looksAt(returnedInTime(), { activatedAt })).at('2027-02-24 12:01'));

    expect(await since('2027-02-24 12:00')).toEqual(['replied', 'timePassed']);
    expect(await since('2027-02-24 12:01')).toEqual(['timePassed']);
  });

  test('is in true order, whatever order Jira gives: a change before the letter of the same instant', async () => {
    const ticket = solvedOnFriday()
      .says(ANNA, '2027-02-24 12:00', COMPLAINT)
      .moves(ANNA, '2027-02-24 12:00', 'Waiting for support', null)
      .says(IVAN, '2027-02-24 11:00', 'Проверю.', { internal: true });

    const record = await (await looksAt(ticket)).at('2027-02-24 12:01');

    expect(judgedEvents(record).slice(3)).toEqual(['noted', 'transitioned', 'replied', 'timePassed']);
  });

  test('takes nothing that we did ourselves for an event', async () => {
    const ticket = solvedOnFriday().says(BOT, '2027-02-24 12:00', 'Обращение снова в работе.');

    expect(judgedEvents(await (await looksAt(ticket)).at('2027-02-24 12:01'))).not.toContain(
      'answered twice',
    );
    expect(judgedEvents(await (await looksAt(ticket)).at('2027-02-24 12:01'))).toEqual([
      'created',
      'answered',
      'transitioned',
      'timePassed',
    ]);
  });
});

describe('a later look', () => {
  test('judges only what is new', async () => {
    const looks = await looksAt(solvedOnFriday());
    await looks.at('2027-02-19 17:31');
    looks.ticket = returnedInTime();

    expect(judgedEvents(await looks.at('2027-02-24 12:01'))).toEqual(['replied', 'timePassed']);
    expect(judgedEvents(await looks.at('2027-02-24 12:02'))).toEqual(['timePassed']);
  });

  test('finds a letter that shows itself late, behind one that was judged already', async () => {
    const looks = await looksAt(
      solvedOnFriday().says(IVAN, '2027-02-24 12:30', 'Заметка.', { internal: true, id: '20001' }),
    );
    await looks.at('2027-02-24 12:31');
    looks.ticket = solvedOnFriday()
      .says(IVAN, '2027-02-24 12:30', 'Заметка.', { internal: true, id: '20001' })
      .says(ANNA, '2027-02-24 12:00', COMPLAINT, { id: '20002' });

    expect(judgedEvents(await looks.at('2027-02-24 12:40'))).toEqual(['replied', 'timePassed']);
  });

  test('after a long quiet forgets nothing and repeats nothing', async () => {
    const looks = await looksAt(returnedInTime());
    await looks.at('2027-02-24 12:01');
    looks.ticket = returnedInTime().says(ANNA, '2027-03-24 12:00', COMPLAINT);

    expect(judgedEvents(await looks.at('2027-03-24 12:01'))).toEqual(['replied', 'timePassed']);
    expect(judgedEvents(await looks.at('2027-03-24 12:02'))).toEqual(['timePassed']);
  });
});

describe('what is remembered of a ticket', () => {
  const activatedAt = msk('2027-02-15 09:00');
  const present = msk('2027-03-01 09:00');

  test('is the newest judged event, and those of the day before it', () => {
    const ticket = ticketOf(returnedInTime());
    const judged = unseenEvents(ticket, undefined, activatedAt, present);

    const mark = markAfter(undefined, ticket, judged, activatedAt);

    expect(mark.until).toEqual(msk('2027-02-24 12:00'));
    expect([...mark.ids]).toEqual([judged.at(-1)?.id]);
    expect(unseenEvents(ticket, mark, activatedAt, present)).toEqual([]);
  });

  test('on a ticket with nothing since the activation is the activation', () => {
    const ticket = ticketOf(solvedOnFriday());
    const later = msk('2027-02-20 09:00');

    expect(markAfter(undefined, ticket, [], later)).toEqual({ until: later, ids: new Set() });
  });

  test('never goes back, though an old letter shows itself late', () => {
    const ticket = ticketOf(returnedInTime());
    const [created] = unseenEvents(ticket, undefined, activatedAt, present);
    const mark = { until: msk('2027-02-24 13:00'), ids: new Set<string>() };

    expect(markAfter(mark, ticket, created === undefined ? [] : [created], activatedAt).until).toEqual(
      mark.until,
    );
  });
});
