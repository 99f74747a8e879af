import { describe, expect, test } from 'vitest';
import {
  customerWritesInTime,
  ourLetters,
  ourNotes,
  says,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

const DONE = ['DONE transition:inProgress', 'DONE reply:returned'];

describe('a letter within the return window', () => {
  test('brings the request back to work first, and tells the customer then', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(issue.status.name).toBe('В работе');
    expect(ourLetters(issue)).toBe(1);
    expect(await room.ledger()).toEqual(DONE);
    const writes = room.door.calls
      .filter(({ method, path }) => method === 'POST' && /(transitions|comment)$/.test(path))
      .map(({ path }) => path.split('/').at(-1));
    expect(writes).toEqual(['transitions', 'comment']);
  });

  test('that came twice is answered once', async () => {
    const room = await openRoom({ webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);
    const webhook = {
      timestamp: 1,
      webhookEvent: 'comment_created',
      issue: { id: issue.id, key: issue.key },
      comment: { id: '1', author: { accountId: issue.reporter } },
    };

    const answers = [await room.tell(webhook), await room.tell(webhook)];
    await room.rest();
    answers.push(await room.tell(webhook));
    await room.rest();

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(room.door.count('GET', /issue\/SUP-1\?fields=\*all/)).toBe(1);
    expect(ourLetters(issue)).toBe(1);
  });

  test('of which no webhook told is found by a sweep; the webhook that comes after it changes nothing', async () => {
    const room = await openRoom({ webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);

    await room.sweep();
    await room.rest();
    expect(await room.ledger()).toEqual(DONE);
    await room.tell({ webhookEvent: 'comment_created', issue: { id: issue.id, key: issue.key } });
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(ourLetters(issue)).toBe(1);
  });

  test('that is noticed by webhook and by sweep at once makes one act', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);

    await customerWritesInTime(room, issue);
    await Promise.all([room.sweep(), room.sweep()]);
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(ourLetters(issue)).toBe(1);
  });

  test('and ten more of them bring it back once, and are answered once', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);

    await customerWritesInTime(room, issue);
    for (let more = 0; more < 10; more += 1)
      says(room.simulator, issue, 'elena', `Ещё раз (${more}): не помогло.`);
    await room.rest();

    expect(ourLetters(issue)).toBe(1);
    expect(issue.histories.filter(({ author }) => author === 'reglament-bot')).toHaveLength(1);
  });

  test('on twenty requests at once is answered on each of them, once', async () => {
    const room = await openRoom();
    const issues = Array.from({ length: 20 }, () => solvedConsultation(room.simulator));
    await room.moveTo('2027-02-24 17:40');

    for (const issue of issues)
      says(room.simulator, issue, 'elena', 'Не помогло: графы уходят на второй лист.');
    await room.rest();

    expect(issues.map(ourLetters)).toEqual(issues.map(() => 1));
    expect(new Set(issues.map(({ status }) => status.name))).toEqual(new Set(['В работе']));
  });
});

describe('a rule that may only', () => {
  test('suggest writes its proposals as notes, and touches neither the request nor the customer', async () => {
    const room = await openRoom({ overlay: { modes: { default: 'suggest' } } });
    const issue = solvedConsultation(room.simulator);

    await customerWritesInTime(room, issue);
    await room.rest();
    await room.sweep();
    await room.rest();

    expect(issue.status.name).toBe('Решено');
    expect(ourLetters(issue)).toBe(0);
    expect(ourNotes(issue)).toBe(2);
  });

  test('be observed leaves Jira as it was, to the last call', async () => {
    const room = await openRoom({ overlay: { modes: { default: 'observe' } } });
    const issue = solvedConsultation(room.simulator);

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(await room.ledger()).toEqual(['WITHHELD transition:inProgress', 'WITHHELD reply:returned']);
    const writes = room.door.calls.filter(
      ({ method, path }) => method !== 'GET' && !path.includes('bulkfetch'),
    );
    expect(writes).toEqual([]);
  });
});
