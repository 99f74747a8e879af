import { describe, expect, test } from 'vitest';
import {
  comesBack,
  effectOf,
  NOTE,
  openOutbox,
  REPLY,
  SETTLED_AFTER_SECONDS,
} from '#test/support/service-effects.ts';
import { fakeJira, type Turn } from '#test/support/service-fake-jira.ts';

async function inDoubt(...turns: readonly Turn[]) {
  const jira = fakeJira(...turns);
  const outbox = await openOutbox(jira);
  await outbox.owes(effectOf('1'), effectOf('2', NOTE));
  await outbox.carry();
  return { jira, outbox };
}

describe('an effect of which nobody knows whether it was done', () => {
  test('is in doubt, and holds back what comes after it', async () => {
    const { jira, outbox } = await inDoubt('is silent');

    expect(await outbox.states()).toEqual(['UNKNOWN 1 (trouble RGL9204)', 'PLANNED 2']);
    outbox.later(SETTLED_AFTER_SECONDS - 1);
    await outbox.carry();

    expect(jira.asked).toEqual(['POST 1']);
  });

  test('is read back when a late write cannot show itself any more; found, it is done without a second POST', async () => {
    const { jira, outbox } = await inDoubt('does it, and the answer is lost');
    outbox.later(SETTLED_AFTER_SECONDS);

    await outbox.carry();

    expect(jira.asked.filter((call) => call.endsWith(' 1'))).toEqual(['POST 1', 'GET 1']);
    expect(await outbox.queue.outcomeOf('1')).toEqual({ state: 'DONE', remoteId: 'remote 1' });
    expect(jira.written.filter((key) => key === '1')).toEqual(['1']);
  });

  test('found, is looked after like any reply that asks nothing', async () => {
    const { outbox } = await inDoubt('does it, and the answer is lost');
    outbox.later(SETTLED_AFTER_SECONDS);

    await outbox.carry();

    expect(await outbox.wakeups()).toContain(`recheck:0 +${SETTLED_AFTER_SECONDS + 10}s`);
  });

  test('is never sent again without such a look', async () => {
    const { jira, outbox } = await inDoubt('is silent', 'is silent');
    for (let seconds = 0; seconds < 1000; seconds += 10) {
      outbox.later(10);
      await outbox.carry();
      await outbox.owes(effectOf('1'));
    }

    const calls = jira.asked.filter((call) => call.endsWith(' 1'));
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.filter((call, index) => call === 'POST 1' && calls[index - 1] === 'POST 1')).toEqual([]);
  });

  test('stays in doubt while Jira cannot be read, and nothing is sent', async () => {
    const { jira, outbox } = await inDoubt('does it, and the answer is lost');
    jira.readBackTrouble = 'cannot be reached';
    for (let tries = 0; tries < 5; tries += 1) {
      outbox.later(400);
      await outbox.carry();
    }
    expect((await outbox.states())[0]).toMatch(/^UNKNOWN 1 /);
    jira.readBackTrouble = undefined;
    outbox.later(400);

    await outbox.carry();

    expect(jira.asked.filter((call) => call === 'POST 1')).toHaveLength(1);
    expect((await outbox.states())[0]).toBe('DONE 1');
  });

  test('on a ticket that is gone is parked', async () => {
    const { jira, outbox } = await inDoubt('is silent');
    jira.readBackTrouble = 'gone';
    outbox.later(SETTLED_AFTER_SECONDS);

    await outbox.carry();

    expect((await outbox.states())[0]).toBe('PARKED 1 (the ticket is not there any more)');
  });

  test('that is never there is given up after the tries that are allowed, and the agent is told', async () => {
    const { jira, outbox } = await inDoubt('is silent', 'is silent', 'is silent');
    for (let seconds = 0; seconds < 1000; seconds += 10) {
      outbox.later(10);
      await outbox.carry();
      await outbox.owes(effectOf('1'));
    }

    expect(jira.asked.filter((call) => call === 'POST 1')).toHaveLength(3);
    expect(await outbox.states()).toContain('PARKED 1 (tried too often)');
    expect(outbox.settled).toContain('parked 1');
  });
});

describe('a process that ends in the middle of sending', () => {
  /** The write hangs for ever, as for whoever is killed: nothing that comes after it ever runs. */
  async function killedWhileSending() {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REPLY));
    const begun = new Promise<void>((resolve) => {
      jira.onWrite = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    void outbox.carry();
    await begun;
    jira.onWrite = () => undefined;
    return { jira, outbox };
  }

  test('leaves it in doubt until a late write could have shown itself', async () => {
    const { jira, outbox } = await killedWhileSending();

    const left = await comesBack(outbox);
    outbox.later(SETTLED_AFTER_SECONDS - 1);
    await outbox.carry();

    expect(left).toBe(1);
    expect(jira.asked).toEqual(['POST 1']);
    expect(await outbox.states()).toEqual(['UNKNOWN 1 (interrupted)']);
  });

  test('has it read back after that: what Jira has is not sent again', async () => {
    const { jira, outbox } = await killedWhileSending();
    jira.written.push('1');

    await comesBack(outbox);
    outbox.later(SETTLED_AFTER_SECONDS);
    await outbox.carry();

    expect(jira.asked).toEqual(['POST 1', 'GET 1']);
    expect(await outbox.states()).toEqual(['DONE 1']);
  });
});
