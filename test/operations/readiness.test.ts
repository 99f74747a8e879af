import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { healthRouter, type Readiness } from '#operations/health-router.ts';
import { killSwitch } from '#operations/kill-switch.ts';
import { openMetrics } from '#operations/metrics.ts';
import { type ReadinessParts, readinessOf } from '#operations/readiness.ts';
import { countStore, parkedOf } from '#store/look.ts';
import { ownFolder, storeIn } from '#test/support/service-parts.ts';

const WELL: ReadinessParts = {
  policy: () => ({ version: 'sha256:1', problem: undefined }),
  counts: async () => ({ openDeliveries: 0 }),
  mustBeWritable: async () => undefined,
  parked: async () => [],
  stop: () => ({ stopped: false }),
  safety: async () => ({ caps: [] }),
  agentsTrouble: () => undefined,
  unreadTooLong: () => 0,
  defaultMode: () => 'observe',
  isStopping: () => false,
};

const GAUGES = {
  openDeliveries: 1,
  parkedDeliveries: 2,
  openEffects: 3,
  parkedEffects: 4,
  stopped: false,
  lookWaiting: 5,
};

async function served(readiness: () => Promise<Readiness>): Promise<(place: string) => Promise<Response>> {
  const metrics = openMetrics(async () => GAUGES);
  const server = createServer(express().use(healthRouter(readiness, metrics)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (place) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`);
}

describe('a service that is well', () => {
  test('is ready, and says by which policy and in which mode it works', async () => {
    expect(await readinessOf(WELL)).toEqual({
      ready: true,
      details: {
        policy: { version: 'sha256:1' },
        mode: 'observe',
        killSwitch: 'off',
        unreadMessages: 0,
        caps: [],
        store: { openDeliveries: 0 },
        parked: [],
      },
    });
  });

  test('is still ready with a problem that an operator has to see: each is named', async () => {
    const { ready, details } = await readinessOf({
      ...WELL,
      policy: () => ({ version: 'sha256:1', problem: 'rules/desk.json:1:1' }),
      stop: () => ({ stopped: true }),
      agentsTrouble: () => 'nobody in the role',
      unreadTooLong: () => 3,
      parked: async () => [{ delivery: 'SUP-7', reason: 'gone' }],
    });

    expect(ready).toBe(true);
    expect(details).toMatchObject({
      policy: { version: 'sha256:1', problem: 'rules/desk.json:1:1' },
      killSwitch: 'on',
      agents: 'nobody in the role',
      unreadMessages: 3,
      parked: [{ delivery: 'SUP-7', reason: 'gone' }],
    });
  });
});

describe('a service that is not ready', () => {
  test('says that it is stopping', async () => {
    expect(await readinessOf({ ...WELL, isStopping: () => true })).toMatchObject({
      ready: false,
      details: { stopping: true },
    });
  });

  test('says what is wrong with its store', async () => {
    const store = await storeIn(ownFolder());
    await store.close();

    const { ready, details } = await readinessOf({
      ...WELL,
      counts: () => countStore(store.db),
      parked: () => parkedOf(store.db),
    });

    expect(ready).toBe(false);
    expect(details.store).toEqual(expect.any(String));
  });

  test('answers 503, and is up nevertheless', async () => {
    const get = await served(async () => ({ ready: false, details: { store: 'the disk is gone' } }));

    const [ready, health] = [await get('/readyz'), await get('/healthz')];

    expect([ready.status, health.status]).toEqual([503, 200]);
    expect(await ready.json()).toEqual({ ready: false, store: 'the disk is gone' });
    expect(await health.json()).toEqual({ status: 'up' });
  });
});

describe('the metrics', () => {
  test('bear the names that dashboards are built on', async () => {
    const get = await served(async () => ({ ready: true, details: {} }));

    const response = await get('/metrics');
    const text = await response.text();

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, kind]) => `${name} ${kind}`)).toEqual([
      'reglament_webhooks_total counter',
      'reglament_evaluations_total counter',
      'reglament_effects_total counter',
      'reglament_sweep_runs_total counter',
      'reglament_deliveries_open gauge',
      'reglament_deliveries_parked gauge',
      'reglament_effects_open gauge',
      'reglament_effects_parked gauge',
      'reglament_stopped gauge',
      'reglament_look_waiting gauge',
      'reglament_resident_memory_bytes gauge',
    ]);
  });

  test('count what happened, by what came of it', async () => {
    const metrics = openMetrics(async () => GAUGES);
    metrics.webhookAnswered(202);
    metrics.webhookAnswered(202);
    metrics.webhookAnswered(401);
    metrics.evaluated('sweep');
    metrics.effectSettled('reply', 'done');
    metrics.swept(3, false);

    const lines = (await metrics.render()).split('\n').filter((line) => !line.startsWith('#'));

    expect(lines).toEqual(
      expect.arrayContaining([
        'reglament_webhooks_total{status="202"} 2',
        'reglament_webhooks_total{status="401"} 1',
        'reglament_evaluations_total{because="sweep"} 1',
        'reglament_effects_total{kind="reply",state="done"} 1',
        'reglament_sweep_runs_total{released="false"} 1',
        'reglament_deliveries_open 1',
        'reglament_deliveries_parked 2',
        'reglament_effects_open 3',
        'reglament_effects_parked 4',
        'reglament_stopped 0',
        'reglament_look_waiting 5',
      ]),
    );
  });
});

describe('the kill switch', () => {
  test('is on while its file is there', () => {
    const file = path.join(ownFolder(), 'STOP');
    const isStopped = killSwitch(file);

    expect(isStopped()).toBe(false);
    writeFileSync(file, '');
    expect(isStopped()).toBe(true);
  });
});
