import type { ColumnType, Generated } from 'kysely';

/** Epoch milliseconds; by which clock, the column's comment says. */
type Milliseconds = number;

/** JSON text. */
type Json = string;

/** A webhook call that was acknowledged. */
export interface DeliveriesTable {
  id: Generated<number>;
  /** `X-Atlassian-Webhook-Identifier`; not signed, so it identifies nothing by itself. */
  delivery_id: string | null;
  /** SHA-256 of the raw body: the same body twice is one delivery. */
  body_hash: string;
  ticket_key: string | null;
  raw: string;
  state: 'new' | 'done' | 'parked';
  /** Machine clock. */
  received_at: Milliseconds;
  attempts: ColumnType<number, number | undefined, number>;
  /** Machine clock; not looked at before. */
  not_before: ColumnType<Milliseconds, Milliseconds | undefined, Milliseconds>;
  reason: string | null;
}

/** What of a ticket was judged already. */
export interface TicketsTable {
  ticket_key: string;
  /** Newest judged event. */
  judged_until: Milliseconds;
  /** Ids of judged events within the overlap before it. */
  judged: Json;
}

export interface DecisionsTable {
  id: Generated<number>;
  ticket_key: string;
  event_id: string;
  event_kind: string;
  /** Desk clock. */
  event_at: Milliseconds;
  /** Desk clock. */
  decided_at: Milliseconds;
  /** What set the evaluation off: `delivery`, `sweep`, `wakeup`. */
  because: string;
  kind: string;
  policy_version: string;
  trace: Json;
}

export type EffectState = 'PLANNED' | 'SENDING' | 'UNKNOWN' | 'DONE' | 'PARKED' | 'WITHHELD';

export interface EffectsTable {
  id: Generated<number>;
  key: string;
  decision_id: number;
  ticket_key: string;
  rule: string;
  policy: string;
  clauses: Json;
  kind: string;
  data: Json;
  /** Project and request type by which the mode was chosen, to choose it again before sending. */
  place: Json;
  event_id: string;
  state: EffectState;
  reason: string | null;
  after_key: string | null;
  run_id: number | null;
  policy_version: string;
  /** Desk clock. */
  planned_at: Milliseconds;
  /** Machine clock. */
  planned_on: Milliseconds;
  /** Machine clock. */
  not_before: Milliseconds;
  attempts: number;
  /** Of whoever is sending; every settlement names it. */
  token: string | null;
  /** Machine clock. */
  sent_at: Milliseconds | null;
  remote_id: string | null;
  /** Desk clock. */
  done_at: Milliseconds | null;
}

/** A look at a ticket that was promised for an instant. */
export interface WakeupsTable {
  ticket_key: string;
  /** The event that is judged again then; `timePassed` for what time alone decides. */
  event_id: string;
  /** Desk clock. */
  at: Milliseconds;
}

/** How far a sweep has covered what changed. */
export interface SweepsTable {
  name: string;
  /** Desk clock. */
  cursor: Milliseconds;
}

/** A sweep whose effects are released together, or not at all. */
export interface RunsTable {
  id: Generated<number>;
  /** Desk clock. */
  started_at: Milliseconds;
  state: 'open' | 'released' | 'withheld';
  effects: number;
}

/** Single facts about the store: when it was activated, which policy was in force last. */
export interface FactsTable {
  name: string;
  value: string;
}

/** A stretch in which nothing was done in Jira. */
export interface StopsTable {
  id: Generated<number>;
  cause: 'file' | 'ticket' | 'downtime';
  /** Desk clock. */
  from: Milliseconds;
  /** Desk clock, exclusive; `null` while it lasts. */
  to: Milliseconds | null;
}

/** An automation of somebody else's that was seen doing what our rules do. */
export interface RivalsTable {
  ticket_key: string;
  event_id: string;
  /** Id of the account that it acts as. */
  account: string;
  name: string;
  did: 'reopened' | 'parked';
  /** When it did so, by Jira. */
  at: Milliseconds;
}

/** Events of a bulk change whose author did not want anybody to get mail. */
export interface SilentEventsTable {
  ticket_key: string;
  event_id: string;
}

/** Changes of status, by whom and to what, to know a bulk change by. */
export interface MovesTable {
  event_id: string;
  ticket_key: string;
  actor: string;
  to_status: string;
  /** By Jira. */
  at: Milliseconds;
}

/** Tickets that wait for their customer although no question is open, as the last look saw them. */
export interface UnaskedTable {
  ticket_key: string;
  /** 0: something may have been a question. */
  sure: number;
}

export interface Tables {
  deliveries: DeliveriesTable;
  tickets: TicketsTable;
  decisions: DecisionsTable;
  effects: EffectsTable;
  wakeups: WakeupsTable;
  sweeps: SweepsTable;
  runs: RunsTable;
  facts: FactsTable;
  stops: StopsTable;
  rivals: RivalsTable;
  silent_events: SilentEventsTable;
  moves: MovesTable;
  unasked: UnaskedTable;
}
