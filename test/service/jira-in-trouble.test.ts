import { describe, expect, test } from 'vitest';
import { until } from '#test/support/service-parts.ts';
import {
  customerWritesInTime,
  ourLetters,
  ourNotes,
  ourWords,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

const COMMENT = /\/issue\/SUP-1\/comment$/;
const TRANSITION = /\/issue\/SUP-1\/transitions$/;
const DONE = ['DONE transition:inProgress', 'DONE reply:returned'];

async function roomWithSolved() {
  const room = await openRoom();
  return { room, issue: solvedConsultation(room.simulator) };
}

describe('Jira that is down', () => {
  test.each([
    ['answers nothing but 503', { answers: 503 }],
    ['cuts every connection', { cut: 'before' }],
  ] as const)('and %s makes letters wait; when it is back, everything is done', async (_, trouble) => {
    const { room, issue } = await roomWithSolved();
    await room.rest();
    room.door.fail('GET', /./, trouble);
    room.door.fail('POST', /./, trouble);

    await customerWritesInTime(room, issue);
    await until('the look to fail', () => room.log.saying('delivery postponed'));
    expect((await room.get('/readyz')).status).toBe(200);
    expect(issue.status.name).toBe('Решено');
    room.door.mend();
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(ourLetters(issue)).toBe(1);
    expect(room.log.saying('delivery postponed')).toMatchObject({ ticketKey: 'SUP-1', code: 'RGL9201' });
  });

  test('for a stop of the service too loses nothing: it is done after the start', async () => {
    const { room, issue } = await roomWithSolved();
    await room.rest();
    room.door.fail('GET', /./, { answers: 503 });
    await customerWritesInTime(room, issue);
    await until('the look to fail', () => room.log.saying('delivery postponed'));

    await room.stop();
    room.door.mend();
    await room.start();
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(ourLetters(issue)).toBe(1);
  });

  test('does not know us any more: everything waits, nothing is parked', async () => {
    const { room, issue } = await roomWithSolved();
    room.door.fail('POST', TRANSITION, { answers: 401 }, 1);

    await customerWritesInTime(room, issue);
    await until('the refusal', () => room.log.saying('effect postponed'));
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(room.log.saying('effect parked')).toBeUndefined();
  });
});

describe('a write that Jira', () => {
  test('asks to put off is put off, and done once', async () => {
    const { room, issue } = await roomWithSolved();
    room.door.fail('POST', COMMENT, { answers: 429, headers: { 'retry-after': '1' } }, 1);

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(room.door.count('POST', COMMENT)).toBe(2);
  });

  test('refuses is not tried again: what follows falls away, and the agent is told in a note', async () => {
    const { room, issue } = await roomWithSolved();
    room.door.fail('POST', TRANSITION, { answers: 400 });

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(room.door.count('POST', TRANSITION)).toBe(1);
    expect(await room.ledger()).toEqual([
      'PARKED transition:inProgress',
      'WITHHELD reply:returned',
      'DONE note:not-done',
    ]);
    expect(ourLetters(issue)).toBe(0);
    expect(ourNotes(issue)).toBe(1);
    expect(ourWords(issue)[0]).toContain('400');
    const ready = JSON.parse((await room.get('/readyz')).text);
    expect(ready.parked).toEqual([
      {
        effect: expect.stringContaining('/transition/'),
        ticket: 'SUP-1',
        reason: expect.stringContaining('400'),
      },
    ]);
    expect(ready.store.parkedEffects).toBe(1);
  });

  test('does, but whose answer is lost, is found when it is read back: the customer gets one letter', async () => {
    const { room, issue } = await roomWithSolved();
    room.door.fail('POST', COMMENT, { cut: 'after' }, 1);

    await customerWritesInTime(room, issue);
    await until('the doubt', () => room.log.saying('effect of unknown outcome'));
    await room.rest();

    expect(room.door.count('POST', COMMENT)).toBe(1);
    expect(ourLetters(issue)).toBe(1);
    expect(await room.ledger()).toEqual(DONE);
  });

  test.each([
    ['never got', { cut: 'before' }],
    ['answers with an error of its own', { answers: 500 }],
  ] as const)('%s is looked for, not found, and sent again', async (_, trouble) => {
    const { room, issue } = await roomWithSolved();
    room.door.fail('POST', COMMENT, trouble, 1);

    await customerWritesInTime(room, issue);
    await until('the doubt', () => room.log.saying('effect of unknown outcome'));
    const asked = room.door.calls.length;
    await room.rest();

    const since = room.door.calls.slice(asked).filter(({ path }) => /\/comment(\?|$)/.test(path));
    expect(since.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(ourLetters(issue)).toBe(1);
    expect(await room.ledger()).toEqual(DONE);
  });
});

describe('an error that nobody foresaw', () => {
  test('delays a letter, is told as an error, and loses nothing', async () => {
    const { room, issue } = await roomWithSolved();
    await room.rest();
    const leadsToItself = { issueChangeLogs: [], nextPageToken: 'again' };
    // Twice for the look whose time has come, twice for the one that the letter calls for.
    room.door.fail('POST', /changelog\/bulkfetch/, { answers: 200, body: leadsToItself }, 4);

    await customerWritesInTime(room, issue);
    await until('the error', () => room.log.saying('delivery postponed by an unforeseen error'));
    await room.rest();

    expect(await room.ledger()).toEqual(DONE);
    expect(ourLetters(issue)).toBe(1);
  });
});

describe('a ticket that we cannot read', () => {
  test('because it was deleted is parked with the reason, where an operator sees it', async () => {
    const { room, issue } = await roomWithSolved();
    await room.rest();

    room.simulator.world.delete(issue, 'olga');
    await room.rest();

    const why = room.log.saying('delivery parked')?.why;
    expect(why).toContain('404');
    const ready = JSON.parse((await room.get('/readyz')).text);
    expect(ready).toMatchObject({ ready: true, parked: [{ delivery: 'SUP-1', reason: why }] });
    expect((await room.get('/metrics')).text).toMatch(/^reglament_deliveries_parked 1$/m);
  });

  test('because we may not is parked with the reason; other tickets are worked on', async () => {
    const { room, issue } = await roomWithSolved();
    const other = solvedConsultation(room.simulator, 'svetlana');
    await room.rest();
    room.door.fail('GET', /\/issue\/SUP-1\?/, { answers: 403 });

    await customerWritesInTime(room, issue);
    await customerWritesInTime(room, other);
    await room.rest();

    expect(room.log.saying('delivery parked')).toMatchObject({ ticketKey: 'SUP-1' });
    expect(String(room.log.saying('delivery parked')?.why)).toContain('403');
    expect(ourLetters(issue)).toBe(0);
    expect(ourLetters(other)).toBe(1);
  });
});
