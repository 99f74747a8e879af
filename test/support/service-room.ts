/* The service in one room with a Jira: both real, in this process, with a door between them that can fail. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { lookAtStore, type StoredEffect } from '#app/look-at-store.ts';
import { type RunningService, startService } from '#app/start-service.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import { BOT, demoUsers, signInOf } from '#demo/cast.ts';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { type CurrentRules, currentRules } from '#policies/current-rules.ts';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { serviceSite } from '#simulator/site.ts';
import { type RunningSimulator, startSimulator } from '#simulator/start-simulator.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { inShort, PROJECT } from './desk.ts';
import { msk } from './moscow-time.ts';
import { postTo, SECRET, signature } from './service-intake.ts';
import { doorBefore, type JiraDoor } from './service-jira-door.ts';
import { type HeardLog, heardLog, ownFolder, until } from './service-parts.ts';

/** Thursday morning; the tickets of the tests begin after it. */
export const ROOM_STARTS_AT = '2027-02-18 09:00';

const WEBHOOK_EVENTS = ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted', 'comment_created'];

/** Sweeps come when a test asks for them; what was cut off is read back soon. */
const QUIET = {
  sweep: { wake: '0 0 1 1 *', net: '0 0 1 1 *' },
  outbox: { requestTimeoutSeconds: 1, sendWindowSeconds: 1, quiesceSeconds: 0 },
};

export interface RoomOptions {
  /** Laid over the demo's configuration. */
  readonly overlay?: Readonly<Record<string, unknown>>;
  readonly rules?: string;
  /** What Jira is; absent: Cloud. */
  readonly flavour?: Configuration['site']['flavour'];
  /** False: Jira tells us nothing, only a sweep finds out. */
  readonly webhooks?: boolean;
}

export interface Room {
  readonly simulator: RunningSimulator;
  readonly door: JiraDoor;
  readonly log: HeardLog;
  readonly folder: string;
  readonly storeFolder: string;
  readonly killSwitch: string;
  readonly url: () => string;
  readonly get: (place: string) => Promise<{ readonly status: number; readonly text: string }>;
  /** A webhook of our own making, signed as Jira would. */
  readonly tell: (body: object) => ReturnType<typeof postTo>;
  readonly moveTo: (at: string) => Promise<void>;
  readonly sweep: () => Promise<Readonly<Record<string, unknown>>>;
  /** Waits until Jira has told everything and the service has nothing to do. */
  readonly rest: () => Promise<void>;
  readonly effects: () => Promise<readonly StoredEffect[]>;
  /** `DONE transition:inProgress`, in order. */
  readonly ledger: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
  /** @param overlay laid over the room's configuration from then on */
  readonly start: (overlay?: Readonly<Record<string, unknown>>) => Promise<void>;
}

export function configurationFor(
  folder: string,
  jiraUrl: string,
  overlay: Readonly<Record<string, unknown>> = {},
): { readonly file: string; readonly configuration: Configuration } {
  const file = path.join(folder, 'reglament.json');
  const store = path.join(folder, 'store');
  const json = {
    extends: path.join(PROJECT, 'config', 'demo.json'),
    site: { url: jiraUrl },
    store,
    killSwitch: path.join(folder, 'STOP'),
    activation: msk(ROOM_STARTS_AT).toString(),
    ...QUIET,
    ...overlay,
  };
  writeFileSync(file, JSON.stringify(json));
  const { configuration, diagnostics } = readConfiguration(file, (name) => name);
  if (configuration === undefined) throw new Error(JSON.stringify(diagnostics));
  return { file, configuration };
}

export function rulesIn(folder: string, log: HeardLog): CurrentRules {
  return currentRules(folder, () => loadRules(readRules(folder, 'rules'), standardVocabulary()), log);
}

export async function openJira(
  flavour: Configuration['site']['flavour'] = 'cloud',
): Promise<RunningSimulator> {
  const simulator = await startSimulator({
    site: serviceSite(demoUsers('ru')),
    startsAt: msk(ROOM_STARTS_AT),
    port: 0,
    flavour,
  });
  onTestFinished(simulator.stop);
  return simulator;
}

