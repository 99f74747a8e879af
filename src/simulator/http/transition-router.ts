import express, { type Request, type Response, type Router } from 'express';
import type { Issue, Named, Transition } from '#simulator/model.ts';
import { statusJson, type Wire } from '#simulator/wire/issue-json.ts';
import type { World } from '#simulator/world.ts';
import { jiraError, NOT_FOUND } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';
import { writtenComment } from './written-comment.ts';

/** `/rest/api/3/issue/{issue}/transitions`: what the workflow offers, and doing it. */
export function transitionRouter(wire: Wire): Router {
  const { world } = wire;
  const router = express.Router();
  router.use('/:issue/transitions', agentsOnly);
  router.get('/:issue/transitions', (request, response) => {
    const issue = world.find(request.params.issue);
    if (issue === undefined) {
      jiraError(response, 404, NOT_FOUND);
      return;
    }
    const withFields = String(request.query.expand ?? '').includes('transitions.fields');
    const transitions = world
      .transitionsOf(issue)
      .map((transition) => transitionJson(wire, transition, withFields));
    response.json({ expand: 'transitions', transitions });
  });
  router.post('/:issue/transitions', (request, response) => {
    const issue = world.find(request.params.issue);
    if (issue === undefined) jiraError(response, 404, NOT_FOUND);
    else transit(world, issue, request, response);
  });
  return router;
}

function transit(world: World, issue: Issue, request: Request, response: Response): void {
  const {
    transition: chosen,
    fields,
    update,
  } = request.body as {
    transition?: { id?: string };
    fields?: { resolution?: { name?: string } };
    update?: { comment?: readonly { add?: unknown }[] };
  };
  const transition = world.transitionsOf(issue).find(({ id }) => id === String(chosen?.id));
  if (transition === undefined) {
    jiraError(response, 400, `It seems that you have tried to perform an illegal workflow operation.`);
    return;
  }
  const name = fields?.resolution?.name;
  const resolution = world.site.resolutions.find((known) => known.name === name);
  const screen = update?.comment?.[0];
  const comment = screen === undefined ? undefined : writtenComment(screen.add);
  const wrong =
    screen !== undefined && comment === undefined
      ? { comment: 'Comment body is not valid!' }
      : wrongResolution(transition, name, resolution);
  if (wrong === undefined) {
    world.transition(issue, signedIn(response).accountId, transition, resolution, comment);
    response.status(204).end();
  } else jiraError(response, 400, '', wrong);
}

/** What Jira complains of; `undefined` if the resolution is what the transition's screen asks for. */
function wrongResolution(
  transition: Transition,
  name: string | undefined,
  resolution: Named | undefined,
): { readonly resolution: string } | undefined {
  const hasField = transition.resolution === 'required' || transition.resolution === 'optional';
  if (name !== undefined && !hasField) {
    return {
      resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.",
    };
  }
  if (name !== undefined && resolution === undefined)
    return { resolution: `Resolution name '${name}' is not valid` };
  if (transition.resolution === 'required' && resolution === undefined)
    return { resolution: 'Resolution is required.' };
  return undefined;
}

function transitionJson(wire: Wire, transition: Transition, withFields: boolean): object {
  const { world, base } = wire;
  const to = world.site.statuses.find(({ id }) => id === transition.to);
  const hasScreen = transition.resolution === 'required' || transition.resolution === 'optional';
  const resolution = {
    required: transition.resolution === 'required',
    schema: { type: 'resolution', system: 'resolution' },
    name: 'Решение',
    key: 'resolution',
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: world.site.resolutions.map((known) => ({
      self: `${base}/rest/api/3/resolution/${known.id}`,
      ...known,
    })),
  };
  return {
    id: transition.id,
    name: transition.name,
    to: to === undefined ? {} : statusJson(wire, to),
    hasScreen,
    isGlobal: false,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
    ...(withFields ? { fields: hasScreen ? { resolution } : {} } : {}),
  };
}
