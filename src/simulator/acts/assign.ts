import type { Issue } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';

/** @param to `null` leaves it to nobody */
export function assign(world: World, issue: Issue, by: string, to: string | null): void {
  if (to === issue.assignee) return;
  const nameOf = (accountId: string | null) =>
    world.site.users.find((user) => user.accountId === accountId)?.displayName ?? accountId;
  const item = {
    field: 'assignee',
    fieldId: 'assignee',
    from: issue.assignee,
    fromString: nameOf(issue.assignee),
    to,
    toString: nameOf(to),
  };
  world.change(issue, by, [item], () => {
    issue.assignee = to;
  });
}
