import type { Issue } from '#simulator/model.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import type { World } from '#simulator/world.ts';

/** What an automation does, as the account that it acts as. */
export interface AutomationHands {
  /** Takes the transition that leads there, if the workflow offers one. */
  readonly move: (issue: Issue, statusId: string) => void;
  /** Writes to the customer. */
  readonly say: (issue: Issue, text: string) => void;
}

export function automationHands(world: World, by: string): AutomationHands {
  return {
    move(issue, statusId) {
      const transition = world.transitionsOf(issue).find(({ to }) => to === statusId);
      if (transition !== undefined) world.transition(issue, by, transition, undefined);
    },
    say(issue, text) {
      world.comment(issue, { by, body: documentOf(text), public: true, properties: [] });
    },
  };
}
