import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { until } from '#test/support/service-parts.ts';
import { customerWritesInTime, ourLetters, solvedConsultation } from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

describe('the kill switch', () => {
  test('is a file: while it is there, letters are taken and judged, and nothing is done', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);
    writeFileSync(room.killSwitch, '');

    await customerWritesInTime(room, issue);
    const planned = ['PLANNED transition:inProgress', 'PLANNED reply:returned'];
    await until('the decision', async () => (await room.ledger()).join() === planned.join());
    await room.sweep();

    expect(await room.ledger()).toEqual(planned);
    expect(room.door.calls.filter(({ path }) => path.endsWith('/transitions'))).toEqual([]);
    expect(JSON.parse((await room.get('/readyz')).text).killSwitch).toBe('on');
    expect((await room.get('/metrics')).text).toMatch(/^reglament_stopped 1$/m);
  });

  test('taken away lets everything be done, once', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);
    writeFileSync(room.killSwitch, '');
    await customerWritesInTime(room, issue);
    await until('the decision', async () => (await room.ledger()).length === 2);

    rmSync(room.killSwitch);
    await room.rest();

    expect(issue.status.name).toBe('В работе');
    expect(ourLetters(issue)).toBe(1);
    expect((await room.get('/metrics')).text).toMatch(/^reglament_stopped 0$/m);
  });

  test('that is on when the service starts holds from the first moment', async () => {
    const room = await openRoom();
    const issue = solvedConsultation(room.simulator);
    await room.stop();
    writeFileSync(room.killSwitch, '');
    await room.start();

    await customerWritesInTime(room, issue);
    await until('the decision', async () => (await room.ledger()).length === 2);

    expect(issue.status.name).toBe('Решено');
    expect(JSON.parse((await room.get('/readyz')).text).killSwitch).toBe('on');
  });
});
