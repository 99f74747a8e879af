import express, { type Response, type Router } from 'express';
import { askApproval } from '#simulator/acts/approve.ts';
import { cloneIssue } from '#simulator/acts/clone-issue.ts';
import { mergeIssue } from '#simulator/acts/merge-issue.ts';
import { moveIssue } from '#simulator/acts/move-issue.ts';
import { registerCall } from '#simulator/acts/register-call.ts';
import type { Issue } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';
import { jiraError, NOT_FOUND } from './jira-error.ts';
import { requestTypeOf } from './request-type.ts';

/** What people do in Jira's own screens and no other endpoint here lets them do; `by` is who does it. */
export function lifeRouter(world: World): Router {
  const router = express.Router();
  router.post('/phone', (request, response) => {
    const { agent, caller, reporter, summary, text, requestTypeId, marked } = request.body as {
      agent: string;
      caller: string;
      reporter?: 'caller' | 'agent';
      summary: string;
      text: string;
      requestTypeId?: string;
      marked?: 'channel' | 'label';
    };
    const issueType = requestTypeOf(world.site, requestTypeId, response);
    if (issueType === undefined) return;
    const stands = reporter === 'agent' ? agent : caller;
    const call = { agent, reporter: stands, summary, text, marked: marked ?? 'channel' } as const;
    made(response, registerCall(world, call, issueType));
  });
  router.post('/clone', (request, response) => {
    const { key, by } = request.body as { key: string; by: string };
    const issue = known(world, key, response);
    if (issue !== undefined) made(response, cloneIssue(world, issue, by));
  });
  router.post('/move', (request, response) => {
    const { key, by } = request.body as { key: string; by: string };
    const issue = known(world, key, response);
    if (issue === undefined) return;
    moveIssue(world, issue, by, world.site.otherProject);
    made(response, issue);
  });
  router.post('/merge', (request, response) => {
    const { key, into, by } = request.body as { key: string; into: string; by: string };
    const issue = known(world, key, response);
    const other = issue && known(world, into, response);
    if (issue === undefined || other === undefined) return;
    mergeIssue(world, issue, other, by);
    made(response, other);
  });
  router.post('/approval', (request, response) => {
    const { key, name, approvers } = request.body as { key: string; name: string; approvers: string[] };
    const issue = known(world, key, response);
    if (issue === undefined) return;
    const { id } = askApproval(world, issue, name, approvers);
    response.status(201).json({ key: issue.key, id });
  });
  router.post('/bulk', (request, response) => bulkChange(world, request.body as BulkChange, response));
  router.put('/users/:user', (request, response) => {
    const user = world.site.users.find(({ accountId }) => accountId === request.params.user);
    if (user === undefined) jiraError(response, 404, 'The user does not exist.');
    else {
      user.active = (request.body as { active: boolean }).active;
      response.json({});
    }
  });
  return router;
}

interface BulkChange {
  readonly keys: readonly string[];
  readonly by: string;
  /** Whether the change's maker left the mails on. */
  readonly sendMail: boolean;
  readonly addLabels?: readonly string[];
  readonly transition?: { readonly id: string; readonly resolution?: string };
}

/** Many issues at once, each by the same label or transition; who has no such transition stays where it is. */
function bulkChange(world: World, change: BulkChange, response: Response): void {
  const issues = change.keys.map((key) => world.find(key)).filter((issue) => issue !== undefined);
  const resolution = world.site.resolutions.find(({ name }) => name === change.transition?.resolution);
  world.inBulk(change.sendMail, () => {
    for (const issue of issues) {
      world.label(issue, change.by, change.addLabels ?? [], []);
      const transition = world.transitionsOf(issue).find(({ id }) => id === change.transition?.id);
      if (transition !== undefined) world.transition(issue, change.by, transition, resolution);
    }
  });
  response.json({ keys: issues.map(({ key }) => key) });
}

function known(world: World, key: string, response: Response): Issue | undefined {
  const issue = world.find(key);
  if (issue === undefined) jiraError(response, 404, NOT_FOUND);
  return issue;
}

function made(response: Response, { key, id }: Issue): void {
  response.status(201).json({ key, id });
}
