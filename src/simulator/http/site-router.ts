import express, { type Request, type Response, type Router } from 'express';
import { parseJql } from '#simulator/jql.ts';
import { FIELD_LIST } from '#simulator/wire/field-list.ts';
import {
  commentJson,
  historyJson,
  jiraTime,
  statusJson,
  userJson,
  type Wire,
} from '#simulator/wire/issue-json.ts';
import { issueBean } from './issue-router.ts';
import { jiraError } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';

/** Everything of the platform API that is about more than one issue: the site itself, searching, fetching in bulk. */
export function siteRouter(wire: Wire): Router {
  const { base, world } = wire;
  const router = express.Router();
  router.get('/serverInfo', (_, response) => {
    response.json({
      baseUrl: base,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_300,
      buildDate: jiraTime(world.clock.now()),
      serverTime: jiraTime(world.clock.now()),
      scmInfo: 'simulator',
      serverTitle: 'Jira',
      defaultLocale: { locale: 'ru_RU' },
    });
  });
  router.get('/myself', (_, response) => {
    const { accountId } = signedIn(response);
    response.json({
      ...userJson(wire, accountId),
      locale: 'ru_RU',
      groups: { size: 0, items: [] },
      applicationRoles: { size: 0, items: [] },
    });
  });
  router.use(agentsOnly);
  router.get('/field', (_, response) => {
    response.json(
      FIELD_LIST.map(({ id, name, schema }) => ({
        id,
        key: id,
        name,
        custom: id.startsWith('customfield_'),
        orderable: true,
        navigable: true,
        searchable: true,
        clauseNames: [id],
        schema,
      })),
    );
  });
  router.get('/status', (_, response) => {
    response.json(world.site.statuses.map((status) => statusJson(wire, status)));
  });
  router.get('/project/:project/role', (_, response) => {
    response.json({ 'Service Desk Team': `${base}/rest/api/3/project/${world.site.project.id}/role/10100` });
  });
  router.get('/project/:project/role/:role', (_, response) => {
    response.json(roleJson(wire));
  });
  router.post('/search/jql', (request, response) => search(wire, request, response));
  router.post('/changelog/bulkfetch', (request, response) => bulkChangelog(wire, request, response));
  router.post('/comment/list', (request, response) => commentsById(wire, request, response));
  router.post('/issueLink', (request, response) => link(wire, request, response));
  return router;
}

function roleJson({ base, world }: Wire): object {
  return {
    self: `${base}/rest/api/3/project/${world.site.project.id}/role/10100`,
    name: 'Service Desk Team',
    id: 10_100,
    description: '',
    actors: world.site.project.agents.map((accountId, index) => ({
      id: 10_240 + index,
      displayName: world.site.users.find((user) => user.accountId === accountId)?.displayName ?? accountId,
      type: 'atlassian-user-role-actor',
      actorUser: { accountId },
    })),
  };
}

const LARGEST_PAGE = 5000;

function search(wire: Wire, request: Request, response: Response): void {
  const {
    jql,
    fields,
    expand,
    maxResults = 50,
    nextPageToken,
  } = request.body as {
    jql?: string;
    fields?: readonly string[];
    expand?: string;
    maxResults?: number;
    nextPageToken?: string;
  };
  const query = parseJql(jql ?? '');
  if ('wrong' in query) {
    jiraError(response, 400, query.wrong);
    return;
  }
  const found = [...wire.world.issues.values()].filter(query.fits).sort(query.order);
  const start = nextPageToken === undefined ? 0 : Number(Buffer.from(nextPageToken, 'base64url').toString());
  const end = start + Math.min(maxResults, LARGEST_PAGE);
  // The search gives nothing but the id unless fields are asked for.
  const query_ = { query: { fields: [...(fields ?? ['id'])], ...(expand === undefined ? {} : { expand }) } };
  response.json({
    issues: found.slice(start, end).map((issue) => issueBean(wire, issue, query_)),
    isLast: end >= found.length,
    ...(end >= found.length ? {} : { nextPageToken: Buffer.from(String(end)).toString('base64url') }),
  });
}

function bulkChangelog(wire: Wire, request: Request, response: Response): void {
  const {
    issueIdsOrKeys = [],
    maxResults = 1000,
    nextPageToken,
  } = request.body as {
    issueIdsOrKeys?: readonly string[];
    maxResults?: number;
    nextPageToken?: string;
  };
  const issues = issueIdsOrKeys
    .map((idOrKey) => wire.world.find(String(idOrKey)))
    .filter((issue) => issue !== undefined);
  const all = issues.flatMap((issue) => wire.shown(issue).histories.map((history) => ({ issue, history })));
  const start = Number(nextPageToken ?? 0);
  const shown = all.slice(start, start + maxResults);
  const logs = issues.map((issue) => ({
    issueId: issue.id,
    changeHistories: shown
      .filter((entry) => entry.issue === issue)
      .map(({ history }) => historyJson(wire, history)),
  }));
  response.json({
    issueChangeLogs: logs.filter(({ changeHistories }) => changeHistories.length > 0),
    ...(start + maxResults < all.length ? { nextPageToken: String(start + maxResults) } : {}),
  });
}

function commentsById(wire: Wire, request: Request, response: Response): void {
  const { ids = [] } = request.body as { ids?: readonly number[] };
  const wanted = new Set(ids.map(String));
  const withProperties = String(request.query.expand ?? '').includes('properties');
  const values = [...wire.world.issues.values()].flatMap((issue) =>
    wire
      .shown(issue)
      .comments.filter(({ id }) => wanted.has(id))
      .map((comment) => commentJson(wire, issue, comment, withProperties)),
  );
  response.json({ startAt: 0, maxResults: 1000, total: values.length, isLast: true, values });
}

function link({ world }: Wire, request: Request, response: Response): void {
  const { type, inwardIssue, outwardIssue } = request.body as {
    type?: { name?: string };
    inwardIssue?: { key?: string };
    outwardIssue?: { key?: string };
  };
  const from = world.find(inwardIssue?.key ?? '');
  const to = world.find(outwardIssue?.key ?? '');
  if (from === undefined || to === undefined) {
    jiraError(response, 404, 'No issue could be found for the given key.');
    return;
  }
  world.link(from, to, type?.name ?? 'Relates', signedIn(response).accountId);
  response.status(201).end();
}
