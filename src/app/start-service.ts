/*
 * Starts the service: the only place that opens the store, Jira and the network, and ties them to the use case.
 * Nothing is decided here.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Clock, machineClock, movableClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Log } from '#log.ts';
import { openAdminEndpoint } from '#operations/admin-endpoint.ts';
import { openMetrics } from '#operations/metrics.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import { countStore, hasDueWork } from '#store/look.ts';
import { type OpenedStore, openStore } from '#store/open-store.ts';
import { startSchedule } from '#sweep/schedule.ts';
import { connectJira, secret } from './connect-jira.ts';
import { type DeskAtWork, openDesk } from './desk-at-work.ts';
import { buildWeb, listen } from './service-web.ts';
import { stopActs } from './stop-acts.ts';
import { openStops, type Stops } from './stops-at-work.ts';
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

/**
 * @throws RGL9004 without the secrets, RGL9101 when another service holds the store, RGL9103 when the address is taken;
 * whatever was opened by then is closed again
 */
export async function startService(settings: ServiceSettings): Promise<RunningService> {
  const opened = new AsyncDisposableStack();
  try {
    const url = await openService(settings, opened);
    return {
      url,
      async stop() {
        await opened.disposeAsync();
        settings.log.info('the service has stopped');
      },
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** @param opened takes what has to be closed, in the order in which it was opened */
async function openService(settings: ServiceSettings, opened: AsyncDisposableStack): Promise<string> {
  const { configuration, rules, log } = settings;
  const secrets = configuration.site.webhookSecrets.map(secret);
  const deskClock = settings.deskClockAt === undefined ? undefined : movableClock(settings.deskClockAt);
  const clock: Clock = deskClock ?? machineClock;
  const jira = connectJira(configuration, machineClock, log);
  const store = await openStore(configuration.store);
  opened.defer(store.close);
  const reglament = rules.reglament;
  const stops = await openStops(configuration, jira, store, { deskClock: clock, reglament, log });
  opened.defer(stops.settled);
  const metrics = openMetrics(async () => ({
    ...(await countStore(store.db)),
    stopped: stops.isStopped(),
    lookWaiting: desk.unreadTooLong(),
  }));
  const parts = { configuration, rules, store, jira, stops, log, metrics };
  const desk: DeskAtWork = await openDesk({ ...parts, deskClock: clock, machineClock });
  rules.onChange(() => void desk.policyChanged());
  const admin = await openAdminEndpoint(configuration.store, {
    idle: () => idle(store, desk, clock, stops.isStopped()),
    ...stopActs(configuration, stops, desk),
    sweep: () => sweepAll({ due: desk.sweepDue, net: desk.sweepNet }, clock, jira),
    moveDeskClock:
      deskClock === undefined
        ? undefined
        : async (to) => {
            await stops.watch();
            await stops.leap(to);
            deskClock.move(to);
            await desk.sweepDue();
          },
  });
  opened.defer(admin.close);
  opened.defer(desk.settled);
  let stopping = false;
  const web = buildWeb({ ...parts, secrets, desk, isStopping: () => stopping });
  const server = await listen(web, configuration.service.host, settings.port ?? configuration.service.port);
  opened.defer(() => closed(server));
  opened.adopt(startRounds(configuration, desk, stops, log), (rounds) => rounds.stop());
  opened.defer(() => {
    stopping = true;
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${configuration.service.host}:${port}`;
  log.info('the service is up', {
    url,
    policy: rules.reglament().version,
    mode: configuration.modes.default,
    store: path.resolve(configuration.store),
    killSwitch: path.resolve(configuration.killSwitch),
  });
  return url;
}

/** What is done again and again: sweeps by their schedules, and a look at what may be tried again. */
function startRounds(
  { sweep }: Configuration,
  desk: DeskAtWork,
  stops: Stops,
  log: Log,
): { readonly stop: () => void } {
  const schedules = [
    startSchedule(sweep.wake, 'wake', () => tick(log, desk.sweepDue)),
    startSchedule(sweep.net, 'net', () => tick(log, desk.sweepNet)),
  ];
  const nudge = () => {
    void stops.watch();
    desk.intake.nudge();
    desk.relay.nudge();
  };
  const retries = setInterval(nudge, LOOK_FOR_RETRIES_MILLISECONDS);
  nudge();
  return {
    stop() {
      clearInterval(retries);
      for (const schedule of schedules) schedule.stop();
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
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
/** While we are stopped, what is owed waits, and is no work. */
async function idle(store: OpenedStore, desk: DeskAtWork, clock: Clock, isStopped: boolean): Promise<object> {
  const busy = desk.intake.isBusy() || desk.relay.isBusy() || desk.isSweeping();
  const due = !isStopped && (await hasDueWork(store.db, clock.now()));
  const next = await desk.nextDue();
  const waits = isStopped && next !== undefined && Temporal.Instant.compare(next, clock.now()) <= 0;
  const nextDueAt = waits ? undefined : next;
  return {
    idle: !busy && !due,
    deskNow: clock.now().toString(),
    ...(nextDueAt === undefined ? {} : { nextDueAt: nextDueAt.toString() }),
  };
}
