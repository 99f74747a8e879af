import { describe, expect, test } from 'vitest';
import { effectOf, NOTE, openOutbox, POLICY_VERSION, REOPEN, REPLY } from '#test/support/service-effects.ts';
import { fakeJira } from '#test/support/service-fake-jira.ts';

describe('a new policy', () => {
  test('sends nothing that the old one has planned: its event is judged again first', async () => {
    const jira = fakeJira();
    let version = POLICY_VERSION;
    const outbox = await openOutbox(jira, { policyVersion: () => version });
    await outbox.owes(effectOf('1', REPLY));
    version = 'sha256:new';

    await outbox.carry();

    expect(jira.asked).toEqual([]);
    expect(await outbox.states()).toEqual(['WITHHELD 1 (judgedAgain)']);
    expect(await outbox.wakeups()).toEqual(['comment:10101 +0s']);
  });

  test('sends what it has planned itself', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira, { policyVersion: () => 'sha256:new' });
    await outbox.owes(effectOf('1', REPLY, { policyVersion: 'sha256:new' }));

    await outbox.carry();

    expect(await outbox.states()).toEqual(['DONE 1']);
  });

  test('leaves alone what tells of a step that was done: the customer hears of it as it was decided', async () => {
    const jira = fakeJira('does it', 'cannot be reached');
    let version = POLICY_VERSION;
    const outbox = await openOutbox(jira, { policyVersion: () => version });
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', REPLY, { after: '1' }));
    await outbox.carry();
    version = 'sha256:new';
    outbox.later(10);

    await outbox.carry();

    expect(await outbox.states()).toEqual(['DONE 1', 'DONE 2']);
  });

  test('leaves alone what may stand in Jira already: that is read back under its own version', async () => {
    const jira = fakeJira('does it, and the answer is lost');
    let version = POLICY_VERSION;
    const outbox = await openOutbox(jira, { policyVersion: () => version });
    await outbox.owes(effectOf('1', REPLY));
    await outbox.carry();
    version = 'sha256:new';
    outbox.later(200);

    await outbox.carry();

    expect(await outbox.states()).toEqual(['DONE 1']);
    expect(jira.written).toEqual(['1']);
  });
});

describe('an event that turns out to be one of a bulk change', () => {
  test('is not acted upon, though it was decided when there were few', async () => {
    const jira = fakeJira();
    const outbox = await openOutbox(jira, { isPartOfBulk: async () => true });
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', NOTE, { after: '1' }));

    await outbox.carry();

    expect(jira.asked).toEqual([]);
    expect((await outbox.states())[0]).toBe('WITHHELD 1 (bulk)');
  });
});

describe('a stop', () => {
  test('that comes between two effects of one ticket lets the first be finished, and nothing more begin', async () => {
    const jira = fakeJira();
    let stopped = false;
    jira.onWrite = () => {
      stopped = true;
    };
    const outbox = await openOutbox(jira, { isStopped: () => stopped });
    await outbox.owes(effectOf('1', REOPEN), effectOf('2', REPLY, { after: '1' }));

    await outbox.carry();

    expect(jira.asked).toEqual(['POST 1']);
    expect(await outbox.states()).toEqual(['DONE 1', 'PLANNED 2']);
  });
});
