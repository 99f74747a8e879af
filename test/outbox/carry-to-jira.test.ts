import { describe, expect, test } from 'vitest';
import {
  effectOf,
  FOLLOW_UP,
  NOTE,
  openOutbox,
  QUESTION,
  REOPEN,
  REPLY,
} from '#test/support/service-effects.ts';
import { fakeJira } from '#test/support/service-fake-jira.ts';

describe('an effect that is owed', () => {
  test('is written once, and remembered with what Jira called it', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));

    await outbox.carry();
    await outbox.carry();

    expect(jira.written).toEqual(['1']);
    expect(await outbox.queue.outcomeOf('1')).toEqual({ state: 'DONE', remoteId: 'remote 1' });
    expect(outbox.settled).toEqual(['done 1']);
  });

  test('is committed as begun before Jira hears of it', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));
    let during: unknown;
    jira.onWrite = async () => {
      during = (await outbox.queue.outcomeOf('1'))?.state;
    };

    await outbox.carry();

    expect(during).toBe('SENDING');
  });

  test('is done in the order of the rule: the reply after the transition, and only if that was done', async () => {
    const jira = fakeJira('cannot be reached');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', REPLY, { after: '1' }));

    await outbox.carry();
    expect(jira.asked).toEqual(['POST 1']);
    outbox.later(1);
    await outbox.carry();

    expect(jira.written).toEqual(['1', '2']);
  });

  test('that several events call for goes state first, words after', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', NOTE), effectOf('2', REPLY), effectOf('3', REOPEN));

    await outbox.carry();

    expect(jira.written).toEqual(['3', '1', '2']);
  });

  test('learns the key of the ticket that the step before has opened', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', FOLLOW_UP), effectOf('2', REPLY, { after: '1' }));

    await outbox.carry();

    expect(jira.told).toEqual([undefined, 'remote 1']);
  });

  test('falls away when the step before it was refused or withheld', async () => {
    const jira = fakeJira('refuses');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', REPLY, { after: '1' }));

    await outbox.carry();

    expect(jira.written).not.toContain('2');
    expect(await outbox.states()).toContain('WITHHELD 2 (the step before is PARKED)');
  });

  test('of one ticket that fails holds no other ticket back', async () => {
    const jira = fakeJira('cannot be reached');
    const outbox = await openOutbox(jira);
    await outbox.owes(effectOf('1'));
    await outbox.db.updateTable('effects').set({ ticket_key: 'SUP-1' }).execute();
    await outbox.owes(effectOf('2'));

    await outbox.carry();

    expect(jira.written).toEqual(['2']);
  });
});

describe('a reply of ours', () => {
  test('that asks nothing is looked after: Jira’s own automation may take it for a question', async () => {
    const outbox = await openOutbox(fakeJira());
    await outbox.owes(effectOf('1', REPLY));

    await outbox.carry();

    expect(await outbox.wakeups()).toEqual(['recheck:0 +10s', 'recheck:1 +60s']);
  });

  test('that asks something, and a note, need no such look', async () => {
    const outbox = await openOutbox(fakeJira());
    await outbox.owes(effectOf('1', QUESTION), effectOf('2', NOTE));

    await outbox.carry();

    expect(await outbox.wakeups()).toEqual([]);
  });
});

describe('the kill switch', () => {
  test('stops everything at once, also between two effects of one ticket, and loses nothing', async () => {
    let stopped = false;
    const jira = fakeJira();
    const outbox = await openOutbox(jira, { isStopped: () => stopped });
    await outbox.owes(effectOf('1'), effectOf('2', NOTE));
    jira.onWrite = () => {
      stopped = true;
    };

    await outbox.carry();
    await outbox.carry();
    expect(await outbox.states()).toEqual(['DONE 1', 'PLANNED 2']);
    stopped = false;
    jira.onWrite = () => undefined;
    await outbox.carry();

    expect(jira.written).toEqual(['1', '2']);
  });

  test('stops reading back too: Jira is not asked at all', async () => {
    let stopped = false;
    const jira = fakeJira('is silent');
    const outbox = await openOutbox(jira, { isStopped: () => stopped });
    await outbox.owes(effectOf('1'));
    await outbox.carry();
    outbox.later(200);
    stopped = true;

    await outbox.carry();

    expect(jira.asked).toEqual(['POST 1']);
  });
});

describe('a mode that was lowered since', () => {
  test('withholds what was not sent yet', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira, { modeOf: () => 'observe' });
    await outbox.owes(effectOf('1'));

    await outbox.carry();

    expect(jira.asked).toEqual([]);
    expect(await outbox.states()).toEqual(['WITHHELD 1 (mode)']);
  });

  test('does not withhold a proposal: that is what the mode "suggest" does', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira, { modeOf: () => 'suggest' });
    await outbox.owes(effectOf('1/suggestion', NOTE), effectOf('2'));

    await outbox.carry();

    expect(jira.written).toEqual(['1/suggestion']);
  });
});
