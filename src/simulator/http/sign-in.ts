import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { User } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';

/** Basic authentication with e-mail address and API token; nobody else gets in. */
export function signIn(world: World): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const encoded = /^Basic (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
    const [email, token] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
    const user = world.site.users.find((known) => known.email === email && known.token === token);
    if (user === undefined || user.token === '' || user.active === false) {
      jiraError(response, 401, 'Client must be authenticated to access this resource.');
      return;
    }
    response.locals.user = user;
    next();
  };
}

/** Whoever is signed in. */
export function signedIn(response: Response): User {
  return response.locals.user as User;
}

/** Customers have the portal, not the platform. */
export const agentsOnly: RequestHandler = (_request, response, next) => {
  if (signedIn(response).accountType === 'customer')
    jiraError(response, 403, 'You do not have permission to use this.');
  else next();
};
