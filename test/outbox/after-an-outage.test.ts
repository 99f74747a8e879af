import { describe, expect, test } from 'vitest';
import { effectOf, openOutbox, REOPEN, REPLY } from '#test/support/service-effects.ts';
import { fakeJira } from '#test/support/service-fake-jira.ts';

describe('an effect that was in doubt through a long outage', () => {
  test('is not sent as it was decided hours ago: its event is judged again', async () => {
    const jira = fakeJira('is silent');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REPLY));
    await outbox.carry();
    jira.readBackTrouble = 'cannot be reached';
    for (let turn = 0; turn < 60; turn += 1) {
      outbox.later(300);
      await outbox.carry();
    }
    jira.readBackTrouble = undefined;
    outbox.later(300);

    await outbox.carry();
    await outbox.carry();

    expect(jira.written).toEqual([]);
    expect(await outbox.states()).toEqual(['WITHHELD 1 (judgedAgain)']);
  });

  test('is asked for ever more rarely while Jira is away', async () => {
    const jira = fakeJira('is silent');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REPLY));
    await outbox.carry();
    jira.readBackTrouble = 'cannot be reached';
    for (let second = 0; second < 3600; second += 1) {
      outbox.later(1);
      await outbox.carry();
    }

    const asked = jira.asked.filter((call) => call.startsWith('GET')).length;
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(40);
  });
});

describe('a step that was decided anew', () => {
  test('is done first, though it stands behind the one that follows it', async () => {
    const jira = fakeJira();
    let asked = 0;
    let stopsAfter = 1;
    const outbox = await openOutbox(jira, {
      isStopped() {
        asked += 1;
        return asked > stopsAfter;
      },
    });
    const both = [effectOf('1', REOPEN), effectOf('2', REPLY, { after: '1' })];
    await outbox.owes(...both);
    outbox.later(121);
    await outbox.carry();
    stopsAfter = Number.POSITIVE_INFINITY;
    await outbox.owes(...both);

    await outbox.carry();
    await outbox.carry();

    expect(jira.written).toEqual(['1', '2']);
  });
});
