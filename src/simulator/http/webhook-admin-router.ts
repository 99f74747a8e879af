import express, { type Router } from 'express';
import type { Webhook, WebhooksOut } from '#simulator/webhooks-out.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';
import { signedIn } from './sign-in.ts';

/** `/rest/webhooks/1.0/webhook`: webhooks with a secret, which only Jira's administrators may register. */
export function webhookAdminRouter(world: World, webhooks: WebhooksOut, base: string): Router {
  const router = express.Router();
  router.use((_, response, next) => {
    if (signedIn(response).accountId === world.site.admin) next();
    else jiraError(response, 403, 'You must have Jira administrator rights.');
  });
  router.get('/', (_, response) => {
    response.json(webhooks.list().map((webhook) => webhookJson(webhook, base)));
  });
  router.post('/', (request, response) => {
    const { name, url, events, secret } = request.body as Partial<Webhook>;
    if (name === undefined || url === undefined || events === undefined) {
      jiraError(response, 400, 'name, url and events are required');
      return;
    }
    const made = webhooks.register({ name, url, events, secret, enabled: true });
    response.status(201).json(webhookJson(made, base));
  });
  router.delete('/:id', (request, response) => {
    if (webhooks.remove(request.params.id)) response.status(204).end();
    else jiraError(response, 404, 'There is no such webhook.');
  });
  return router;
}

/** A secret is told to nobody; only that there is one. */
function webhookJson({ id, name, url, events, secret, enabled }: Webhook, base: string): object {
  return {
    self: `${base}/rest/webhooks/1.0/webhook/${id}`,
    name,
    url,
    events,
    enabled,
    isSigned: secret !== undefined,
    filters: {},
  };
}
