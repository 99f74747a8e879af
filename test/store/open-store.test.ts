import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { machineClock } from '#clock.ts';
import { effectQueue } from '#store/effects.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { activationOf, activationToLook, isChanged, readFact, setFact } from '#store/facts.ts';
import { isHeld } from '#store/lock.ts';
import { migrate } from '#store/migrations.ts';
import { openStore, openStoreToLook } from '#store/open-store.ts';
import { rivalsIn } from '#store/sightings.ts';
import { stopStore } from '#store/stops.ts';
import { sweepStore } from '#store/sweeps.ts';
import { effectOf, NOON, recordedAs, recordOf, TICKET } from '#test/support/service-effects.ts';
import { ownFolder, storeIn } from '#test/support/service-parts.ts';

describe('the store of a service', () => {
  test('is held: a second service is refused with RGL9101, and takes it over when the first has ended', async () => {
    const folder = ownFolder();
    const first = await storeIn(folder);

    expect(isHeld(folder)).toBe(true);
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'RGL9101' });
    await first.close();

    expect(isHeld(folder)).toBe(false);
    await expect(storeIn(folder)).resolves.toBeDefined();
  });

  test('keeps everything when it is closed and opened again', async () => {
    const folder = ownFolder();
    const first = await storeIn(folder);
    const evaluations = evaluationStore(first.db, machineClock);
    await evaluations.record(
      recordOf([recordedAs(effectOf('1'))], { wakeups: [{ eventId: 'timePassed', at: NOON }] }),
    );
    await sweepStore(first.db, NOON).advance(NOON.add({ minutes: 5 }));
    await first.close();

    const { db } = await storeIn(folder);

    expect(await evaluationStore(db, machineClock).markOf(TICKET)).toEqual({
      until: NOON,
      ids: new Set(['comment:10101']),
    });
    expect((await effectQueue(db, machineClock).owedTo(TICKET)).map(({ key }) => key)).toEqual(['1']);
    expect(await sweepStore(db, NOON).cursor()).toEqual(NOON.add({ minutes: 5 }));
    expect(await sweepStore(db, NOON).nextDue()).toEqual(NOON);
  });

  test('outlives a power loss: it writes ahead and waits for the disk at every commit', async () => {
    const { db } = await storeIn(ownFolder());

    const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
    const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);

    expect(journal.rows[0]?.journal_mode).toBe('wal');
    expect(synchronous.rows[0]?.synchronous).toBe(2);
  });

  test('can be looked into while the service works, and never written by whoever looks', async () => {
    const folder = ownFolder();
    await storeIn(folder);
    const view = await openStoreToLook(folder);

    await expect(view?.db.selectFrom('effects').select('id').execute()).resolves.toEqual([]);
    await expect(view?.db.deleteFrom('effects').execute()).rejects.toThrow(/readonly/);
    await view?.close();
  });

  test('made by an older version can be looked into: what it lacks is empty, and it stays as it was', async () => {
    const folder = ownFolder();
    const { db, close } = await storeIn(folder);
    await setFact(db, 'activatedAt', NOON.toString());
    const names = async () => (await db.introspection.getTables()).map(({ name }) => name);
    for (const table of ['stops', 'rivals', 'silent_events', 'moves', 'unasked']) {
      await db.schema.dropTable(table).execute();
    }
    await sql`delete from kysely_migration where name > '0001-first-tables'`.execute(db);
    const before = await names();

    const view = await openStoreToLook(folder);
    if (view === undefined) throw new Error('there is a store');

    expect(await stopStore(view.db).since(NOON, NOON.add({ hours: 9 }))).toEqual([]);
    expect(await rivalsIn(view.db)).toEqual([]);
    expect(await activationToLook(view.db, 'firstStart')).toEqual(NOON);
    await expect(setFact(view.db, 'activatedAt', 'never')).rejects.toThrow(/readonly/);
    await view.close();
    expect(await names()).toEqual(before);
    await close();
    await expect(storeIn(folder)).resolves.toBeDefined();
  });

  test('is not made by whoever only looks', async () => {
    expect(await openStoreToLook(ownFolder())).toBeUndefined();
  });

  test('in a folder that cannot be made is a fault with its code', async () => {
    const folder = ownFolder();
    writeFileSync(path.join(folder, 'file'), '');

    await expect(openStore(path.join(folder, 'file', 'store'))).rejects.toMatchObject({ code: 'RGL9102' });
  });

  test('whose lock cannot be written is a fault of the folder, not of another service', async () => {
    const folder = ownFolder();
    mkdirSync(path.join(folder, 'reglament.lock'));

    await expect(openStore(folder)).rejects.toMatchObject({ code: 'RGL9102' });
  });

  test('is brought to its newest form once; doing so again changes nothing', async () => {
    const { db } = await storeIn(ownFolder());
    await setFact(db, 'kept', 'yes');

    await migrate(db);

    expect(await readFact(db, 'kept')).toBe('yes');
  });
});

describe('single facts', () => {
  test('are set, and replaced', async () => {
    const { db } = await storeIn(ownFolder());

    expect(await readFact(db, 'name')).toBeUndefined();
    await setFact(db, 'name', 'one');
    await setFact(db, 'name', 'another');
    expect(await readFact(db, 'name')).toBe('another');
  });

  test('tell whether they are others than before; the first is not', async () => {
    const { db } = await storeIn(ownFolder());
    const changed = (value: string) => isChanged(db, 'policyVersion', value);

    expect(await changed('sha256:1')).toBe(false);
    expect(await changed('sha256:1')).toBe(false);
    expect(await changed('sha256:2')).toBe(true);
    expect(await changed('sha256:2')).toBe(false);
  });

  test('the activation is the first start, and no later one', async () => {
    const { db } = await storeIn(ownFolder());

    expect(await activationToLook(db, 'firstStart')).toBeUndefined();
    expect(await activationOf(db, 'firstStart', NOON)).toEqual(NOON);
    expect(await activationOf(db, 'firstStart', NOON.add({ hours: 9 }))).toEqual(NOON);
    expect(await activationToLook(db, 'firstStart')).toEqual(NOON);
  });

  test('the activation is what the configuration names, where it names one', async () => {
    const { db } = await storeIn(ownFolder());
    const named = NOON.subtract({ hours: 1 });

    expect(await activationOf(db, named, NOON)).toEqual(named);
  });
});
