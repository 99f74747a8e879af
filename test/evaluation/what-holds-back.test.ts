import { describe, expect, test } from 'vitest';
import { activeCaps, capModes } from '#core/decision/cap.ts';
import { mostTogether } from '#evaluation/bulk-moves.ts';
import { serviceFuse } from '#evaluation/service-fuse.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA, ROBOT } from '#test/support/people.ts';
import { looksAt, returnedInTime, solvedOnFriday } from '#test/support/service-looks.ts';

const WEEK = { reopening: { mode: 'suggest', until: 'noRivalFor', days: 7 } } as const;
const RIVAL = { account: 'robot', name: 'Robot', did: 'reopened', ticketKey: 'SUP-9' } as const;

describe('a cap', () => {
  const activated = msk('2027-02-15 09:00');
  const at = (time: string, ...seen: readonly string[]) =>
    activeCaps(
      WEEK,
      activated,
      seen.map((when) => ({ ...RIVAL, at: msk(when) })),
      msk(time),
    );

  test('holds until seven full days were watched, and not a minute longer', () => {
    expect(at('2027-02-22 08:59')).toMatchObject([{ name: 'reopening', mode: 'suggest' }]);
    expect(at('2027-02-22 09:00')).toEqual([]);
  });

  test('holds anew for seven days after a rival, and names it', () => {
    expect(at('2027-02-27 12:00', '2027-02-21 10:00')).toMatchObject([{ rival: RIVAL }]);
    expect(at('2027-02-28 10:00', '2027-02-21 10:00')).toEqual([]);
  });

  test('holds while nobody watches at all', () => {
    expect(activeCaps(WEEK, undefined, [], msk('2030-01-01 00:00'))).toEqual([
      { name: 'reopening', mode: 'suggest' },
    ]);
  });

  test('that is lifted holds nothing back, also under one that is not', () => {
    const settings = { ...WEEK, 'return-in-time': 'lifted' } as const;

    expect(capModes(settings, activeCaps(settings, activated, [], activated))).toEqual({
      reopening: 'suggest',
      'return-in-time': 'enforce',
    });
  });

  test('lowers "enforce" to proposals, and says that it was the cap', async () => {
    const looks = await looksAt(returnedInTime(), { modes: { caps: { reopening: 'suggest' } } });
    await looks.at('2027-02-24 12:01');

    expect((await looks.kept()).toSorted()).toEqual([
      'PLANNED note:suggestion',
      'PLANNED note:suggestion',
      'WITHHELD reply:returned (cap)',
      'WITHHELD transition:inProgress (cap)',
    ]);
  });

  test('raises nothing: what only observes goes on observing', async () => {
    const looks = await looksAt(returnedInTime(), {
      modes: { default: 'observe', caps: { reopening: 'suggest' } },
    });
    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toContain('WITHHELD reply:returned (observe)');
  });
});

describe('a rival', () => {
  test('is an automation that reopens after the customer’s letter', async () => {
    const looks = await looksAt(returnedInTime().moves(ROBOT, '2027-02-24 12:00:05', 'In progress'));
    const record = await looks.at('2027-02-24 12:01');

    expect(record.seen?.rivals).toMatchObject([{ account: ROBOT.id, name: ROBOT.name, did: 'reopened' }]);
  });

  test('is neither the customer by their own hand nor an agent who works on the ticket', async () => {
    const byCustomer = await looksAt(returnedInTime().moves(ANNA, '2027-02-24 12:00:05', 'In progress'));
    const byAgent = await looksAt(returnedInTime().moves(OLGA, '2027-02-24 12:01', 'In progress'));

    expect((await byCustomer.at('2027-02-24 12:02')).seen?.rivals).toEqual([]);
    expect((await byAgent.at('2027-02-24 12:02')).seen?.rivals).toEqual([]);
  });
});

