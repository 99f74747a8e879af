import { describe, expect, test } from 'vitest';
import { BOT, signInOf } from '#demo/cast.ts';
import type { Issue } from '#simulator/model.ts';
import { ourLetters, solvedConsultation } from '#test/support/service-people.ts';
import { openRoom, type Room } from '#test/support/service-room.ts';

async function inBulk(room: Room, change: object): Promise<void> {
  const { email, token } = signInOf(BOT);
  const response = await fetch(`${room.simulator.url}/sim/bulk`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
    },
    body: JSON.stringify(change),
  });
  expect(response.status).toBe(200);
}

function wayTo(room: Room, issue: Issue, status: string): string {
  const way = room.simulator.world.transitionsOf(issue).find(({ to }) => to === status);
  if (way === undefined) throw new Error(`no way to ${status}`);
  return way.id;
}

/** Requests that were returned too late by their customers: each is to be put back, with a letter and a follow-up. */
async function lateRequests(room: Room, count: number): Promise<readonly Issue[]> {
  const issues = Array.from({ length: count }, () => solvedConsultation(room.simulator));
  await room.rest();
  await room.moveTo('2027-03-02 10:00');
  return issues;
}

const IN_PROGRESS = '10202';

describe('a bulk change of many requests', () => {
  test('is only observed: none of them is acted on, and /readyz tells of it in one line', async () => {
    const room = await openRoom({ overlay: { fuse: { likeTransitions: 3, likeTransitionMinutes: 10 } } });
    const issues = await lateRequests(room, 5);
    const [first] = issues;
    if (first === undefined) throw new Error('no request');

    await inBulk(room, {
      keys: issues.map(({ key }) => key),
      by: 'elena',
      sendMail: true,
      transition: { id: wayTo(room, first, IN_PROGRESS) },
    });
    await room.rest();

    expect(issues.map(({ status }) => status.id)).toEqual(issues.map(() => IN_PROGRESS));
    expect(issues.map(ourLetters)).toEqual(issues.map(() => 0));
    const { bulkChanges } = JSON.parse((await room.get('/readyz')).text);
    expect(bulkChanges.filter(({ actor }: { actor: string }) => actor === 'elena')).toMatchObject([
      { toStatus: IN_PROGRESS, moves: 5 },
    ]);
    const ledger = await room.ledger();
    expect(ledger.filter((line) => line === 'WITHHELD transition:closed')).toHaveLength(5);
    expect(ledger.filter((line) => !line.startsWith('WITHHELD'))).toEqual([]);
    expect(room.log.saying('a bulk change: what it sets off is only observed')).toBeDefined();
  });

  test('of fewer requests is judged as any other', async () => {
    const room = await openRoom({ overlay: { fuse: { likeTransitions: 3, likeTransitionMinutes: 10 } } });
    const issues = await lateRequests(room, 2);
    const [first] = issues;
    if (first === undefined) throw new Error('no request');

    await inBulk(room, {
      keys: issues.map(({ key }) => key),
      by: 'elena',
      sendMail: true,
      transition: { id: wayTo(room, first, IN_PROGRESS) },
    });
    await room.rest();

    expect(issues.map(({ status }) => status.name)).toEqual(['Решено', 'Решено']);
    expect(issues.map(ourLetters)).toEqual([1, 1]);
  });

  test('that wants no mail gets none of ours either, and the moves are made all the same', async () => {
    const room = await openRoom();
    const issues = await lateRequests(room, 2);
    const [first] = issues;
    if (first === undefined) throw new Error('no request');

    await inBulk(room, {
      keys: issues.map(({ key }) => key),
      by: 'elena',
      sendMail: false,
      transition: { id: wayTo(room, first, IN_PROGRESS) },
    });
    await room.rest();

    expect(issues.map(({ status }) => status.name)).toEqual(['Решено', 'Решено']);
    expect(issues.map(ourLetters)).toEqual([0, 0]);
    expect((await room.ledger()).filter((line) => line.includes('reply'))).toEqual([
      'WITHHELD reply:late-return',
      'WITHHELD reply:late-return',
    ]);
  });
});
