/*
 * Starts the service: the only place that opens the store, Jira and the network, and ties them to the use case.
 * Nothing is decided here.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { type Clock, machineClock, movableClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { Fault } from '#faults.ts';
import { webhookRouter } from '#intake/webhook-router.ts';
import { readHint } from '#jira/to-hint.ts';
import type { Log } from '#log.ts';
import { type AdminActs, openAdminEndpoint } from '#operations/admin-endpoint.ts';
import { healthRouter } from '#operations/health-router.ts';
import { killSwitch } from '#operations/kill-switch.ts';
import { type Metrics, openMetrics } from '#operations/metrics.ts';
import { readinessOf } from '#operations/readiness.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import { deliveryInbox } from '#store/deliveries.ts';
import { countStore, hasDueWork, parkedOf } from '#store/look.ts';
import { type OpenedStore, openStore } from '#store/open-store.ts';
import { startSchedule } from '#sweep/schedule.ts';
import { type ConnectedJira, connectJira, secret } from './connect-jira.ts';
import { type DeskAtWork, openDesk } from './desk-at-work.ts';
import { sweepAll } from './sweep-report.ts';

export interface ServiceSettings {
  readonly configuration: Configuration;
  readonly rules: CurrentRules;
  readonly log: Log;
  /** Instead of the configured port. */
  readonly port?: number;
  /** Where the desk's clock stands, when it is not the machine's. */
  readonly deskClockAt?: Temporal.Instant;
}

export interface RunningService {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Retries come due by the machine's clock; so often we look. */
const LOOK_FOR_RETRIES_MILLISECONDS = 500;

/** A client that sends its request slower than this is cut off. */
const SLOWEST_REQUEST_MILLISECONDS = 30_000;

/**
 * @throws RGL9004 without the secrets, RGL9101 when another service holds the store
 */
export async function startService(settings: ServiceSettings): Promise<RunningService> {
  const { configuration, rules, log } = settings;
  const secrets = configuration.site.webhookSecrets.map(secret);
  const deskClock = settings.deskClockAt === undefined ? undefined : movableClock(settings.deskClockAt);
  const clock: Clock = deskClock ?? machineClock;
  const jira = connectJira(configuration, machineClock, log);
  const store = await openStore(configuration.store);
  const isStopped = killSwitch(configuration.killSwitch);
  let stopping = false;
  const metrics = openMetrics(async () => ({
    ...(await countStore(store.db)),
    stopped: isStopped(),
    lookWaiting: desk.unreadTooLong(),
  }));
  const desk: DeskAtWork = await openDesk({
    configuration,
    rules,
    store,
    jira,
    deskClock: clock,
    machineClock,
    isStopped,
    log,
    metrics,
  });
  const web = buildWeb({
    settings,
    secrets,
    store,
    jira,
    desk,
    metrics,
    isStopped,
    isStopping: () => stopping,
  });
  const server = await listen(web, configuration.service.host, settings.port ?? configuration.service.port);
  const acts: AdminActs = {
    idle: () => idle(store, desk, clock),
    sweep: () => sweepAll({ due: desk.sweepDue, net: desk.sweepNet }, clock, jira),
    moveDeskClock:
      deskClock === undefined
        ? undefined
        : async (to) => {
            deskClock.move(to);
            await desk.sweepDue();
          },
  };
  const admin = await openAdminEndpoint(configuration.store, acts);
  const schedules = [
    startSchedule(configuration.sweep.wake, 'wake', () => tick(log, desk.sweepDue)),
    startSchedule(configuration.sweep.net, 'net', () => tick(log, desk.sweepNet)),
  ];
  const retries = setInterval(() => {
    desk.intake.nudge();
    desk.relay.nudge();
  }, LOOK_FOR_RETRIES_MILLISECONDS);
  desk.intake.nudge();
  desk.relay.nudge();
  const { port } = server.address() as AddressInfo;
  const url = `http://${configuration.service.host}:${port}`;
  log.info('the service is up', {
    url,
    policy: rules.reglament().version,
    mode: configuration.modes.default,
  });
  return {
    url,
    async stop() {
      stopping = true;
      clearInterval(retries);
      for (const schedule of schedules) schedule.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await Promise.all([desk.intake.settled(), desk.relay.settled(), desk.wake.settled()]);
      await admin.close();
      rules.close();
      await store.close();
      log.info('the service has stopped');
    },
  };
}

interface WebParts {
  readonly settings: ServiceSettings;
  readonly secrets: readonly string[];
  readonly store: OpenedStore;
  readonly jira: ConnectedJira;
  readonly desk: DeskAtWork;
  readonly metrics: Metrics;
  readonly isStopped: () => boolean;
  readonly isStopping: () => boolean;
}

function buildWeb(parts: WebParts): Express {
  const { settings, secrets, store, jira, desk, metrics, isStopped, isStopping } = parts;
  const { configuration, rules, log } = settings;
  const web = express();
  web.disable('x-powered-by');
  web.use(
    webhookRouter({
      inbox: deliveryInbox(store.db, machineClock),
      readHint: (body) => readHint(body, configuration),
      secrets,
      bodyLimitBytes: configuration.service.bodyLimitBytes,
      log,
      onDelivery: desk.intake.nudge,
      onAnswer: metrics.webhookAnswered,
    }),
  );
  web.use(helmet());
  const readiness = () =>
    readinessOf({
      policy: () => ({ version: rules.reglament().version, problem: rules.problem() }),
      counts: () => countStore(store.db),
      parked: () => parkedOf(store.db),
      isStopped,
      agentsTrouble: jira.agents.trouble,
      unreadTooLong: desk.unreadTooLong,
      fuse: desk.fuse,
      defaultMode: () => configuration.modes.default,
      isStopping,
    });
  web.use(healthRouter(readiness, metrics));
  web.use((_, response) => {
    response.status(404).json({ error: 'there is nothing here' });
  });
  return web;
}

async function listen(web: Express, host: string, port: number): Promise<Server> {
  const server = createServer(
    { requestTimeout: SLOWEST_REQUEST_MILLISECONDS, headersTimeout: SLOWEST_REQUEST_MILLISECONDS },
    web,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const place = `${host}:${port}`;
      const words = { ru: `адрес ${place} занят или недоступен`, en: `cannot listen on ${place}` };
      reject(new Fault('RGL9103', words, { place }, { cause }));
    });
    server.listen(port, host, resolve);
  });
  server.removeAllListeners('error');
  return server;
}

async function tick(log: Log, sweep: () => Promise<object>): Promise<void> {
  try {
    await sweep();
  } catch (error) {
    log.warn('a sweep ended early; the next one goes on from there', {
      why: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Whether nothing is to be done now, and when the desk's clock would give something to do. */
async function idle(store: OpenedStore, desk: DeskAtWork, clock: Clock): Promise<object> {
  const busy = desk.intake.isBusy() || desk.relay.isBusy() || desk.isSweeping();
  const due = await hasDueWork(store.db, clock.now());
  const nextDueAt = await desk.nextDue();
  return {
    idle: !busy && !due,
    deskNow: clock.now().toString(),
    ...(nextDueAt === undefined ? {} : { nextDueAt: nextDueAt.toString() }),
  };
}
