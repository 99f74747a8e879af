import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PrintedRival } from '#core/decision/cap-to-json.ts';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { BOT, signInOf } from './cast.ts';
import { type Child, startChild } from './child.ts';

export interface ServiceProcessSettings {
  /** Configuration that the demo's own is laid over. */
  readonly configuration: string;
  readonly rules: string;
  /** Folder for the demo's configuration, store and logs. */
  readonly folder: string;
  readonly jiraUrl: string;
  readonly webhookSecret: string;
  /** Key of the ticket by which everything can be stopped from Jira. */
  readonly controlTicket: string;
  /** Where the desk's clock stands at the start; what was caused before it is not acted upon. */
  readonly startsAt: Temporal.Instant;
  /** Laid over the configuration last. */
  readonly overlay?: object;
}

export interface ServiceIdle {
  readonly idle: boolean;
  /** When the desk's clock would give the service something to do. */
  readonly nextDueAt: Temporal.Instant | undefined;
}

/** Of what `/readyz` answers, what the demo looks at. */
export interface ServiceReadiness {
  readonly policy: { readonly version: string };
  readonly killSwitch: 'on' | 'off';
  readonly rivals: readonly PrintedRival[];
}

/** The service as a process of its own, spoken to only the way an operator can. */
export interface ServiceProcess {
  readonly url: () => string;
  readonly configurationFile: string;
  readonly storeFolder: string;
  readonly idle: () => Promise<ServiceIdle>;
  readonly moveClock: (to: Temporal.Instant) => Promise<void>;
  readonly sweep: () => Promise<void>;
  /** What `/readyz` tells. */
  readonly readiness: () => Promise<ServiceReadiness>;
  /** SIGKILL, then whatever is to happen while it is gone, then a new process where the old one was. */
  readonly killAndRestart: (meanwhile?: () => Promise<void>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A service that was killed is back after some seconds; longer than this is an error. */
const LONGEST_RESTART_MILLISECONDS = 30_000;
const ASK_AGAIN_MILLISECONDS = 50;

export async function startServiceProcess(settings: ServiceProcessSettings): Promise<ServiceProcess> {
  const { folder, rules, startsAt } = settings;
  const storeFolder = path.join(folder, 'store');
  const configurationFile = path.join(folder, 'reglament.json');
  writeFileSync(configurationFile, JSON.stringify(overlaid(settings, storeFolder), undefined, 2));
  let clock = startsAt;
  const start = (port: string) =>
    startChild(
      ['serve', '--config', configurationFile, '--rules', rules, '--port', port, '--until-stdin-closes'],
      environmentFor(settings, clock),
      path.join(folder, 'service.stderr'),
    );
  let child: Child = await start('0');
  const { port } = new URL(child.url);
  let restarting: Promise<void> | undefined;
  const ask = (method: 'GET' | 'POST', act: string, body?: () => object) =>
    untilAnswered(async () => {
      await restarting;
      const address = serviceAddress(storeFolder);
      return address === undefined ? undefined : askService(address, method, act, body?.());
    });
  return {
    url: () => child.url,
    configurationFile,
    storeFolder,
    async idle() {
      const { idle, nextDueAt } = (await ask('GET', 'idle')) as { idle: boolean; nextDueAt?: string };
      return { idle, nextDueAt: nextDueAt === undefined ? undefined : Temporal.Instant.from(nextDueAt) };
    },
    async moveClock(to) {
      clock = to;
      await ask('POST', 'desk-clock', () => ({ now: to.toString() }));
    },
    async sweep() {
      await ask('POST', 'sweep');
    },
    async readiness() {
      await restarting;
      return (await (await fetch(`${child.url}/readyz`)).json()) as ServiceReadiness;
    },
    async killAndRestart(meanwhile) {
      await restarting;
      restarting = (async () => {
        await child.kill();
        await meanwhile?.();
        child = await start(port);
      })();
      await restarting;
    },
    end: () => child.end(),
  };
}

function overlaid(settings: ServiceProcessSettings, store: string): object {
  return {
    extends: settings.configuration,
    site: { url: settings.jiraUrl },
    store,
    killSwitch: path.join(store, 'STOP'),
    activation: settings.startsAt.toString(),
    control: { ticket: settings.controlTicket, lookSeconds: 3600 },
    ...settings.overlay,
  };
}

function environmentFor(settings: ServiceProcessSettings, clock: Temporal.Instant) {
  const { email, token } = signInOf(BOT);
  return {
    JIRA_USER: email,
    JIRA_TOKEN: token,
    REGLAMENT_WEBHOOK_SECRET: settings.webhookSecret,
    REGLAMENT_DESK_CLOCK: clock.toString(),
    REGLAMENT_LOG_FILE: path.join(settings.folder, 'service.log'),
  };
}

async function untilAnswered(
  ask: () => Promise<Readonly<Record<string, unknown>> | undefined>,
): Promise<Readonly<Record<string, unknown>>> {
  let trouble: unknown;
  for (let waited = 0; waited < LONGEST_RESTART_MILLISECONDS; waited += ASK_AGAIN_MILLISECONDS) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  }
  throw trouble;
}
