import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { FaultSwitches, Faults } from '#simulator/faults.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';
import { signedIn } from './sign-in.ts';

/** Where the faults are switched; `{ "reset": true }` and `{}` end them all. */
export function faultRouter(faults: Faults): Router {
  const router = express.Router();
  router.put('/faults', (request, response) => {
    const { reset, ...switches } = request.body as FaultSwitches & { reset?: boolean };
    faults.set(reset === true ? {} : switches);
    response.json({});
  });
  return router;
}

/** Questions that Jira takes as a POST because they do not fit into an address. */
const READ_BY_POST = /\/(search\/jql|changelog\/bulkfetch|comment\/list)$/;

/** Stands before Jira's REST and lets the faults happen. */
export function faultsOnTheWay(world: World, faults: Faults): RequestHandler {
  return (request, response, next) => {
    const fault = faults.meet(signedIn(response).accountId, isWrite(request), world.site.service);
    switch (fault?.kind) {
      case 'tooManyRequests':
        refuseForNow(world, response, fault.retryAfterSeconds);
        return;
      case 'serverError':
        jiraError(response, 500, 'Internal server error');
        return;
      case 'lostResponse':
        loseAnswer(response);
        next();
        return;
      case undefined:
        next();
    }
  };
}

function isWrite({ method, path }: Request): boolean {
  return method !== 'GET' && !READ_BY_POST.test(path);
}

/** Headers as Atlassian's page on rate limits names them. */
function refuseForNow(world: World, response: Response, seconds: number): void {
  const reset = Temporal.Instant.fromEpochMilliseconds(world.clock.now()).add({ seconds });
  response.set({
    'Retry-After': String(seconds),
    'X-RateLimit-Limit': '100',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': reset.toString(),
    'X-RateLimit-NearLimit': 'true',
    'RateLimit-Reason': 'jira-burst-based',
  });
  jiraError(response, 429, 'Rate limit exceeded.');
}

/** The handler does its work; when it comes to answer, the connection is cut instead. */
function loseAnswer(response: Response): void {
  response.end = () => {
    response.socket?.destroy();
    return response;
  };
}
