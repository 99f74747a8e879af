import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '#test/support/desk.ts';
import { ownFolder, until } from '#test/support/service-parts.ts';
import {
  askedCustomer,
  customerWritesInTime,
  ourLetters,
  ourWords,
  solvedConsultation,
} from '#test/support/service-people.ts';
import { openRoom } from '#test/support/service-room.ts';

const POLICY = 'reopening.policy.json';

async function roomWithOwnRules() {
  const rules = ownFolder();
  cpSync(path.join(PROJECT, 'rules'), rules, { recursive: true });
  const room = await openRoom({ rules });
  const policy = async () => {
    const { status, text } = await room.get('/readyz');
    return { status, ...(JSON.parse(text).policy as { version: string; problem?: string }) };
  };
  return {
    room,
    policy,
    write: (file: string, text: string) => writeFileSync(path.join(rules, file), text),
    remove: (file: string) => rmSync(path.join(rules, file)),
    text: (file: string) => readFileSync(path.join(rules, file), 'utf8'),
  };
}

describe('a policy that is changed while the service runs', () => {
  test('counts for what waits already: a shorter wait is reminded of at once, not after the longer one', async () => {
    const { room, policy, write, text } = await roomWithOwnRules();
    const before = (await policy()).version;
    const issue = await askedCustomer(room, '2027-02-18 10:00', '2027-02-18 14:20');
    await room.moveTo('2027-02-20 10:00');
    await room.rest();
    expect(ourLetters(issue)).toBe(0);

    const file = 'clarification.policy.json';
    write(file, text(file).replace('"3 business days"', '"1 business days"'));
    await until('the new policy', async () => (await policy()).version !== before);

    await until('the reminder', () => ourLetters(issue) === 1);
  });
});

describe('a policy that is broken while the service runs', () => {
  test.each([
    ['cut off in the middle', (text: string) => text.slice(0, 200)],
    [
      'with a rule that asks for a fact that is not',
      (text: string) => text.replaceAll('"eventBy"', '"eventVy"'),
    ],
  ])('(%s) does not come into force: the last good one stays, and /readyz says so', async (_, spoil) => {
    const { room, policy, write, text } = await roomWithOwnRules();
    const good = await policy();
    const issue = solvedConsultation(room.simulator);

    write(POLICY, spoil(text(POLICY)));
    const broken = await until('the problem to be seen', async () => {
      const now = await policy();
      return now.problem !== undefined && now;
    });
    await customerWritesInTime(room, issue);
    await room.rest();

    expect(broken).toMatchObject({ status: 200, version: good.version });
    expect(broken.problem).toMatch(/^\d+ findings, the first: rules\/\S+\.json:\d+:\d+ RGL\d{4} /);
    expect(room.log.saying('the new policy has errors; the last good one stays in force')).toBeDefined();
    expect(ourLetters(issue)).toBe(1);
  });

  test('and mended is in force again, without a problem', async () => {
    const { policy, write, remove, text } = await roomWithOwnRules();
    const [good, original] = [await policy(), text('desk.json')];

    remove('desk.json');
    await until('the problem', async () => (await policy()).problem !== undefined);
    write('desk.json', original);
    await until('the end of the problem', async () => (await policy()).problem === undefined);

    expect((await policy()).version).toBe(good.version);
  });
});

describe('a policy that is changed while the service runs', () => {
  test('comes into force whole, and the next letter is judged by it', async () => {
    const { room, policy, write, text } = await roomWithOwnRules();
    const before = await policy();
    const issue = solvedConsultation(room.simulator);

    write('messages/ru.json', text('messages/ru.json').replaceAll('снова в работе', 'опять в работе'));
    await until('the new policy', async () => (await policy()).version !== before.version);
    await customerWritesInTime(room, issue);
    await room.rest();

    expect(room.log.saying('a new policy is in force')?.before).toBe(before.version);
    expect(ourWords(issue)).toEqual([expect.stringContaining('опять в работе')]);
  });

  test('only in its white space is the same policy', async () => {
    const { room, policy, write, text } = await roomWithOwnRules();
    const before = await policy();

    write(POLICY, JSON.stringify(JSON.parse(text(POLICY))));
    write('desk.json', text('desk.json').slice(0, -3));
    await until('the broken file to be seen', async () => (await policy()).problem !== undefined);

    expect((await policy()).version).toBe(before.version);
    expect(room.log.saying('a new policy is in force')).toBeUndefined();
  });
});

describe('a letter that is planned and waits', () => {
  /** Stopped, so that what is decided stays planned; the customer has come back in time. */
  async function planned() {
    const own = await roomWithOwnRules();
    const { room } = own;
    const issue = solvedConsultation(room.simulator);
    writeFileSync(room.killSwitch, '');
    await customerWritesInTime(room, issue);
    await until('the decision', async () => (await room.ledger()).length === 2);
    return { ...own, issue };
  }

  async function takenUp(own: Awaited<ReturnType<typeof roomWithOwnRules>>, file: string, text: string) {
    const { version } = await own.policy();
    own.write(file, text);
    await until('the new policy', async () => (await own.policy()).version !== version);
  }

  test('goes out in the words that are in force when it goes', async () => {
    const own = await planned();
    const file = 'messages/ru.json';
    await takenUp(own, file, own.text(file).replaceAll('снова в работе', 'опять в работе'));

    rmSync(own.room.killSwitch);
    await own.room.rest();

    expect(ourWords(own.issue)).toEqual([expect.stringContaining('опять в работе')]);
  });

  test('falls away when the new policy calls for none, and the move is made all the same', async () => {
    const own = await planned();
    const rule = JSON.parse(own.text(POLICY));
    const returns = rule.rules.find(({ id }: { id: string }) => id === 'return-in-time');
    returns.effects = returns.effects.filter(({ kind }: { kind: string }) => kind !== 'reply');
    await takenUp(own, POLICY, JSON.stringify(rule));

    rmSync(own.room.killSwitch);
    await own.room.rest();

    expect(own.issue.status.name).toBe('В работе');
    expect(ourLetters(own.issue)).toBe(0);
  });

  test('is withheld when its mode was lowered meanwhile, with everything that was planned', async () => {
    const { room, issue } = await planned();
    await room.stop();
    rmSync(room.killSwitch);

    await room.start({ modes: { default: 'observe' } });
    await room.rest();

    expect(issue.status.name).toBe('Решено');
    expect(ourLetters(issue)).toBe(0);
    expect(new Set((await room.ledger()).map((line) => line.split(' ')[0]))).toEqual(new Set(['WITHHELD']));
  });
});
