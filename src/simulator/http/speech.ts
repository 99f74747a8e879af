import express, { type RequestHandler, type Router } from 'express';
import type { WebhooksOut } from '#simulator/webhooks-out.ts';
import { asDataCenter, asDataCenterWebhook, markupOf } from '#simulator/wire/data-center-json.ts';
import type { Wire } from '#simulator/wire/issue-json.ts';
import { CLOUD_WEBHOOKS, type WebhookManners } from '#simulator/wire/webhook-manners.ts';
import type { World } from '#simulator/world.ts';
import { signIn } from './sign-in.ts';
import { v2Router } from './v2-router.ts';
import { signInByName } from './v2-sign-in.ts';
import { v2WebhookRouter } from './v2-webhook-router.ts';
import { webhookAdminRouter } from './webhook-admin-router.ts';

/** `data-center` is version 10; version 9 differs from it in its webhooks. */
export const SIMULATOR_FLAVOURS = ['cloud', 'data-center', 'data-center-9'] as const;

export type SimulatorFlavour = (typeof SIMULATOR_FLAVOURS)[number];

/** Everything in which one flavour of Jira speaks otherwise than another. */
export interface Speech {
  /** Where the platform API is. */
  readonly api: string;
  readonly text: Wire['text'];
  readonly signIn: (world: World) => RequestHandler;
  /** Stands before everything below `/rest`, and changes what is answered there. */
  readonly translate: (world: World) => RequestHandler;
  /** What below `/rest` only this flavour has; asked before all else. */
  readonly own: (wire: Wire, webhooks: WebhooksOut) => Router;
  readonly webhooks: (world: World) => WebhookManners;
}

export function speechOf(flavour: SimulatorFlavour): Speech {
  if (flavour === 'cloud') return CLOUD;
  return dataCenter(flavour === 'data-center' ? [10, 3, 0] : [9, 12, 0]);
}

const CLOUD: Speech = {
  api: '/rest/api/3',
  text: (document) => document,
  signIn,
  translate: () => (_request, _response, next) => next(),
  own({ world, base }, webhooks) {
    const router = express.Router();
    router.use('/webhooks/1.0/webhook', webhookAdminRouter(world, webhooks, base));
    return router;
  },
  webhooks: () => CLOUD_WEBHOOKS,
};

function dataCenter(version: readonly number[]): Speech {
  const [major = 0] = version;
  return {
    api: '/rest/api/2',
    text: markupOf,
    signIn: signInByName,
    translate: (world) => (_request, response, next) => {
      const json = response.json.bind(response);
      response.json = (body) => json(asDataCenter(body, world));
      next();
    },
    own(wire, webhooks) {
      const router = express.Router();
      router.use('/api/2', v2Router(wire, version));
      router.use(v2WebhookRouter(wire.world, webhooks, wire.base, major));
      return router;
    },
    webhooks: (world) => ({
      text: markupOf,
      told: (body) => asDataCenterWebhook(body, world),
      signs: major >= 10,
      numbers: false,
      repeats: false,
    }),
  };
}
