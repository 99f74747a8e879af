import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '#core/calendar/bilingual.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { type AdminAtWork, adminAtWork } from './admin-at-work.ts';
import { BOT } from './cast.ts';
import { startChild } from './child.ts';
import type { DemoRivals } from './demo-rivals.ts';
import { type SimulatorControl, simulatorControl } from './jira-door.ts';
import { type PeopleAtWork, peopleAtWork } from './people-at-work.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

export interface StageSettings {
  readonly language: Language;
  /** Configuration that the demo's own is laid over. */
  readonly configuration: string;
  readonly rules: string;
  readonly startsAt: Temporal.Instant;
  /** Jira's own automations that are switched on. */
  readonly rivals: DemoRivals;
  /** Laid over the configuration last. */
  readonly overlay?: object;
}

/** A Jira and a service that hears it, both processes of their own, and people to act. */
export interface OpenedStage {
  readonly simulator: SimulatorControl;
  readonly service: ServiceProcess;
  readonly people: PeopleAtWork;
  readonly admin: AdminAtWork;
  /** Folder with the logs, the store and the configuration of this run. */
  readonly folder: string;
  readonly rules: string;
  readonly jiraUrl: string;
  /** Key of the ticket by which everything can be stopped from Jira. */
  readonly controlTicket: string;
  readonly close: () => Promise<void>;
}

/** As a desk sets them up that has us: what we do is told by our own letter, and by no second mail. */
const NOTIFICATIONS = {
  requestCreated: { active: true, exceptInitiatedBy: [BOT] },
  requestResolved: { active: true, exceptInitiatedBy: [BOT] },
};

const WEBHOOK_EVENTS = [
  'jira:issue_created',
  'jira:issue_updated',
  'jira:issue_deleted',
  'comment_created',
  'comment_updated',
  'comment_deleted',
  'attachment_created',
  'issuelink_created',
];

export async function openStage(settings: StageSettings): Promise<OpenedStage> {
  const { language, startsAt } = settings;
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-demo-'));
  const rules = rulesFor(settings, folder);
  const jira = await startChild(
    ['simulate', '--starts-at', startsAt.toString(), '--lang', language],
    {},
    path.join(folder, 'jira.stderr'),
  );
  const simulator = simulatorControl(jira.url);
  const controlTicket = await openControlTicket(simulator, language);
  const webhookSecret = randomBytes(24).toString('base64url');
  const service = await startServiceProcess({
    configuration: settings.configuration,
    rules,
    folder,
    jiraUrl: jira.url,
    webhookSecret,
    controlTicket,
    startsAt,
    ...(settings.overlay === undefined ? {} : { overlay: settings.overlay }),
  });
  await simulator.door('PUT', '/sim/rivals', settings.rivals);
  await simulator.door('PUT', '/sim/notifications', NOTIFICATIONS);
  await simulator.door('POST', '/rest/webhooks/1.0/webhook', {
    name: 'Reglament',
    url: `${service.url()}/webhooks/jira`,
    events: WEBHOOK_EVENTS,
    secret: webhookSecret,
  });
  return {
    simulator,
    service,
    people: peopleAtWork(jira.url, language),
    admin: adminAtWork({ rules, controlTicket, service, simulator, rivals: settings.rivals }),
    folder,
    rules,
    jiraUrl: jira.url,
    controlTicket,
    async close() {
      await service.end();
      await jira.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const CONTROL = {
  ru: {
    summary: 'Пульт Регламента',
    text: 'С меткой reglament-stop на этом обращении Регламент ничего не делает.',
  },
  en: {
    summary: 'Control of Reglament',
    text: 'While this bears the label reglament-stop, Reglament does nothing.',
  },
} as const;

/** The administrator's own ticket, there before the service is. */
async function openControlTicket({ door }: SimulatorControl, language: Language): Promise<string> {
  const { summary, text } = CONTROL[language];
  const { key } = await door<{ key: string }>('POST', '/rest/api/3/issue', {
    fields: { project: { key: 'SUP' }, issuetype: { id: '10301' }, summary, description: documentOf(text) },
  });
  return key;
}

/** A copy of the rules, for the administrator to edit; its desk speaks the reader's language, so that its notes do too. */
function rulesFor({ rules, language }: StageSettings, folder: string): string {
  const copy = path.join(folder, 'rules');
  mkdirSync(copy);
  cpSync(rules, copy, { recursive: true });
  const deskFile = path.join(copy, 'desk.json');
  const desk = JSON.parse(readFileSync(deskFile, 'utf8')) as object;
  writeFileSync(deskFile, JSON.stringify({ ...desk, language }, undefined, 2));
  return copy;
}
