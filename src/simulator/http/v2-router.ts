import express, { type Request, type Response, type Router } from 'express';
import { assign } from '#simulator/acts/assign.ts';
import { parseJql } from '#simulator/jql.ts';
import { keyOf, userNamed } from '#simulator/wire/data-center-json.ts';
import { commentFrom, issueFrom } from '#simulator/wire/from-data-center.ts';
import { commentJson, jiraTime, userOf, type Wire } from '#simulator/wire/issue-json.ts';
import { issueBean, listOf } from './issue-router.ts';
import { jiraError, NOT_FOUND } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';

/** Cloud has them, Data Center never had. */
const CLOUD_ONLY = [
  '/search/jql',
  '/changelog/bulkfetch',
  '/comment/list',
  '/issue/:issue/changelog',
  '/attachment/content/:id',
];

/** What of `/rest/api/2` Data Center has in another way than Cloud. */
export function v2Router(wire: Wire, version: readonly number[]): Router {
  const { world, base } = wire;
  const router = express.Router();
  router.all(CLOUD_ONLY, (_, response) => {
    response.status(404).type('html').send('<html><body>Oops, you&#39;ve found a dead link.</body></html>');
  });
  router.get('/serverInfo', (_, response) => {
    response.json({
      baseUrl: base,
      version: version.join('.'),
      versionNumbers: version,
      deploymentType: 'Server',
      buildNumber: 10_030_000,
      buildDate: jiraTime(world.clock.now()),
      serverTime: jiraTime(world.clock.now()),
      scmInfo: 'simulator',
      serverTitle: 'Jira',
    });
  });
  router.get('/search', agentsOnly, (request, response) => search(wire, request, response));
  router.get('/project/:project/role/:role', agentsOnly, (_, response) => {
    response.json(roleJson(wire));
  });
  router.get('/issue/:issue/comment/:comment', agentsOnly, (request, response) => {
    const issue = world.find(String(request.params.issue));
    const comment = issue?.comments.find(({ id }) => id === request.params.comment);
    if (issue === undefined || comment === undefined) {
      jiraError(response, 404, `Can not find a comment for the id: ${request.params.comment}.`);
      return;
    }
    const withProperties = listOf(request.query.expand).includes('properties');
    response.json(commentJson(wire, issue, comment, withProperties));
  });
  router.post('/issue/:issue/comment', (request, response, next) => {
    const comment = commentFrom(request.body);
    if (comment === undefined) {
      jiraError(response, 400, 'Can not deserialize instance of java.lang.String out of START_OBJECT token');
      return;
    }
    request.body = comment;
    next();
  });
  router.post('/issue', (request, _, next) => {
    request.body = issueFrom(request.body);
    next();
  });
  router.put('/issue/:issue/assignee', agentsOnly, (request, response) =>
    assignByName(wire, request, response),
  );
  return router;
}

const LARGEST_PAGE = 1000;

function search(wire: Wire, request: Request, response: Response): void {
  const query = parseJql(String(request.query.jql ?? ''));
  if ('wrong' in query) {
    jiraError(response, 400, query.wrong);
    return;
  }
  const found = [...wire.world.issues.values()].filter(query.fits).sort(query.order);
  const startAt = Number(request.query.startAt ?? 0);
  const maxResults = Math.min(Number(request.query.maxResults ?? 50), LARGEST_PAGE);
  const { fields = '*navigable', expand } = request.query;
  const shown = { query: { fields, ...(expand === undefined ? {} : { expand }) } };
  response.json({
    expand: 'schema,names',
    startAt,
    maxResults,
    total: found.length,
    issues: found.slice(startAt, startAt + maxResults).map((issue) => issueBean(wire, issue, shown)),
  });
}

function roleJson({ base, world }: Wire): object {
  const { project } = world.site;
  return {
    self: `${base}/rest/api/2/project/${project.id}/role/10100`,
    name: 'Service Desk Team',
    id: 10_100,
    description: '',
    actors: project.agents.map((name, index) => ({
      id: 10_240 + index,
      displayName: userOf(world, name).displayName,
      type: 'atlassian-user-role-actor',
      name,
      avatarUrl: `${base}/secure/useravatar?ownerId=${keyOf(name, world)}`,
    })),
  };
}

function assignByName({ world }: Wire, request: Request, response: Response): void {
  const issue = world.find(String(request.params.issue));
  const { name } = request.body as { name?: unknown };
  if (issue === undefined) {
    jiraError(response, 404, NOT_FOUND);
    return;
  }
  const user = userNamed(world, String(name));
  if (name !== null && user === undefined) {
    jiraError(response, 400, '', { assignee: `User '${String(name)}' does not exist.` });
    return;
  }
  assign(world, issue, signedIn(response).accountId, user?.accountId ?? null);
  response.status(204).end();
}
