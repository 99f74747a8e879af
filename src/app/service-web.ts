import { createServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { Fault } from '#faults.ts';
import { webhookRouter } from '#intake/webhook-router.ts';
import { readHint } from '#jira/to-hint.ts';
import type { Log } from '#log.ts';
import { healthRouter } from '#operations/health-router.ts';
import type { Metrics } from '#operations/metrics.ts';
import { readinessOf } from '#operations/readiness.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import { deliveryInbox } from '#store/deliveries.ts';
import { setFact } from '#store/facts.ts';
import { countStore, parkedOf } from '#store/look.ts';
import type { OpenedStore } from '#store/open-store.ts';
import type { ConnectedJira } from './connect-jira.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import type { Stops } from './stops-at-work.ts';

/** A client that sends its request slower than this is cut off. */
const SLOWEST_REQUEST_MILLISECONDS = 30_000;

export interface WebParts {
  readonly configuration: Configuration;
  readonly rules: CurrentRules;
  readonly log: Log;
  readonly secrets: readonly string[];
  readonly store: OpenedStore;
  readonly jira: ConnectedJira;
  readonly desk: DeskAtWork;
  readonly metrics: Metrics;
  readonly stops: Stops;
  readonly isStopping: () => boolean;
}

/** What the world sees of the service: the intake of webhooks, health and metrics. */
export function buildWeb(parts: WebParts): Express {
  const { configuration, rules, log, secrets, store, jira, desk, metrics, stops, isStopping } = parts;
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
      onControl: () => void stops.controlChanged(),
      onAnswer: metrics.webhookAnswered,
    }),
  );
  web.use(helmet());
  const readiness = () =>
    readinessOf({
      policy: () => ({ version: rules.reglament().version, problem: rules.problem() }),
      counts: () => countStore(store.db),
      mustBeWritable: () => setFact(store.db, 'askedForReadiness', machineClock.now().toString()),
      parked: () => parkedOf(store.db),
      stop: stops.report,
      safety: () => desk.safety(),
      agentsTrouble: jira.agents.trouble,
      unreadTooLong: desk.unreadTooLong,
      defaultMode: () => configuration.modes.default,
      isStopping,
    });
  web.use(healthRouter(readiness, metrics));
  web.use((_, response) => {
    response.status(404).json({ error: 'there is nothing here' });
  });
  return web;
}

/** @throws RGL9103 when the address is taken */
export async function listen(web: Express, host: string, port: number): Promise<Server> {
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