describe('the fuse of the whole service', () => {
  const noon = msk('2027-02-24 12:00');

  test('lets so many effects an hour through, counts each once, and is told of once', () => {
    let blown = 0;
    const fuse = serviceFuse(2, new Map([['done', noon]]), () => {
      blown += 1;
    });

    expect(['done', 'a', 'b', 'a', 'c'].map((key) => fuse.admits(key, noon))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(blown).toBe(1);
    expect(fuse.blownAt(noon)?.equals(noon)).toBe(true);
    expect(fuse.admits('b', noon.add({ minutes: 60 }))).toBe(true);
  });

  test('withholds what is over it, to be judged again an hour later', async () => {
    const looks = await looksAt(returnedInTime(), { fuse: serviceFuse(1, new Map(), () => undefined) });
    await looks.at('2027-02-24 12:01');
    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'WITHHELD reply:returned (fuse)']);
    expect(await looks.promised()).toEqual([expect.stringContaining('2027-02-24 13:01')]);

    looks.ticket = returnedInTime().moves(BOT, '2027-02-24 12:01', 'In progress');
    await looks.at('2027-02-24 13:02', 'wakeup');

    expect(await looks.kept()).toContain('PLANNED reply:returned');
  });
});

describe('a bulk change', () => {
  const at = (...minutes: readonly number[]) =>
    minutes.map((minute) => ({ at: msk('2027-02-24 12:00').add({ minutes: minute }) }));

  test('is counted within any ten minutes that hold the move', () => {
    const within = Temporal.Duration.from({ minutes: 10 });
    const [first = { at: msk('2027-02-24 12:00') }] = at(0);

    expect(mostTogether(at(0, 5, 10, 11), first, within)).toBe(3);
    expect(mostTogether(at(-9, -1, 0, 1, 9), first, within)).toBe(4);
  });

  test('without mail: customers are not written to, states and labels go on', async () => {
    const looks = await looksAt(returnedInTime(), { silent: ['comment:10103'] });
    const record = await looks.at('2027-02-24 12:01');

    expect(record.decisions.map(({ decision: { event } }) => event.id)).toContain('comment:10103');
    expect(await looks.kept()).toEqual(['PLANNED transition:inProgress', 'WITHHELD reply:returned (silent)']);
  });

  test('of more like moves than the setting is only observed, and the count is kept with the decision', async () => {
    const reopened = solvedOnFriday()
      .says(ANNA, '2027-02-24 12:00', 'Спасибо!')
      .moves(ROBOT, '2027-02-24 12:00:05', 'In progress');
    const bulk = { most: 2, within: Temporal.Duration.from({ minutes: 10 }) };
    const others = [1, 2].map((n) => ({
      eventId: `history:${n}`,
      actor: ROBOT.id,
      toStatus: '10201',
      at: msk('2027-02-24 12:03'),
    }));
    const alone = await looksAt(reopened, { bulk });
    const among = await looksAt(reopened, { bulk, moves: others });

    await alone.at('2027-02-24 12:05');
    const record = await among.at('2027-02-24 12:05');

    expect(await alone.kept()).toContain('PLANNED transition:closed');
    expect(await among.kept()).toContain('WITHHELD transition:closed (bulk)');
    expect(record.context?.bulkMoves).toMatchObject([{ like: 3 }]);
  });
});

describe('the control ticket', () => {
  test('is never acted upon: nothing of ours may take its label off', async () => {
    const looks = await looksAt(returnedInTime(), { controlTicket: 'SUP-7' });
    await looks.at('2027-02-24 12:01');

    expect(await looks.kept()).toEqual([]);
  });
});

describe('a wait without a question', () => {
  test('is noticed, and forgotten when somebody asks', async () => {
    const parked = () => solvedOnFriday().moves(OLGA, '2027-02-24 10:00', 'Waiting for customer');
    const looks = await looksAt(parked());

    expect((await looks.at('2027-02-24 10:01')).seen?.waitsUnasked).toBe('surely');
    looks.ticket = parked().says(OLGA, '2027-02-24 10:02', 'Пришлите, пожалуйста, номер документа.');
    expect((await looks.at('2027-02-24 10:03')).seen?.waitsUnasked).toBeUndefined();
  });
});
