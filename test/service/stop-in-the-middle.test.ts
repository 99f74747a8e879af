import { describe, expect, test } from 'vitest';
import { until } from '#test/support/service-parts.ts';
import { customerWritesInTime, ourLetters, solvedConsultation } from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

const DONE = ['DONE transition:inProgress', 'DONE reply:returned'];

describe('a service that is stopped in the middle', () => {
  test.each([
    ['of looking at a ticket', 'GET', /SUP-1\?fields=\*all/],
    ['of moving a ticket', 'POST', /SUP-1\/transitions$/],
    ['of writing to a customer', 'POST', /SUP-1\/comment$/],
  ] as const)(
    '%s lets go of nothing that is on its way; the rest is done after the start',
    async (_, method, path) => {
      const room = await openRoom();
      const issue = solvedConsultation(room.simulator);
      await room.rest();
      const before = room.door.count(method, path);
      let letThrough = () => {};
      const held = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      room.door.fail(method, path, { holds: held }, 1);

      await customerWritesInTime(room, issue);
      await until('the moment', () => room.door.count(method, path) > before);
      const stopped = room.stop();
      letThrough();
      await stopped;
      expect((await room.ledger()).filter((line) => /^(SENDING|UNKNOWN)/.test(line))).toEqual([]);
      await room.start();
      await room.rest();

      expect(await room.ledger()).toEqual(DONE);
      expect(ourLetters(issue)).toBe(1);
    },
  );

  test('is not ready from then on, and takes no more letters', async () => {
    const room = await openRoom();
    const url = room.url();

    await room.stop();

    await expect(fetch(`${url}/readyz`)).rejects.toThrow();
    await expect(room.tell({})).rejects.toThrow();
  });
});
