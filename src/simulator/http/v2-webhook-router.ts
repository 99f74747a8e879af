import express, { type Router } from 'express';
import type { WebhooksOut } from '#simulator/webhooks-out.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';
import { signedIn } from './sign-in.ts';

/**
 * Webhooks as administrators register them on Data Center. Up to version 9 they are nobody's secret; since version 10
 * there is another address, another form, and a secret.
 */
export function v2WebhookRouter(world: World, webhooks: WebhooksOut, base: string, major: number): Router {
  const place = major >= 10 ? '/jira-webhook/1.0/webhooks' : '/webhooks/1.0/webhook';
  const router = express.Router();
  router.post(place, (request, response) => {
    if (signedIn(response).accountId !== world.site.admin) {
      jiraError(response, 403, 'You must have Jira administrator rights.');
      return;
    }
    const { name, url, events, configuration } = request.body as {
      name?: string;
      url?: string;
      events?: readonly string[];
      configuration?: { readonly SECRET?: string };
    };
    if (name === undefined || url === undefined || events === undefined) {
      jiraError(response, 400, 'name, url and events are required');
      return;
    }
    const secret = major >= 10 ? configuration?.SECRET : undefined;
    const made = webhooks.register({ name, url, events, secret, enabled: true });
    response.status(201).json({ self: `${base}/rest${place}/${made.id}`, name, url, events, active: true });
  });
  return router;
}
