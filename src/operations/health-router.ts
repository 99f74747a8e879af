import express, { type Router } from 'express';
import type { Metrics } from './metrics.ts';

/** Everything an operator wants to see at a glance. */
export interface Readiness {
  readonly ready: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

/** `GET /healthz`: the process is up. `GET /readyz`: store and policy are ready, with details. `GET /metrics`. */
export function healthRouter(readiness: () => Promise<Readiness>, metrics: Metrics): Router {
  const router = express.Router();
  router.get('/healthz', (_, response) => {
    response.json({ status: 'up' });
  });
  router.get('/readyz', async (_, response) => {
    const { ready, details } = await readiness();
    response.status(ready ? 200 : 503).json({ ready, ...details });
  });
  router.get('/metrics', async (_, response) => {
    response.type(metrics.contentType).send(await metrics.render());
  });
  return router;
}
