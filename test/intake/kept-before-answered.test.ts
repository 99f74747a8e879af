import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { DeliveryInbox, SignedDelivery } from '#intake/ports.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { intakeOf, letterOn, openIntake } from '#test/support/service-intake.ts';
import { ownFolder, storeIn, storeInMemory, until } from '#test/support/service-parts.ts';

/** The store's file as another program sees it: what is not committed is not there. */
function outsider(folder: string): DatabaseSync {
  return new DatabaseSync(path.join(folder, 'reglament.db'), { timeout: 0 });
}

async function keptIn({ db }: OpenedStore): Promise<number> {
  return (await db.selectFrom('deliveries').select('id').execute()).length;
}

describe('a letter that is acknowledged', () => {
  test('is committed before Jira hears of it', async () => {
    const folder = ownFolder();
    const intake = await intakeOf(await storeIn(folder));
    const reader = outsider(folder);

    await intake.tell(letterOn('SUP-7'));
    const rows = reader.prepare('select ticket_key, state from deliveries').all();
    reader.close();

    expect(rows.map((row) => ({ ...row }))).toEqual([{ ticket_key: 'SUP-7', state: 'new' }]);
  });

  test('is not acknowledged while its commit is under way', async () => {
    const order: string[] = [];
    let commit = () => {};
    const inbox: DeliveryInbox = {
      save: () =>
        new Promise((resolve) => {
          order.push('asked to keep it');
          commit = () => {
            order.push('kept');
            resolve('new');
          };
        }),
    };
    const intake = await openIntake(inbox, { onAnswer: (status) => void order.push(`answered ${status}`) });

    const answer = intake.tell(letterOn('SUP-7'));
    await until('the inbox to be asked', () => order.length > 0);
    commit();
    await answer;

    expect(order).toEqual(['asked to keep it', 'kept', 'answered 202']);
  });
});

describe('the same letter twice', () => {
  test('is acknowledged twice and kept once', async () => {
    const store = await storeInMemory();
    const intake = await intakeOf(store);
    const retry = { 'x-atlassian-webhook-identifier': 'abc-1' };

    const first = await intake.tell(letterOn('SUP-7'), retry);
    const second = await intake.tell(letterOn('SUP-7'), { ...retry, 'x-atlassian-webhook-retry': '1' });

    expect([first.status, second.status]).toEqual([202, 202]);
    expect(first.body).toEqual(second.body);
    expect(await keptIn(store)).toBe(1);
  });

  test('is kept once even under another identifier: nobody has signed those', async () => {
    const store = await storeInMemory();
    const intake = await intakeOf(store);

    await intake.tell(letterOn('SUP-7'), { 'x-atlassian-webhook-identifier': 'abc-1' });
    await intake.tell(letterOn('SUP-7'), { 'x-atlassian-webhook-identifier': 'abc-2' });

    expect(await keptIn(store)).toBe(1);
  });

  test('a hundred times at once is kept once', async () => {
    const store = await storeInMemory();
    const intake = await intakeOf(store);

    const answers = await Promise.all(Array.from({ length: 100 }, () => intake.tell(letterOn('SUP-7'))));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await keptIn(store)).toBe(1);
  });
});

describe('two hundred letters at once', () => {
  test('are all kept, and each is acknowledged', async () => {
    const store = await storeIn(ownFolder());
    const intake = await intakeOf(store);

    const letters = Array.from({ length: 200 }, (_, index) =>
      intake.tell(letterOn(`SUP-${index + 1}`, index)),
    );
    const answers = await Promise.all(letters);

    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    expect(await keptIn(store)).toBe(200);
    expect(intake.nudges()).toBe(200);
  });
});

describe('a letter that cannot be kept', () => {
  test('because another program holds the store is a 503, and is taken when Jira repeats it', async () => {
    const folder = ownFolder();
    const store = await storeIn(folder);
    const intake = await intakeOf(store);
    const backup = outsider(folder);
    backup.exec('BEGIN IMMEDIATE');

    const refused = await intake.tell(letterOn('SUP-7'));
    backup.exec('ROLLBACK');
    backup.close();

    expect(refused.status).toBe(503);
    expect(intake.nudges()).toBe(0);
    expect(await keptIn(store)).toBe(0);
    expect(intake.log.saying('a delivery could not be stored')?.why).toContain('locked');
    expect((await intake.tell(letterOn('SUP-7'))).status).toBe(202);
    expect(await keptIn(store)).toBe(1);
  });

  test('because the disk is full is a 503, and is taken when there is room again', async () => {
    const folder = ownFolder();
    const store = await storeIn(folder);
    const intake = await intakeOf(store, { bodyLimitBytes: 1_048_576 });
    const long = { ...letterOn('SUP-7'), padding: 'x'.repeat(500_000) };
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 1)}`.execute(store.db);

    const refused = await intake.tell(long);
    const kept = await keptIn(store);
    await sql`pragma max_page_count = 100000`.execute(store.db);

    expect(refused.status).toBe(503);
    expect(kept).toBe(0);
    expect((await intake.tell(long)).status).toBe(202);
    expect(await keptIn(store)).toBe(1);
  });

  test('because the store is closed is a 503', async () => {
    const store = await storeIn(ownFolder());
    const intake = await intakeOf(store);
    await store.close();

    expect((await intake.tell(letterOn('SUP-7'))).status).toBe(503);
  });

  test('is refused alone: nobody else of its group is told that it was kept', async () => {
    const kept: SignedDelivery[] = [];
    const inbox: DeliveryInbox = {
      async save(delivery) {
        if (delivery.hint.kind === 'look' && delivery.hint.ticketKey === 'SUP-2') throw new Error('no room');
        kept.push(delivery);
        return 'new';
      },
    };
    const intake = await openIntake(inbox);

    const answers = await Promise.all(
      ['SUP-1', 'SUP-2', 'SUP-3'].map((key, index) => intake.tell(letterOn(key, index))),
    );

    expect(answers.map(({ status }) => status)).toEqual([202, 503, 202]);
    expect(kept).toHaveLength(2);
  });
});
