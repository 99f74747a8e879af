import express, { type Request, type Response, type Router } from 'express';
import { adfText } from '#core/issue/adf-text.ts';
import type { Comment, Issue } from '#simulator/model.ts';
import { sees } from '#simulator/who-sees.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { jiraTime, userJson, type Wire } from '#simulator/wire/issue-json.ts';
import { serviceDeskError } from './jira-error.ts';
import { signedIn } from './sign-in.ts';

/** `/rest/servicedeskapi`: what customers do on the portal, and what agents do through the service desk. */
export function serviceDeskRouter(wire: Wire): Router {
  const { world } = wire;
  const router = express.Router();
  router.post('/request', (request, response) => createRequest(wire, request, response));
  router.param('request', (_request, response, next, idOrKey: string) => {
    const issue = world.find(idOrKey);
    const user = signedIn(response);
    if (issue === undefined || !sees(world.site, user, issue)) {
      serviceDeskError(response, 404, 'The issue no longer exists or you do not have permission to view it.');
      return;
    }
    response.locals.issue = issue;
    next();
  });
  router.get('/request/:request', (_, response) => {
    response.json(requestJson(wire, issueOf(response)));
  });
  router.get('/request/:request/comment', (_, response) => {
    const issue = issueOf(response);
    const isCustomer = signedIn(response).accountType === 'customer';
    const shown = issue.comments.filter((comment) => comment.public || !isCustomer);
    const values = shown.map((comment) => serviceCommentJson(wire, issue, comment));
    response.json({ size: values.length, start: 0, limit: 50, isLastPage: true, values });
  });
  router.post('/request/:request/comment', (request, response) => {
    const { body, public: visible } = request.body as { body?: unknown; public?: unknown };
    if (typeof body !== 'string' || typeof visible !== 'boolean') {
      serviceDeskError(response, 400, 'body and public are required');
      return;
    }
    const issue = issueOf(response);
    const user = signedIn(response);
    const made = {
      by: user.accountId,
      body: documentOf(body),
      // Customers have no internal comments.
      public: visible || user.accountType === 'customer',
      properties: [],
    };
    response.status(201).json(serviceCommentJson(wire, issue, world.comment(issue, made)));
  });
  router.get('/request/:request/transition', (_, response) => {
    const offered = world.transitionsOf(issueOf(response)).filter(({ byCustomer }) => byCustomer);
    const values = offered.map(({ id, name }) => ({ id, name }));
    response.json({ size: values.length, start: 0, limit: 50, isLastPage: true, values });
  });
  router.post('/request/:request/transition', (request, response) => {
    const issue = issueOf(response);
    const { id: chosen } = request.body as { id?: unknown };
    const transition = world
      .transitionsOf(issue)
      .find(({ id, byCustomer }) => byCustomer && id === String(chosen));
    if (transition === undefined) {
      serviceDeskError(response, 400, 'The transition is not valid for the request.');
      return;
    }
    world.transition(issue, signedIn(response).accountId, transition, undefined);
    response.status(204).end();
  });
  return router;
}

function issueOf(response: Response): Issue {
  return response.locals.issue as Issue;
}

function createRequest(wire: Wire, request: Request, response: Response): void {
  const { world } = wire;
  const {
    requestTypeId,
    requestFieldValues = {},
    raiseOnBehalfOf,
    requestParticipants = [],
  } = request.body as {
    requestTypeId?: unknown;
    requestFieldValues?: { summary?: unknown; description?: unknown };
    raiseOnBehalfOf?: string;
    requestParticipants?: readonly string[];
  };
  const issueType = world.site.issueTypes.find((type) => type.requestTypeId === String(requestTypeId));
  const { summary, description } = requestFieldValues;
  if (issueType === undefined || typeof summary !== 'string' || summary === '') {
    serviceDeskError(
      response,
      400,
      'Your request could not be created: request type and summary are required.',
    );
    return;
  }
  const user = signedIn(response);
  const issue = world.create({
    by: user.accountId,
    reporter: raiseOnBehalfOf ?? user.accountId,
    summary,
    description: documentOf(typeof description === 'string' ? description : ''),
    issueType,
    channel: user.accountType === 'customer' ? 'portal' : 'jira',
    participants: requestParticipants,
  });
  response.status(201).json(requestJson(wire, issue));
}

function requestJson(wire: Wire, issue: Issue): object {
  const { base } = wire;
  return {
    _expands: [
      'participant',
      'status',
      'sla',
      'requestType',
      'serviceDesk',
      'attachment',
      'action',
      'comment',
    ],
    issueId: issue.id,
    issueKey: issue.key,
    summary: issue.summary,
    requestTypeId: issue.issueType.requestTypeId,
    serviceDeskId: issue.project.serviceDeskId,
    createdDate: dateJson(issue.createdAt),
    reporter: personJson(wire, issue.reporter),
    requestFieldValues: [
      { fieldId: 'summary', label: 'Тема', value: issue.summary },
      { fieldId: 'description', label: 'Описание', value: adfText(issue.description) },
    ],
    currentStatus: {
      status: issue.status.name,
      statusCategory: issue.status.category.toUpperCase(),
      statusDate: dateJson(issue.statusSince),
    },
    _links: {
      self: `${base}/rest/servicedeskapi/request/${issue.id}`,
      jiraRest: `${base}/rest/api/2/issue/${issue.id}`,
      web: `${base}/servicedesk/customer/portal/${issue.project.serviceDeskId}/${issue.key}`,
      agent: `${base}/browse/${issue.key}`,
    },
  };
}

function serviceCommentJson(wire: Wire, issue: Issue, comment: Comment): object {
  return {
    id: comment.id,
    body: adfText(comment.body),
    public: comment.public,
    author: personJson(wire, comment.author),
    created: dateJson(comment.at),
    _expands: ['attachment', 'renderedBody'],
    _links: { self: `${wire.base}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}` },
  };
}

function personJson(wire: Wire, accountId: string): object {
  const {
    self,
    accountType: _type,
    avatarUrls: _avatars,
    ...person
  } = userJson(wire, accountId) as {
    self: string;
    accountType: string;
    avatarUrls: object;
  };
  return { ...person, _links: { self, jiraRest: self, avatarUrls: {} } };
}

function dateJson(at: number): object {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const local = instant.toZonedDateTimeISO('Europe/Moscow');
  const jira = jiraTime(at);
  return {
    iso8601: `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset.replace(':', '')}`,
    jira,
    friendly: local.toPlainDate().toString(),
    epochMillis: at,
  };
}
