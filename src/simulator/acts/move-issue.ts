import type { Issue, Project } from '#simulator/model.ts';
import type { World } from '#simulator/world.ts';

/** Moves an issue to another project: it gets a key there, the old one leads to it, and it is nobody's request. */
export function moveIssue(world: World, issue: Issue, by: string, to: Project): void {
  const { project: from, key: oldKey } = issue;
  const key = world.nextKey(to);
  const items = [
    {
      field: 'project',
      fieldId: 'project',
      from: from.id,
      fromString: from.name,
      to: to.id,
      toString: to.name,
    },
    { field: 'Key', from: null, fromString: oldKey, to: null, toString: key },
  ];
  world.change(issue, by, items, () => {
    issue.project = to;
    issue.key = key;
    // The request types of one desk mean nothing on another.
    issue.isRequest = false;
    world.alsoKnownAs(oldKey, issue);
  });
}
