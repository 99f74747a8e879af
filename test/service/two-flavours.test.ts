import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Issue } from '#simulator/model.ts';
import {
  askedCustomer,
  customerWritesInTime,
  ourLetters,
  ourNotes,
  ourWords,
  says,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom, type Room } from '#test/support/service-room.ts';

const FLAVOURS = ['cloud', 'data-center'] as const;

/** Asked on Thu 18.02: a reminder is due when Wed 24.02 begins, and said when the desk opens. */
const asked = (room: Room) => askedCustomer(room, '2027-02-18 10:00', '2027-02-18 14:20');

async function comesTo(room: Room, ...times: readonly string[]): Promise<void> {
  for (const time of times) {
    await room.moveTo(time);
    await room.rest();
  }
}

/** What the customer's silence comes to. */
async function silence(room: Room): Promise<Issue> {
  const issue = await asked(room);
  await comesTo(room, '2027-02-25 09:00', '2027-02-26 09:00', '2027-03-01 09:00');
  return issue;
}

/** A letter in time. */
async function returning(room: Room): Promise<Issue> {
  const issue = solvedConsultation(room.simulator);
  await customerWritesInTime(room, issue);
  await room.rest();
  return issue;
}

async function thanking(room: Room): Promise<Issue> {
  const issue = solvedConsultation(room.simulator);
  await room.moveTo('2027-02-24 10:00');
  says(room.simulator, issue, 'elena', 'Спасибо, всё получилось!');
  await room.rest();
  return issue;
}

describe.each(FLAVOURS)('on %s', (flavour) => {
  test('a customer who is silent is reminded once and then closed, with the resolution for it', async () => {
    const room = await openRoom({ flavour });

    const issue = await silence(room);

    expect(ourWords(issue).filter((words) => words.includes('мы ещё ждём'))).toHaveLength(1);
    expect(ourLetters(issue)).toBe(2);
    expect([issue.status.category, issue.resolution?.name]).toEqual(['done', 'Нет ответа']);
    expect(ourNotes(issue)).toBe(1);
  });

  test('a reminder is known as ours when the store is lost: not said again, and no question to count from', async () => {
    const room = await openRoom({ flavour });
    const issue = await asked(room);
    await comesTo(room, '2027-02-25 09:00');
    const said = ourWords(issue);
    await room.stop();
    rmSync(room.storeFolder, { recursive: true, force: true });

    await room.start();
    await room.sweep();
    await comesTo(room, '2027-02-26 18:00');
    expect(ourWords(issue)).toEqual(said);
    expect(issue.status.name).toBe('Ожидает клиента');
    await comesTo(room, '2027-03-01 09:00');

    expect(issue.resolution?.name).toBe('Нет ответа');
    expect(ourWords(issue).filter((words) => words.includes('мы ещё ждём'))).toHaveLength(1);
  });

  test('a letter in time brings the request back, and is answered', async () => {
    const room = await openRoom({ flavour });

    const issue = await returning(room);

    expect(await room.ledger()).toEqual(['DONE transition:inProgress', 'DONE reply:returned']);
    expect([issue.status.name, issue.resolution]).toEqual(['В работе', null]);
    expect(ourLetters(issue)).toBe(1);
  });

  test('thanks reopen nothing; a label tells the agents, and nobody is written to', async () => {
    const room = await openRoom({ flavour });

    const issue = await thanking(room);

    expect(issue.status.name).toBe('Решено');
    expect(issue.labels).toHaveLength(1);
    expect(ourWords(issue)).toEqual([]);
  });

  test('an answer of Jira that is lost is read back, and nothing is said twice', async () => {
    const room = await openRoom({ flavour });
    const issue = solvedConsultation(room.simulator);
    room.door.fail('POST', /\/issue\/SUP-1\/comment$/, { cut: 'after' }, 1);

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(room.log.saying('effect of unknown outcome')).toBeDefined();
    expect(await room.ledger()).toEqual(['DONE transition:inProgress', 'DONE reply:returned']);
    expect(ourLetters(issue)).toBe(1);
  });

  test('a connection that is cut before Jira heard is read back too, and said after that', async () => {
    const room = await openRoom({ flavour });
    const issue = solvedConsultation(room.simulator);
    room.door.fail('POST', /\/issue\/SUP-1\/comment$/, { cut: 'before' }, 1);

    await customerWritesInTime(room, issue);
    await room.rest();

    expect(await room.ledger()).toEqual(['DONE transition:inProgress', 'DONE reply:returned']);
    expect(ourLetters(issue)).toBe(1);
  });

  test('a letter of which no webhook told is found by the sweep', async () => {
    const room = await openRoom({ flavour, webhooks: false });
    const issue = solvedConsultation(room.simulator);
    await customerWritesInTime(room, issue);

    await room.sweep();
    await room.rest();

    expect(ourLetters(issue)).toBe(1);
  });
});

describe('one story on both flavours', () => {
  test.each([
    ['silence', silence],
    ['a return in time', returning],
    ['thanks', thanking],
  ])('comes to the same acts and the same words: %s', async (_, story) => {
    const ends = [];
    for (const flavour of FLAVOURS) {
      const room = await openRoom({ flavour });
      const issue = await story(room);
      ends.push({
        ledger: await room.ledger(),
        words: ourWords(issue),
        status: issue.status.name,
        resolution: issue.resolution?.name,
        labels: issue.labels,
      });
      await room.stop();
    }

    const [cloud, dataCenter] = ends;
    expect(cloud?.ledger.length).toBeGreaterThan(0);
    expect(dataCenter).toEqual(cloud);
  });

  test('but for a follow-up, which Data Center is not asked to open yet: agents are told, and the customer of nothing', async () => {
    const room = await openRoom({ flavour: 'data-center' });
    const issue = solvedConsultation(room.simulator);
    await room.moveTo('2027-03-10 12:00');

    says(room.simulator, issue, 'elena', 'Не помогло: графы уходят на второй лист.');
    await room.rest();

    expect(room.simulator.world.issues.size).toBe(1);
    expect(ourLetters(issue)).toBe(0);
    expect(ourWords(issue)).toContainEqual(expect.stringMatching(/^note: .*by hand/s));
    expect(await room.ledger()).toContain('PARKED openTicket');
  });

  test('only Cloud keeps our marker on what we said', async () => {
    const kept = [];
    for (const flavour of FLAVOURS) {
      const room = await openRoom({ flavour });
      const issue = await returning(room);
      const ours = issue.comments.filter(({ author }) => author === 'reglament-bot');
      kept.push(ours.flatMap(({ properties }) => properties.map(({ key }) => key)));
      await room.stop();
    }

    expect(kept).toEqual([['sd.public.comment', 'reglament.effect'], ['sd.public.comment']]);
  });
});
