/* A process of its own: the service's intake before a store of its own, in the folder that is given. */
import { createServer } from 'node:http';
import express from 'express';
import { machineClock } from '#clock.ts';
import { webhookRouter } from '#intake/webhook-router.ts';
import { readHint } from '#jira/to-hint.ts';
import { silentLog } from '#log.ts';
import { deliveryInbox } from '#store/deliveries.ts';
import { openStore } from '#store/open-store.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { answerParent } from './server-process.ts';
import { SECRET } from './signed-bodies.ts';

const store = await openStore(process.argv[2] ?? '');
const configuration = theConfiguration();
const web = express();
web.disable('x-powered-by');
web.use(
  webhookRouter({
    inbox: deliveryInbox(store.db, machineClock),
    readHint: (body) => readHint(body, configuration),
    secrets: [SECRET],
    bodyLimitBytes: configuration.service.bodyLimitBytes,
    log: silentLog,
    onDelivery: () => undefined,
    onAnswer: () => undefined,
  }),
);

answerParent(createServer(web), async () => {
  const { count } = await store.db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'new')
    .executeTakeFirstOrThrow();
  return count;
});
