import type { Approval, Decision, Issue } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';

/** A request comes to a step at which somebody must agree; all of them have to. */
export function askApproval(
  world: World,
  issue: Issue,
  name: string,
  approvers: readonly string[],
): Approval {
  const approval: Approval = {
    id: String(issue.approvals.length + 1),
    name,
    createdAt: world.clock.stamp(),
    completedAt: undefined,
    finalDecision: 'pending',
    decisions: new Map(approvers.map((accountId) => [accountId, 'pending'])),
  };
  issue.approvals.push(approval);
  issue.updatedAt = approval.createdAt;
  return approval;
}

/** One refusal ends it; the last consent grants it. */
export function answerApproval(
  world: World,
  issue: Issue,
  approval: Approval,
  by: string,
  decision: Exclude<Decision, 'pending'>,
): void {
  approval.decisions.set(by, decision);
  const all = [...approval.decisions.values()];
  if (decision === 'approved' && all.some((one) => one !== 'approved')) return;
  approval.finalDecision = decision;
  approval.completedAt = world.clock.stamp();
  issue.updatedAt = approval.completedAt;
}
