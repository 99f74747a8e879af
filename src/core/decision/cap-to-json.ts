import type { ActiveCap, Rival } from './cap.ts';
import type { Mode } from './mode.ts';

/** A cap as every command and the service print it. */
export interface PrintedCap {
  readonly name: string;
  readonly mode: Mode;
  readonly because: 'notWatchedLongEnough' | 'rivalSeen';
  /** ISO-8601; absent while nobody watches. */
  readonly until?: string;
  readonly rival?: PrintedRival;
}

export interface PrintedRival {
  readonly account: string;
  readonly name: string;
  readonly did: Rival['did'];
  readonly ticket: string;
  /** ISO-8601. */
  readonly at: string;
}

export function capToJson({ name, mode, until, rival }: ActiveCap): PrintedCap {
  return {
    name,
    mode,
    because: rival === undefined ? 'notWatchedLongEnough' : 'rivalSeen',
    ...(until === undefined ? {} : { until: until.toString() }),
    ...(rival === undefined ? {} : { rival: rivalToJson(rival) }),
  };
}

export function rivalToJson({ account, name, did, ticketKey, at }: Rival): PrintedRival {
  return { account, name, did, ticket: ticketKey, at: at.toString() };
}
