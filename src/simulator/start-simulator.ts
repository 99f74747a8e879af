import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { CustomerMails } from './customer-mails.ts';
import { Faults } from './faults.ts';
import { controlRouter } from './http/control-router.ts';
import { customerMailRouter } from './http/customer-mail-router.ts';
import { faultRouter, faultsOnTheWay } from './http/fault-router.ts';
import { fileRouter } from './http/file-router.ts';
import { issueRouter } from './http/issue-router.ts';
import { lifeRouter } from './http/life-router.ts';
import { mailRouter } from './http/mail-router.ts';
import { serviceDeskRouter } from './http/service-desk-router.ts';
import { siteRouter } from './http/site-router.ts';
import { type SimulatorFlavour, speechOf } from './http/speech.ts';
import { transitionRouter } from './http/transition-router.ts';
import { Later } from './later.ts';
import { Rivals } from './rivals.ts';
import type { Site } from './site.ts';
import { WebhooksOut } from './webhooks-out.ts';
import type { Wire } from './wire/issue-json.ts';
import { World } from './world.ts';
import { worldClock } from './world-clock.ts';

export interface SimulatorSettings {
  readonly site: Site;
  /** Where the site's clock stands at first. */
  readonly startsAt: Temporal.Instant;
  /** 0 for any free one. */
  readonly port: number;
  /** How it speaks; the world behind it is the same. Absent: Cloud. */
  readonly flavour?: SimulatorFlavour | undefined;
}

export interface RunningSimulator {
  readonly url: string;
  readonly world: World;
  readonly rivals: Rivals;
  readonly webhooks: WebhooksOut;
  /** Notifications as customers got them. */
  readonly mails: CustomerMails;
  readonly stop: () => Promise<void>;
}

/** Starts a Jira on a port of this machine: its REST, its service desk, its webhooks, and a way to move its time. */
export async function startSimulator(settings: SimulatorSettings): Promise<RunningSimulator> {
  const { site, startsAt, port, flavour = 'cloud' } = settings;
  const world = new World(site, worldClock(startsAt.epochMilliseconds));
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${taken}`;
  const speech = speechOf(flavour);
  const faults = new Faults();
  const shown: Wire['shown'] = (issue) => faults.shown(issue, world.clock.now());
  const wire: Wire = { base, world, text: speech.text, shown };
  const mails = new CustomerMails(world, base);
  const webhooks = new WebhooksOut(wire, speech.webhooks(world));
  const rivals = new Rivals(world);
  const later = new Later();
  // Automations act before the webhooks of what set them off are read: the worst case for whoever listens.
  world.onHappening((happening) => webhooks.tell(happening));
  world.onHappening((happening) => rivals.hear(happening));
  web.disable('x-powered-by');
  web.use(speech.signIn(world));
  web.use('/rest', faultsOnTheWay(world, faults));
  web.use('/rest', speech.translate(world));
  web.use(express.json({ limit: '10mb' }));
  web.use('/rest', speech.own(wire, webhooks));
  web.use(speech.api, fileRouter(wire));
  web.use(`${speech.api}/issue`, transitionRouter(wire));
  web.use(`${speech.api}/issue`, issueRouter(wire));
  web.use(speech.api, siteRouter(wire));
  web.use('/rest/servicedeskapi', serviceDeskRouter(wire));
  web.use('/sim', customerMailRouter(mails));
  web.use('/sim', faultRouter(faults));
  web.use('/sim', mailRouter(world, later));
  web.use('/sim', lifeRouter(world));
  web.use('/sim', controlRouter(world, webhooks, rivals, later));
  web.use((_, response) => {
    response.status(404).json({ errorMessages: ['the simulator has no such endpoint'], errors: {} });
  });
  return {
    url: base,
    world,
    rivals,
    webhooks,
    mails,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
