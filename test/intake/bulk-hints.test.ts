import { describe, expect, test } from 'vitest';
import { readHint } from '#jira/to-hint.ts';
import { rivalsIn, silentAmong } from '#store/sightings.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { intakeOf } from '#test/support/service-intake.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

const MOVED = {
  timestamp: 1_803_000_000_000,
  webhookEvent: 'jira:issue_updated',
  user: { accountId: 'olga', displayName: 'Ольга', accountType: 'atlassian' },
  issue: { id: '10001', key: 'SUP-7', fields: { project: { key: 'SUP' } } },
  changelog: { id: '10231', items: [{ field: 'status', from: '1', to: '10204', toString: 'Resolved' }] },
};
const SILENT = { ...MOVED, bulkOperationMetaData: { sendMail: false } };

const hintOf = (body: unknown) => readHint(body, { ...theConfiguration(), control: { ticket: 'OPS-1' } });

describe('a webhook of a bulk change', () => {
  test('tells which entry customers are not to be written about, where its author wanted no mail', () => {
    expect(hintOf(SILENT)).toMatchObject({ kind: 'look', silent: ['history:10231'] });
    expect(hintOf({ ...MOVED, bulkOperationMetaData: { sendMail: true } })).not.toHaveProperty('silent');
    expect(hintOf(MOVED)).not.toHaveProperty('silent');
  });

  test('tells who moved what to which status, so that like moves can be counted', () => {
    expect(hintOf(MOVED)).toMatchObject({
      move: { eventId: 'history:10231', actor: 'olga', toStatus: '10204' },
    });
  });

  test.each([1e300, 0.5, 'yesterday', null])(
    'with the time %s counts nothing, and is looked at all the same',
    (timestamp) => {
      expect(hintOf({ ...MOVED, timestamp })).toEqual({ kind: 'look', ticketKey: 'SUP-7' });
    },
  );

  test('keeps the fact in the store before it is answered: it outlives a restart', async () => {
    const store = await storeInMemory();
    const intake = await intakeOf(store);

    expect((await intake.tell(SILENT)).status).toBe(202);

    expect(await silentAmong(store.db, ['history:10231', 'history:9'])).toEqual(new Set(['history:10231']));
    expect(await rivalsIn(store.db)).toEqual([]);
  });
});

describe('a webhook about the control ticket', () => {
  const CONTROL = { ...MOVED, issue: { id: '1', key: 'OPS-1', fields: { project: { key: 'OPS' } } } };

  test('is known whatever its project, and waits in no inbox', async () => {
    expect(hintOf(CONTROL)).toEqual({ kind: 'control', ticketKey: 'OPS-1' });
    const store = await storeInMemory();
    let changed = 0;
    const intake = await intakeOf(store, {
      readHint: hintOf,
      onControl: () => {
        changed += 1;
      },
    });

    await intake.tell(CONTROL);

    expect([changed, intake.nudges()]).toEqual([1, 0]);
    expect(await store.db.selectFrom('deliveries').select(['state', 'reason']).execute()).toEqual([
      { state: 'done', reason: 'the control ticket' },
    ]);
  });
});
