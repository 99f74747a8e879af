import { describe, expect, test } from 'vitest';
import {
  effectOf,
  NOTE,
  OUTBOX_SETTINGS,
  openOutbox,
  REOPEN,
  SETTLED_AFTER_SECONDS,
} from '#test/support/service-effects.ts';
import { fakeJira, type Turn } from '#test/support/service-fake-jira.ts';

describe('Jira that asks us to wait', () => {
  test('is not asked again before its time, and then it is done once', async () => {
    const jira = fakeJira('asks to wait a minute');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));

    await outbox.carry();
    outbox.later(59.999);
    await outbox.carry();
    expect(jira.asked).toEqual(['POST 1']);
    outbox.later(0.001);
    await outbox.carry();

    expect(jira.written).toEqual(['1']);
    expect(await outbox.states()).toEqual(['DONE 1']);
  });
});

describe('Jira that cannot be reached', () => {
  test.each(['cannot be reached', 'does not know us'] as const)(
    '(%s) is asked again after one second, then two, then four; nothing is parked',
    async (turn) => {
      const jira = fakeJira(turn, turn, turn);
      const outbox = await openOutbox(jira);
      await outbox.owes(effectOf('1'));
      const triedAfter: number[] = [];

      for (let second = 0; second <= 7; second += 1) {
        const before = jira.asked.length;
        await outbox.carry();
        if (jira.asked.length > before) triedAfter.push(second);
        outbox.later(1);
      }

      expect(triedAfter).toEqual([0, 1, 3, 7]);
      expect(await outbox.states()).toEqual(['DONE 1']);
      expect(jira.written).toEqual(['1']);
    },
  );

  test('for longer than two minutes makes the effect stale: its event is judged again, it is not sent', async () => {
    const jira = fakeJira(...Array.from({ length: 20 }, (): Turn => 'cannot be reached'));
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));
    for (let second = 0; second < 125; second += 1) {
      await outbox.carry();
      outbox.later(1);
    }
    jira.turns.length = 0;
    outbox.later(300);

    await outbox.carry();

    expect(jira.written).toEqual([]);
    expect(await outbox.states()).toEqual(['WITHHELD 1 (judgedAgain)']);
    expect((await outbox.wakeups()).map((line) => line.split(' ')[0])).toEqual(['comment:10101']);
  });
});

describe('an effect that has grown old', () => {
  test('two minutes after it was planned is still sent, a second later it is judged again', async () => {
    const sentAfter = async (seconds: number) => {
      const jira = fakeJira();
      const outbox = await openOutbox(jira);
      await outbox.owes(effectOf('1'));
      outbox.later(seconds);
      await outbox.carry();
      return { written: jira.written, states: await outbox.states(), wakeups: await outbox.wakeups() };
    };

    expect((await sentAfter(120)).written).toEqual(['1']);
    expect(await sentAfter(121)).toEqual({
      written: [],
      states: ['WITHHELD 1 (judgedAgain)'],
      wakeups: ['comment:10101 +121s'],
    });
  });

  test('is told nevertheless when its first step was done: a customer is not left without the second', async () => {
    const jira = fakeJira('does it', 'cannot be reached');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', undefined, { after: '1' }));
    await outbox.carry();
    outbox.later(3600);

    await outbox.carry();

    expect(jira.written).toEqual(['1', '2']);
  });

  test('takes its place again when it is decided anew', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));
    outbox.later(121);
    await outbox.carry();

    await outbox.owes(effectOf('1'));
    await outbox.carry();

    expect(jira.written).toEqual(['1']);
    expect(await outbox.states()).toEqual(['DONE 1']);
  });
});

describe('Jira that refuses', () => {
  test.each(['refuses', 'will never do it'] as const)(
    '(%s) is not asked again: a person must look, and the agent is told once',
    async (turn) => {
      const jira = fakeJira(turn);
      const outbox = await openOutbox(jira);
      await outbox.owes(effectOf('1', REOPEN));

      for (let tries = 0; tries < 3; tries += 1) {
        await outbox.carry();
        outbox.later(10);
      }

      expect(jira.asked).toEqual(['POST 1', 'POST 1/failed']);
      expect((await outbox.states())[0]).toMatch(/^PARKED 1 \(.+\)$/);
      expect(outbox.log.saying('effect parked')?.effectKey).toBe('1');
      expect(outbox.settled).toEqual(['parked 1', 'done 1/failed']);
    },
  );

  test('is told to the agent however late Jira takes the note: no event would call for it again', async () => {
    const jira = fakeJira('refuses', 'cannot be reached');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REOPEN));
    await outbox.carry();
    await outbox.carry();
    outbox.later(3600);

    await outbox.carry();

    expect(jira.written).toEqual(['1/failed']);
  });

  test('a note is told to nobody: there would be no other way than a note', async () => {
    const jira = fakeJira('refuses');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', NOTE));

    await outbox.carry();
    await outbox.carry();

    expect(jira.asked).toEqual(['POST 1']);
  });
});

describe('a ticket that has moved on', () => {
  test('is judged again, and what still has to be done then is done', async () => {
    const jira = fakeJira('finds it overtaken');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REOPEN));

    await outbox.carry();
    expect(await outbox.states()).toEqual(['WITHHELD 1 (judgedAgain)']);
    expect(await outbox.wakeups()).toEqual(['comment:10101 +0s']);
    await outbox.owes(effectOf('1', REOPEN));
    await outbox.carry();

    expect(jira.written).toEqual(['1']);
  });

  test('again and again is left to those who move it', async () => {
    const jira = fakeJira(...Array.from({ length: 9 }, (): Turn => 'finds it overtaken'));
    const outbox = await openOutbox(jira);

    for (let rounds = 0; rounds < 5; rounds += 1) {
      await outbox.owes(effectOf('1', REOPEN));
      await outbox.carry();
      await outbox.db.deleteFrom('wakeups').execute();
      if ((await outbox.states())[0]?.includes('overtaken') === true) break;
    }

    expect(jira.asked).toHaveLength(5);
    expect(await outbox.states()).toEqual(['WITHHELD 1 (overtaken: the ticket is open now)']);
    expect(await outbox.wakeups()).toEqual([]);
  });
});

describe('the times of an outbox', () => {
  test('leave no doubt after the time-out and the quiet', () => {
    const { requestTimeoutSeconds, quiesceSeconds } = OUTBOX_SETTINGS;

    expect(SETTLED_AFTER_SECONDS).toBe(requestTimeoutSeconds + quiesceSeconds);
  });
});
