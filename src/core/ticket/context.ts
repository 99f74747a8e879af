/** A stretch in which we could do nothing: stopped by somebody, or not running. */
export interface StopStretch {
  readonly from: Temporal.Instant;
  /** Exclusive; of one that lasts it is when the ticket was looked at. */
  readonly to: Temporal.Instant;
}

/** What a decision knows that the ticket itself cannot tell; recorded with the decision, so that it can be replayed. */
export interface TicketContext {
  /** In true order. */
  readonly stops?: readonly StopStretch[];
  /** Moves of this ticket that are part of a bulk change, with how many like them there were. */
  readonly bulkMoves?: readonly { readonly event: string; readonly like: number }[];
}
