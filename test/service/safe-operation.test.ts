import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { until } from '#test/support/service-parts.ts';
import {
  askedCustomer,
  customerOpens,
  customerWritesInTime,
  ourLetters,
  ourWords,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom, type Room } from '#test/support/service-room.ts';

const CONTROL = { control: { ticket: 'SUP-1', lookSeconds: 1 } };

async function readyz(room: Room) {
  return JSON.parse((await room.get('/readyz')).text);
}

function ask(room: Room, act: 'stop' | 'resume', body: object = {}) {
  const address = serviceAddress(room.storeFolder);
  if (address === undefined) throw new Error('the service has left no address');
  return askService(address, 'POST', act, body);
}

describe('reglament stop', () => {
  test('stops the running service at once, and /readyz says who did it and why', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);

    await ask(room, 'stop', { by: 'vera@desk', reason: 'перенос данных' });
    await customerWritesInTime(room, issue);
    await until('the decision', async () => (await room.ledger()).length === 2);

    expect(await readyz(room)).toMatchObject({
      killSwitch: 'on',
      stop: { file: { by: 'vera@desk', reason: 'перенос данных' } },
    });
    expect(ourLetters(issue)).toBe(0);

    expect(await ask(room, 'resume')).toEqual({ stopped: false });
    await room.rest();
    expect(ourLetters(issue)).toBe(1);
  });
});

describe('the label on the control ticket', () => {
  async function withControl() {
    const room = await openRoom({ overlay: CONTROL });
    const control = customerOpens(room.simulator, '2027-02-18 09:30', 'nina');
    await room.rest();
    return { room, control };
  }

  test('freezes everything in one step, and taking it off goes on', async () => {
    const { room, control } = await withControl();
    const issue = solvedConsultation(room.simulator);
    room.simulator.world.label(control, 'olga', ['reglament-stop'], []);
    await until('the stop', async () => (await readyz(room)).stop?.ticket !== undefined);

    await customerWritesInTime(room, issue);
    await until('the decision', async () => (await room.ledger()).length === 2);
    expect(issue.status.name).toBe('Решено');
    expect(await readyz(room)).toMatchObject({ stop: { ticket: { key: 'SUP-1', by: 'Лебедева Ольга' } } });

    room.simulator.world.label(control, 'olga', [], ['reglament-stop']);
    await until('the end of the stop', async () => (await readyz(room)).killSwitch === 'off');
    await room.rest();
    expect(issue.status.name).toBe('В работе');
    expect(ourLetters(issue)).toBe(1);
  });

  test('is not lifted by our own account', async () => {
    const { room, control } = await withControl();
    room.simulator.world.label(control, 'olga', ['reglament-stop'], []);
    await until('the stop', async () => (await readyz(room)).stop?.ticket !== undefined);

    room.simulator.world.label(control, 'reglament-bot', [], ['reglament-stop']);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await room.sweep();

    expect((await readyz(room)).killSwitch).toBe('on');
    expect(room.log.saying('our own account took the stop label off; that lifts nothing')).toBeDefined();
  });

  test('holds as it was last known while Jira cannot be asked, also over a restart', async () => {
    const { room, control } = await withControl();
    room.simulator.world.label(control, 'olga', ['reglament-stop'], []);
    await until('the stop', async () => (await readyz(room)).stop?.ticket !== undefined);

    await room.stop();
    room.door.fail('GET', /./, { cut: 'before' });
    await room.start();

    expect((await readyz(room)).killSwitch).toBe('on');
  });
});

describe('a day that ended while we were away', () => {
  test('closes nobody when we come back: a new dated reminder, then the closing a full business day later', async () => {
    const room = await openRoom();
    const issue = await askedCustomer(room, '2027-02-18 10:00', '2027-02-18 10:10');
    await room.moveTo('2027-02-25 09:00');
    await room.sweep();
    await room.rest();
    expect(ourLetters(issue)).toBe(1);

    await room.stop();
    room.simulator.world.clock.move(Temporal.Instant.from('2027-03-01T09:00:00+03:00').epochMilliseconds);
    await room.start();
    await room.sweep();
    await room.rest();

    expect(issue.status.name).toBe('Ожидает клиента');
    expect(ourWords(issue).at(-1)).toContain('до конца дня 2 марта 2027 г.');

    await room.moveTo('2027-03-02 17:00');
    await room.sweep();
    await room.rest();
    expect(issue.status.name).toBe('Ожидает клиента');
    await room.moveTo('2027-03-03 09:00');
    await room.sweep();
    await room.rest();
    expect(ourWords(issue).some((said) => said.includes('закрыли его без решения'))).toBe(true);
    expect(issue.status.name).not.toBe('Ожидает клиента');
  });

  test('counts for a stop by the file as well', async () => {
    const room = await openRoom();
    const issue = await askedCustomer(room, '2027-02-18 10:00', '2027-02-18 10:10');
    await room.moveTo('2027-02-25 09:00');
    await room.sweep();
    await room.rest();
    await ask(room, 'stop', {});

    await room.moveTo('2027-03-01 09:00');
    await room.sweep();
    expect(ourLetters(issue)).toBe(1);
    rmSync(room.killSwitch);
    await room.rest();
    await room.sweep();
    await room.rest();

    expect(issue.status.name).toBe('Ожидает клиента');
    expect(ourWords(issue).at(-1)).toContain('до конца дня 2 марта 2027 г.');
  });
});

describe('a rival automation', () => {
  test('keeps reopening at proposals, and /readyz names it with the ticket', async () => {
    const room = await openRoom({
      overlay: { caps: { reopening: { mode: 'suggest', until: 'noRivalFor', days: 7 } } },
    });
    const issue = solvedConsultation(room.simulator);
    room.simulator.rivals.set({ transitionOnComment: false, reopenOnCustomerComment: true, delaySeconds: 0 });

    await customerWritesInTime(room, issue);
    await until('the rival', async () => (await readyz(room)).rivals.length > 0);

    expect(await readyz(room)).toMatchObject({
      caps: [{ name: 'reopening', mode: 'suggest', because: 'rivalSeen', rival: { ticket: issue.key } }],
      rivals: [{ did: 'reopened', ticket: issue.key }],
    });
    expect(ourLetters(issue)).toBe(0);
    expect(room.log.saying('somebody else does what our rules do')).toBeDefined();
  });
});
