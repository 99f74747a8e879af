import { PARKING_LABEL } from './stories/passed-to-developers.ts';

/** Jira's own automations, as the demo switches them. */
export interface DemoRivals {
  readonly transitionOnComment: boolean;
  readonly reopenOnCustomerComment: boolean;
  readonly transitionOnCommentFor?: string;
  readonly delaySeconds: number;
}

/** What the demo's Jira has switched on: one preset, for the label of one story. */
export const USUAL_RIVALS: DemoRivals = {
  transitionOnComment: false,
  reopenOnCustomerComment: false,
  transitionOnCommentFor: PARKING_LABEL,
  delaySeconds: 0,
};

/** Everything that gets in a policy's way. */
export const ALL_RIVALS: DemoRivals = {
  transitionOnComment: true,
  reopenOnCustomerComment: true,
  delaySeconds: 0,
};
