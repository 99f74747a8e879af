import type { Issue } from '#simulator/model.ts';
import { STATUS_ID } from '#simulator/site.ts';
import type { AutomationHands } from './automation-hands.ts';

/** "Reopen on customer comment": whatever the customer writes, and however late. */
export function reopenOnComment(hands: AutomationHands, issue: Issue): void {
  if (issue.status.category === 'done') hands.move(issue, STATUS_ID.open);
}
