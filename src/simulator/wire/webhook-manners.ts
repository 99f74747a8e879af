import { adfText } from '#core/issue/adf-text.ts';

/** How a Jira sends webhooks. */
export interface WebhookManners {
  /** Rich text in bodies. */
  readonly text: (document: object) => unknown;
  /** A body as it is told, from the one that Cloud would tell. */
  readonly told: (body: object) => object;
  readonly signs: boolean;
  /** Each delivery has an id of its own. */
  readonly numbers: boolean;
  readonly repeats: boolean;
}

export const CLOUD_WEBHOOKS: WebhookManners = {
  text: (document) => adfText(document),
  told: (body) => body,
  signs: true,
  numbers: true,
  repeats: true,
};
