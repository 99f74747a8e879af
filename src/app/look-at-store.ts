export { isHeld } from '#store/lock.ts';

import { allEffects, decisionsAfter, type StoredDecision, type StoredEffect } from '#store/look.ts';
import { openStoreToLook } from '#store/open-store.ts';

export type { StoredDecision, StoredEffect };

/** What a store holds, read while the service works with it; nothing is ever written. */
export interface StoreView {
  readonly decisionsAfter: (id: number) => Promise<readonly StoredDecision[]>;
  readonly effects: () => Promise<readonly StoredEffect[]>;
  readonly close: () => Promise<void>;
}

/** @returns `undefined` when there is no store in the folder */
export function lookAtStore(folder: string): StoreView | undefined {
  const store = openStoreToLook(folder);
  if (store === undefined) return undefined;
  return {
    decisionsAfter: (id) => decisionsAfter(store.db, id),
    effects: () => allEffects(store.db),
    close: store.close,
  };
}
