import { describe, expect, test } from 'vitest';
import { until } from '#test/support/service-parts.ts';
import {
  askedCustomer,
  customerWritesInTime,
  ourLetters,
  ourWords,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom, type Room } from '#test/support/service-room.ts';

const SEARCH = /search\/jql/;

/** Asked on Thu 18.02: a reminder is due when Wed 24.02 begins, and said when the desk opens. */
const asked = (room: Room, minute = 20) => askedCustomer(room, '2027-02-18 10:00', `2027-02-18 14:${minute}`);

describe('a request whose time has come', () => {
  test('is looked at when it has come, not before, and once', async () => {
    const room = await openRoom();
    const issue = await asked(room);

    await room.moveTo('2027-02-25 08:59');
    await room.rest();
    expect(ourLetters(issue)).toBe(0);
    await room.moveTo('2027-02-25 09:00');
    await room.rest();
    await room.moveTo('2027-02-25 09:01');
    await room.rest();

    expect(ourWords(issue)).toEqual([expect.stringContaining('мы ещё ждём')]);
  });

  test('is closed only when the day that the customer was told of is over', async () => {
    const room = await openRoom();
    const issue = await asked(room);
    await room.moveTo('2027-02-25 09:00');
    await room.rest();

    await room.moveTo('2027-02-26 18:00');
    await room.rest();
    expect(issue.status.name).toBe('Ожидает клиента');
    await room.moveTo('2027-03-01 09:00');
    await room.rest();

    expect([issue.status.category, issue.resolution?.name]).toEqual(['done', 'Нет ответа']);
    expect(ourLetters(issue)).toBe(2);
  });

  test('while the service was away is looked at after its return: it is warned first, not closed', async () => {
    const room = await openRoom();
    const issue = await asked(room);
    await room.stop();
    room.simulator.world.clock.move(Temporal.Instant.from('2027-03-10T07:00:00Z').epochMilliseconds);

    await room.start();
    await room.moveTo('2027-03-10 10:01');
    await room.rest();

    expect(issue.status.name).toBe('Ожидает клиента');
    expect(ourWords(issue)).toEqual([expect.stringContaining('мы ещё ждём')]);
  });

  test('but which cannot be looked at holds nobody back, and is looked at again after five minutes', async () => {
    const room = await openRoom();
    const [bad, good] = [await asked(room), await asked(room, 21)];
    room.door.fail('GET', /\/issue\/SUP-1\?/, { answers: 400 });

    await room.moveTo('2027-02-25 09:00');
    await until('the other reminder', () => ourLetters(good) === 1);
    expect(room.log.saying('a ticket could not be looked at')?.ticketKey).toBe(bad.key);
    room.door.mend();
    await room.moveTo('2027-02-25 09:04');
    await room.rest();
    expect(ourLetters(bad)).toBe(0);
    await room.moveTo('2027-02-25 09:05');
    await room.rest();

    expect([ourLetters(bad), ourLetters(good)]).toEqual([1, 1]);
  });

  test('but for which alone Jira has no answer holds nobody back', async () => {
    const room = await openRoom();
    const [bad, good] = [await asked(room), await asked(room, 21)];
    room.door.fail('GET', /\/issue\/SUP-1\?/, { answers: 500 });

    for (const minute of [0, 1, 2]) await room.moveTo(`2027-02-25 09:0${minute}`);

    await until('the other reminder', () => ourLetters(good) === 1);
    expect(ourLetters(bad)).toBe(0);
  });

  test('but which an agent takes up in the same moment is left to the agent', async () => {
    const room = await openRoom();
    const issue = await asked(room);
    await room.moveTo('2027-02-25 09:00');
    await room.rest();
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    room.door.fail('GET', /\/issue\/SUP-1\?fields=status$/, { holds: held }, 1);

    await room.moveTo('2027-03-01 09:00');
    await until('the closing to begin', () => room.door.count('GET', /\?fields=status$/) > 0);
    const { world } = room.simulator;
    const takeUp = world.transitionsOf(issue).find(({ to }) => to === '10202');
    if (takeUp !== undefined) world.transition(issue, 'olga', takeUp, undefined);
    letThrough();
    await room.rest();

    expect(issue.status.name).toBe('В работе');
    expect(ourLetters(issue)).toBe(1);
    expect(room.log.saying('effect was overtaken')).toBeDefined();
    expect(await room.ledger()).toContain('WITHHELD transition:closed');
  });
});