export function secretsInEnvironment(
  flavour: Configuration['site']['flavour'] = 'cloud',
): Readonly<Record<string, string>> {
  const { email, token } = signInOf(BOT);
  const secrets = {
    JIRA_USER: flavour === 'cloud' ? email : BOT,
    JIRA_TOKEN: token,
    REGLAMENT_WEBHOOK_SECRET: SECRET,
  };
  for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value);
  return secrets;
}

export async function openRoom(options: RoomOptions = {}): Promise<Room> {
  const folder = ownFolder();
  const { flavour = 'cloud' } = options;
  const simulator = await openJira(flavour);
  const door = await doorBefore(simulator.url);
  const log = heardLog();
  const configured = (overlay: Readonly<Record<string, unknown>> = {}) =>
    configurationFor(folder, door.url, { site: { url: door.url, flavour }, ...options.overlay, ...overlay })
      .configuration;
  const configuration = configured();
  secretsInEnvironment(flavour);
  const { clock } = simulator.world;
  const running = startable(configured, options.rules ?? path.join(PROJECT, 'rules'), log, () =>
    Temporal.Instant.fromEpochMilliseconds(clock.now()),
  );
  await running.start();
  onTestFinished(running.stop);
  if (options.webhooks !== false) {
    simulator.webhooks.register({
      name: 'Reglament',
      url: `${running.url()}/webhooks/jira`,
      events: WEBHOOK_EVENTS,
      secret: SECRET,
      enabled: true,
    });
  }
  const { store: storeFolder } = configuration;
  const ask = async (method: 'GET' | 'POST', act: string, body?: object) => {
    const address = serviceAddress(storeFolder);
    if (address === undefined) throw new Error('the service has left no address');
    return askService(address, method, act, body);
  };
  const effects = async () => {
    const view = await lookAtStore(storeFolder);
    if (view === undefined) throw new Error('there is no store');
    try {
      return await view.effects();
    } finally {
      await view.close();
    }
  };
  return {
    simulator,
    door,
    log,
    folder,
    storeFolder,
    killSwitch: configuration.killSwitch,
    ...running,
    effects,
    async get(place) {
      const response = await fetch(`${running.url()}${place}`);
      return { status: response.status, text: await response.text() };
    },
    tell(body) {
      const text = JSON.stringify(body);
      return postTo(`${running.url()}/webhooks/jira`, text, { 'x-hub-signature': signature(text) });
    },
    async moveTo(at) {
      const instant = msk(at);
      clock.move(instant.epochMilliseconds);
      simulator.rivals.play(clock.now());
      simulator.webhooks.resend(clock.now());
      await ask('POST', 'desk-clock', { now: instant.toString() });
    },
    sweep: () => ask('POST', 'sweep'),
    async rest() {
      await until('the service to rest', async () => {
        if (simulator.webhooks.isSending()) return false;
        return (await ask('GET', 'idle')).idle === true && !simulator.webhooks.isSending();
      });
    },
    ledger: async () => (await effects()).map(({ state, data }) => `${state} ${inShort(data)}`),
  };
}

/** A service that can be stopped and started again where it stood. */
function startable(
  configured: (overlay?: Readonly<Record<string, unknown>>) => Configuration,
  rulesFolder: string,
  log: HeardLog,
  deskNow: () => Temporal.Instant,
): Pick<Room, 'start' | 'stop' | 'url'> {
  let service: RunningService | undefined;
  let rules: CurrentRules | undefined;
  let port = 0;
  let url = '';
  return {
    url: () => url,
    async start(overlay) {
      const configuration = configured(overlay);
      rules = rulesIn(rulesFolder, log);
      const settings = { configuration, rules, log, deskClockAt: deskNow() };
      service = await startService({ ...settings, port });
      url = service.url;
      port = Number(new URL(url).port);
    },
    async stop() {
      await service?.stop();
      rules?.close();
      service = undefined;
    },
  };
}
