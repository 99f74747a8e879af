export { isHeld } from '#store/lock.ts';

import type { Configuration } from '#configuration/configuration.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { allEffects, decisionsAfter, type StoredDecision, type StoredEffect } from '#store/look.ts';
import { openStoreToLook } from '#store/open-store.ts';
import { type KnownTicket, knownIn } from './known-in-store.ts';

export type { StoredDecision, StoredEffect };

/** What a store holds, read while the service works with it; nothing is ever written. */
export interface StoreView {
  readonly decisionsAfter: (id: number) => Promise<readonly StoredDecision[]>;
  readonly effects: () => Promise<readonly StoredEffect[]>;
  /** The ticket with what the store tells beside it. */
  readonly known: (
    configuration: Configuration,
    reglament: Reglament,
    ticket: Ticket,
    now: Temporal.Instant,
  ) => Promise<KnownTicket>;
  readonly close: () => Promise<void>;
}

/** @returns `undefined` when there is no store in the folder */
export async function lookAtStore(folder: string): Promise<StoreView | undefined> {
  const store = await openStoreToLook(folder);
  if (store === undefined) return undefined;
  return {
    decisionsAfter: (id) => decisionsAfter(store.db, id),
    effects: () => allEffects(store.db),
    known: (configuration, reglament, ticket, now) => knownIn(store, configuration, reglament, ticket, now),
    close: store.close,
  };
}
