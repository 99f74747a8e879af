import type { Issue } from '#simulator/model.ts';
import { STATUS_ID } from '#simulator/site.ts';
import type { World } from '#simulator/world.ts';

/** Merges an issue into another one: it is closed as a duplicate, and a link leads on. */
export function mergeIssue(world: World, issue: Issue, into: Issue, by: string): void {
  world.link(issue, into, 'Duplicate', by);
  const close = world.transitionsOf(issue).find(({ to }) => to === STATUS_ID.closed);
  const duplicate = world.site.resolutions.find(({ id }) => id === world.site.duplicateResolution);
  if (close !== undefined) world.transition(issue, by, close, duplicate);
}
