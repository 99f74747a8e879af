/** A webhook call whose signature was right. */
export interface SignedDelivery {
  /** `X-Atlassian-Webhook-Identifier`, the same across retries; not signed. */
  readonly deliveryId: string | undefined;
  /** SHA-256 of the raw body. */
  readonly bodyHash: string;
  readonly raw: string;
  readonly hint: Hint;
}

/** What a webhook's body tells: look at this ticket, or nothing that concerns us. */
export type Hint =
  | {
      readonly kind: 'look';
      readonly ticketKey: string;
      /** Entries of the ticket that this event made, where its author wanted nobody to get mail. */
      readonly silent?: readonly string[];
      readonly move?: HintedMove;
    }
  /** It is the ticket by which everything can be stopped. */
  | { readonly kind: 'control'; readonly ticketKey: string }
  | { readonly kind: 'ignored'; readonly why: string };

/** A change of status as the body tells of it: enough to count changes that are alike. */
export interface HintedMove {
  readonly eventId: string;
  readonly actor: string;
  readonly toStatus: string;
  readonly at: Temporal.Instant;
}

/** A delivery that waits to be worked on. */
export interface OpenDelivery {
  readonly id: number;
  readonly ticketKey: string;
  readonly attempts: number;
}

export interface DeliveryInbox {
  /** Resolves when it is committed; a body that is there already is the same delivery. */
  readonly save: (delivery: SignedDelivery) => Promise<'new' | 'known'>;
}

export interface DeliveryQueue {
  /** Deliveries whose time has come, oldest first. */
  readonly open: (now: Temporal.Instant) => Promise<readonly OpenDelivery[]>;
  readonly postpone: (ids: readonly number[], notBefore: Temporal.Instant, reason: string) => Promise<void>;
  readonly park: (ids: readonly number[], reason: string) => Promise<void>;
}