describe('the net for letters of which no webhook told', () => {
  test('goes on from where it was, also after a restart', async () => {
    const room = await openRoom({ webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);
    await room.sweep();
    await room.rest();
    await room.moveTo('2027-02-25 12:00');
    await room.sweep();
    await room.stop();
    await room.start();
    const looked = () => room.door.count('GET', /\/issue\/SUP-1\?fields=\*all/);
    const before = looked();

    const report = await room.sweep();

    expect(report).toMatchObject({ looked: 0, decisions: 0, effects: [] });
    expect(looked()).toBe(before);
  });

  test('does not go on when the search fails: what changed meanwhile is found the next time', async () => {
    const room = await openRoom({ webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);
    room.door.fail('POST', SEARCH, { answers: 503 });
    await expect(room.sweep()).rejects.toMatchObject({ code: 'RGL9301' });
    await room.moveTo('2027-02-26 12:00');
    room.door.mend();

    await room.sweep();
    await room.rest();

    expect(await room.ledger()).toEqual(['DONE transition:inProgress', 'DONE reply:returned']);
    expect(ourLetters(issue)).toBe(1);
  });

  test('tells what it looked at, what it decided and what it asked of Jira', async () => {
    const room = await openRoom({ webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);

    const report = await room.sweep();

    expect(report).toMatchObject({
      sweep: '2027-02-24T14:40:00Z',
      looked: 1,
      due: 0,
      failed: 0,
      effects: [
        { ticket: 'SUP-1', kind: 'transition', to: 'inProgress' },
        { ticket: 'SUP-1', kind: 'reply', message: 'returned' },
      ],
    });
    expect(report.calls).toMatchObject({ search: 2 });
  });
});

describe('a sweep that would do too much', () => {
  const overlay = { fuse: { effectsPerRun: 1 } };

  test('does nothing of it, and says so to the operator', async () => {
    const room = await openRoom({ overlay });
    const issues = [await asked(room), await asked(room, 21)];

    await room.moveTo('2027-02-25 09:00');
    await room.rest();

    expect(issues.map(ourLetters)).toEqual([0, 0]);
    expect(await room.ledger()).toEqual(['WITHHELD reply:reminder', 'WITHHELD reply:reminder']);
    const blown = room.log.lines.find(({ sentence }) => sentence.startsWith('the fuse has blown'));
    expect(blown).toMatchObject({ level: 'error', data: { effects: 2, most: 1 } });
    expect(JSON.parse((await room.get('/readyz')).text).store.fusedEffects).toBe(2);
    expect((await room.get('/metrics')).text).toMatch(/^reglament_sweep_runs_total\{released="false"\} 1$/m);
  });

  test('looks again when somebody has seen to it: then everything is done', async () => {
    const room = await openRoom({ overlay });
    const issues = [await asked(room), await asked(room, 21)];
    await room.moveTo('2027-02-25 09:00');
    await room.rest();
    const [, other] = issues;
    if (other !== undefined) room.simulator.world.delete(other, 'olga');
    await room.rest();

    await room.moveTo('2027-02-25 09:15');
    await room.rest();

    expect(ourLetters(issues[0] ?? expect.fail())).toBe(1);
  });

  test('holds back no letter that came by itself', async () => {
    const room = await openRoom({ overlay });
    await asked(room);
    await asked(room, 21);
    const solved = solvedConsultation(room.simulator);
    await room.rest();

    await customerWritesInTime(room, solved);
    await room.rest();

    expect(ourLetters(solved)).toBe(1);
  });
});
