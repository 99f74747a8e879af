import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { CustomerMails } from './customer-mails.ts';
import { controlRouter } from './http/control-router.ts';
import { customerMailRouter } from './http/customer-mail-router.ts';
import { fileRouter } from './http/file-router.ts';
import { issueRouter } from './http/issue-router.ts';
import { serviceDeskRouter } from './http/service-desk-router.ts';
import { signIn } from './http/sign-in.ts';
import { siteRouter } from './http/site-router.ts';
import { transitionRouter } from './http/transition-router.ts';
import { webhookAdminRouter } from './http/webhook-admin-router.ts';
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
export async function startSimulator({ site, startsAt, port }: SimulatorSettings): Promise<RunningSimulator> {
  const world = new World(site, worldClock(startsAt.epochMilliseconds));
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${taken}`;
  const wire: Wire = { base, world, text: (document) => document };
  const mails = new CustomerMails(world, base);
  const webhooks = new WebhooksOut(wire);
  const rivals = new Rivals(world);
  // Automations act before the webhooks of what set them off are read: the worst case for whoever listens.
  world.onHappening((happening) => webhooks.tell(happening));
  world.onHappening((happening) => rivals.hear(happening));
  web.disable('x-powered-by');
  web.use(signIn(world));
  web.use('/rest/api/3', fileRouter(wire));
  web.use(express.json({ limit: '10mb' }));
  web.use('/rest/api/3/issue', transitionRouter(wire));
  web.use('/rest/api/3/issue', issueRouter(wire));
  web.use('/rest/api/3', siteRouter(wire));
  web.use('/rest/servicedeskapi', serviceDeskRouter(wire));
  web.use('/rest/webhooks/1.0/webhook', webhookAdminRouter(world, webhooks, base));
  web.use('/sim', customerMailRouter(mails));
  web.use('/sim', controlRouter(world, webhooks, rivals));
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
