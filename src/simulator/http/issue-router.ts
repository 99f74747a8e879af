import express, { type Request, type Response, type Router } from 'express';
import type { Issue } from '#simulator/model.ts';
import { FIELD_LIST } from '#simulator/wire/field-list.ts';
import { commentJson, fieldsJson, historyJson, type Wire } from '#simulator/wire/issue-json.ts';
import { createFrom } from './create-issue.ts';
import { jiraError, NOT_FOUND } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';
import { writtenComment } from './written-comment.ts';

/** `/rest/api/3/issue…`: reading, creating, editing, comments, properties, history. */
export function issueRouter(wire: Wire): Router {
  const { world } = wire;
  const router = express.Router();
  router.use(agentsOnly);
  router.param('issue', (_request, response, next, idOrKey: string) => {
    const issue = world.find(idOrKey);
    if (issue === undefined) {
      jiraError(response, 404, NOT_FOUND);
      return;
    }
    response.locals.issue = issue;
    next();
  });
  router.post('/', (request, response) => createFrom(wire, request, response));
  router.get('/:issue', (request, response) => {
    response.json(issueBean(wire, issueOf(response), request));
  });
  router.put('/:issue', (request, response) => edit(wire, request, response));
  router.delete('/:issue', (_, response) => {
    world.delete(issueOf(response), signedIn(response).accountId);
    response.status(204).end();
  });
  router.get('/:issue/changelog', (_, response) => {
    const { histories } = issueOf(response);
    response.json({
      ...page(histories.length),
      isLast: true,
      values: histories.map((history) => historyJson(wire, history)),
    });
  });
  addComments(router, wire);
  addProperties(router);
  return router;
}

export function issueOf(response: Response): Issue {
  return response.locals.issue as Issue;
}

function page(total: number) {
  return { startAt: 0, maxResults: Math.max(total, 1), total };
}

/** An issue as `GET /issue` and the search give it. */
export function issueBean(wire: Wire, issue: Issue, request: Pick<Request, 'query'>): object {
  const wanted = listOf(request.query.fields);
  const expand = listOf(request.query.expand);
  const properties = listOf(request.query.properties);
  const names = Object.fromEntries(FIELD_LIST.map(({ id, name }) => [id, name]));
  const schema = Object.fromEntries(FIELD_LIST.map(({ id, schema: form }) => [id, form]));
  const histories = issue.histories.toReversed();
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${wire.base}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: chosenFields(fieldsJson(wire, issue), wanted),
    ...(expand.includes('names') ? { names } : {}),
    ...(expand.includes('schema') ? { schema } : {}),
    ...(expand.includes('changelog')
      ? {
          changelog: {
            ...page(histories.length),
            histories: histories.map((history) => historyJson(wire, history)),
          },
        }
      : {}),
    ...(properties.length === 0
      ? {}
      : {
          properties: Object.fromEntries([...issue.properties].filter(([key]) => properties.includes(key))),
        }),
  };
}

/** A parameter that may be given several times, or as a list with commas. */
export function listOf(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  return values
    .flatMap((entry) => (typeof entry === 'string' ? entry.split(',') : []))
    .filter((entry) => entry !== '');
}

function chosenFields(fields: Readonly<Record<string, unknown>>, wanted: readonly string[]): object {
  const left = new Set(wanted.filter((id) => id.startsWith('-')).map((id) => id.slice(1)));
  const named = wanted.filter((id) => !id.startsWith('-'));
  const all = named.length === 0 || named.includes('*all') || named.includes('*navigable');
  return Object.fromEntries(
    Object.entries(fields).filter(([id]) => !left.has(id) && (all || named.includes(id))),
  );
}

function edit({ world }: Wire, request: Request, response: Response): void {
  const { update, fields } = request.body as {
    update?: { labels?: readonly Record<string, string>[] };
    fields?: object;
  };
  const operations = update?.labels ?? [];
  const named = (operation: string) => operations.flatMap((entry) => entry[operation] ?? []);
  if (Object.keys(fields ?? {}).length > 0 || Object.keys(update ?? {}).some((field) => field !== 'labels')) {
    jiraError(response, 400, '', { field: 'only labels can be edited here' });
    return;
  }
  world.label(issueOf(response), signedIn(response).accountId, named('add'), named('remove'));
  response.status(204).end();
}

/** Jira gives no more comments at once, whatever is asked for. */
const COMMENTS_A_PAGE = 100;

function addComments(router: Router, wire: Wire): void {
  const { world } = wire;
  router.get('/:issue/comment', (request, response) => {
    const issue = issueOf(response);
    const withProperties = listOf(request.query.expand).includes('properties');
    const startAt = Number(request.query.startAt ?? 0);
    const maxResults = Math.min(Number(request.query.maxResults ?? COMMENTS_A_PAGE), COMMENTS_A_PAGE);
    const comments = issue.comments.slice(startAt, startAt + maxResults);
    response.json({
      startAt,
      maxResults,
      total: issue.comments.length,
      comments: comments.map((comment) => commentJson(wire, issue, comment, withProperties)),
    });
  });
  router.post('/:issue/comment', (request, response) => {
    const made = writtenComment(request.body);
    if (made === undefined) {
      jiraError(response, 400, '', { comment: 'Comment body is not valid!' });
      return;
    }
    const issue = issueOf(response);
    const by = signedIn(response).accountId;
    const comment = world.comment(issue, { ...made, by });
    response.status(201).json(commentJson(wire, issue, comment, false));
  });
  router.delete('/:issue/comment/:comment', (request, response) => {
    world.uncomment(issueOf(response), request.params.comment);
    response.status(204).end();
  });
}

function addProperties(router: Router): void {
  router.get('/:issue/properties/:key', (request, response) => {
    const { key } = request.params;
    const { properties } = issueOf(response);
    if (properties.has(key)) response.json({ key, value: properties.get(key) });
    else jiraError(response, 404, `The property with key '${key}' does not exist.`);
  });
  router.put('/:issue/properties/:key', (request, response) => {
    const { key } = request.params;
    const { properties } = issueOf(response);
    const status = properties.has(key) ? 200 : 201;
    properties.set(key, request.body);
    response.status(status).json({});
  });
}
