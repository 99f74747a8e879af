import type { Issue } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';

/** "Clone": fields and people as they are, neither words nor history; a link says where it comes from. */
export function cloneIssue(world: World, issue: Issue, by: string): Issue {
  const clone = world.create({
    by,
    reporter: issue.reporter,
    summary: `CLONE - ${issue.summary}`,
    description: issue.description,
    issueType: issue.issueType,
    channel: 'jira',
    priority: issue.priority,
    labels: issue.labels,
    components: issue.components,
    participants: issue.participants,
    organizations: issue.organizations,
    ...(issue.securityLevel === null ? {} : { securityLevel: issue.securityLevel }),
  });
  world.link(clone, issue, 'Cloners', by);
  return clone;
}
