import { describe, expect, test } from 'vitest';
import { until } from '#test/support/service-parts.ts';
import {
  askedCustomer,
  COMPLAINT,
  customerOpens,
  ourLetters,
  ourWords,
  says,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

describe('the label on the control ticket', () => {
  test('freezes in one step, and when it is taken off nobody is closed on the day that ended meanwhile', async () => {
    const room = await openRoom({ overlay: { control: { ticket: 'SUP-1', lookSeconds: 1 } } });
    const control = customerOpens(room.simulator, '2027-02-18 09:30', 'nina');
    await room.rest();
    const silent = await askedCustomer(room, '2027-02-18 10:00', '2027-02-18 10:10');
    const solved = solvedConsultation(room.simulator);
    await room.moveTo('2027-02-24 17:40');
    await room.sweep();
    await room.rest();
    const warned = ourLetters(silent);

    room.simulator.world.label(control, 'olga', ['reglament-stop'], []);
    const stopped = async () => JSON.parse((await room.get('/readyz')).text).killSwitch === 'on';
    await until('the stop', stopped);
    says(room.simulator, solved, solved.reporter, COMPLAINT);
    await room.moveTo('2027-03-01 09:00');
    await room.sweep();
    expect(solved.status.name).toBe('Решено');
    expect(ourLetters(silent)).toBe(warned);

    room.simulator.world.label(control, 'olga', [], ['reglament-stop']);
    await until('the end of the stop', async () => !(await stopped()));
    await room.rest();
    await room.sweep();
    await room.rest();

    expect(solved.status.name).toBe('В работе');
    expect(silent.status.name).toBe('Ожидает клиента');
    expect(ourWords(silent).at(-1)).toContain('до конца дня 2 марта 2027 г.');
  });
});
