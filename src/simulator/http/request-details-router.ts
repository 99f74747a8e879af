import express, { type Request, type Response, type Router } from 'express';
import { answerApproval } from '#simulator/acts/approve.ts';
import type { Approval, Issue } from '#simulator/model.ts';
import { approvalJson } from '#simulator/wire/approval-json.ts';
import { dateJson } from '#simulator/wire/date-json.ts';
import type { Wire } from '#simulator/wire/issue-json.ts';
import { slaListJson } from '#simulator/wire/sla-json.ts';
import { serviceDeskError } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';

/** What belongs to one request besides its words: its clocks, its statuses so far, its approvals. */
export function requestDetailsRouter(wire: Wire, issueOf: (response: Response) => Issue): Router {
  const { world } = wire;
  const router = express.Router();
  router.get('/sla', agentsOnly, (_, response) => {
    response.json(listed(slaListJson(wire, issueOf(response))));
  });
  router.get('/sla/:metric', agentsOnly, (request, response) => {
    const clocks = slaListJson(wire, issueOf(response)) as readonly { readonly id: string }[];
    const clock = clocks.find(({ id }) => id === request.params.metric);
    if (clock === undefined) serviceDeskError(response, 404, 'There is no such SLA metric.');
    else response.json(clock);
  });
  router.get('/status', (_, response) => {
    response.json(listed(statusesJson(wire, issueOf(response))));
  });
  router.get('/approval', (_, response) => {
    const issue = issueOf(response);
    const viewer = signedIn(response).accountId;
    response.json(listed(issue.approvals.map((approval) => approvalJson(wire, issue, approval, viewer))));
  });
  router.param('approval', (_request, response, next, wanted: string) => {
    const approval = issueOf(response).approvals.find(({ id }) => id === wanted);
    if (approval === undefined) {
      serviceDeskError(response, 404, 'There is no such approval.');
      return;
    }
    response.locals.approval = approval;
    next();
  });
  const answered = (response: Response) =>
    approvalJson(wire, issueOf(response), approvalOf(response), signedIn(response).accountId);
  router.get('/approval/:approval', (_, response) => {
    response.json(answered(response));
  });
  router.post('/approval/:approval', (request: Request, response) => {
    const { decision } = request.body as { decision?: unknown };
    const approval = approvalOf(response);
    const by = signedIn(response).accountId;
    const chosen = decision === 'approve' ? 'approved' : decision === 'decline' ? 'declined' : undefined;
    if (chosen === undefined) serviceDeskError(response, 400, 'decision is approve or decline');
    else if (approval.finalDecision !== 'pending') serviceDeskError(response, 409, 'It is decided already.');
    else if (!approval.decisions.has(by)) serviceDeskError(response, 403, 'You are no approver of this.');
    else {
      answerApproval(world, issueOf(response), approval, by, chosen);
      response.json(answered(response));
    }
  });
  return router;
}

function approvalOf(response: Response): Approval {
  return response.locals.approval as Approval;
}

/** The service desk API's page of everything. */
function listed(values: readonly object[]): object {
  return { size: values.length, start: 0, limit: 50, isLastPage: true, values };
}

/** Newest first, as Atlassian's example has it. */
function statusesJson({ world }: Wire, issue: Issue): readonly object[] {
  const moves = issue.histories.flatMap(({ at, items }) =>
    items.filter(({ field }) => field === 'status').map((item) => ({ at, item })),
  );
  const first = { at: issue.createdAt, id: moves[0]?.item.from ?? issue.status.id };
  return [first, ...moves.map(({ at, item }) => ({ at, id: item.to ?? '' }))]
    .toReversed()
    .map(({ at, id }) => {
      const status = world.site.statuses.find((known) => known.id === id);
      return {
        status: status?.name ?? id,
        statusCategory: (status?.category ?? 'undefined').toUpperCase(),
        statusDate: dateJson(at),
      };
    });
}
