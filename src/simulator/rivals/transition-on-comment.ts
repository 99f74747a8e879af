import type { Issue } from '#simulator/model.ts';
import { STATUS_ID } from '#simulator/site.ts';
import type { AutomationHands } from './automation-hands.ts';

/** "Transition on comment": the team's words park a request in work, the customer's take a parked one back. */
export function transitionOnComment(hands: AutomationHands, issue: Issue, byCustomer: boolean): void {
  const { open, inProgress, waiting } = STATUS_ID;
  const { id } = issue.status;
  if (byCustomer && id === waiting) hands.move(issue, open);
  if (!byCustomer && (id === open || id === inProgress)) hands.move(issue, waiting);
}
