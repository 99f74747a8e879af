import type { Approval, Issue } from '#simulator/model.ts';
import { dateJson } from './date-json.ts';
import { userJson, type Wire } from './issue-json.ts';
import { personJson } from './person-json.ts';

/** An approval as the service desk API lists it. */
export function approvalJson(wire: Wire, issue: Issue, approval: Approval, viewer: string): object {
  const { decisions } = approval;
  return {
    ...headJson(wire, issue, approval),
    canAnswerApproval: approval.finalDecision === 'pending' && decisions.get(viewer) === 'pending',
    approvers: [...decisions].map(([accountId, approverDecision]) => ({
      approver: personJson(wire, accountId),
      approverDecision,
    })),
  };
}

/** The field of the issue: every approval it ever had, with the platform's form of a user. */
export function approvalFieldJson(wire: Wire, issue: Issue): readonly object[] {
  return issue.approvals.map((approval) => ({
    ...headJson(wire, issue, approval),
    canAnswerApproval: false,
    approvers: [...approval.decisions].map(([accountId, approverDecision]) => ({
      approver: userJson(wire, accountId),
      approverDecision,
    })),
  }));
}

function headJson({ base }: Wire, issue: Issue, approval: Approval): object {
  const { id, name, finalDecision, createdAt, completedAt } = approval;
  return {
    id,
    name,
    finalDecision,
    createdDate: dateJson(createdAt),
    ...(completedAt === undefined ? {} : { completedDate: dateJson(completedAt) }),
    _links: { self: `${base}/rest/servicedeskapi/request/${issue.id}/approval/${id}` },
  };
}
