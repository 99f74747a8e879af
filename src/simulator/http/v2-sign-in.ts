import type { RequestHandler } from 'express';
import type { User } from '#simulator/model.ts';
import { userNamed } from '#simulator/wire/data-center-json.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';

/** User name and password, or a personal access token; the simulator's users have one secret for both. */
export function signInByName(world: World): RequestHandler {
  return (request, response, next) => {
    const user = whoIs(world, request.get('authorization') ?? '');
    if (user === undefined) {
      jiraError(
        response,
        401,
        'You are not authenticated. Authentication required to perform this operation.',
      );
      return;
    }
    response.locals.user = user;
    next();
  };
}

function whoIs(world: World, authorization: string): User | undefined {
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1];
  if (bearer !== undefined) return world.site.users.find(({ token }) => token === bearer);
  const encoded = /^Basic (.+)$/.exec(authorization)?.[1] ?? '';
  const [name = '', password] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
  const user = userNamed(world, name);
  return user !== undefined && user.token === password ? user : undefined;
}
