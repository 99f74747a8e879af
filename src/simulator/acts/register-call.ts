import type { Issue, IssueType } from '#simulator/model.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import type { World } from '#simulator/world.ts';

/** A call as an agent writes it down. */
export interface Call {
  readonly agent: string;
  /** Whoever rang; the agent stands as reporter where desks do not look callers up. */
  readonly reporter: string;
  readonly summary: string;
  readonly text: string;
  /** How a desk tells calls from the rest: by a channel of its own, or by a label. */
  readonly marked: 'channel' | 'label';
}

const PHONE = 'phone';

export function registerCall(world: World, call: Call, issueType: IssueType): Issue {
  return world.create({
    by: call.agent,
    reporter: call.reporter,
    summary: call.summary,
    description: documentOf(call.text),
    issueType,
    channel: call.marked === 'channel' ? PHONE : 'jira',
    labels: call.marked === 'label' ? [PHONE] : [],
  });
}
