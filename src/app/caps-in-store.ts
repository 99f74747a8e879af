import type { Configuration } from '#configuration/configuration.ts';
import { type ActiveCap, activeCaps } from '#core/decision/cap.ts';
import { activationToLook } from '#store/facts.ts';
import { openStoreToLook } from '#store/open-store.ts';
import { rivalsIn } from '#store/sightings.ts';

/** The caps that hold by what a service has written down; it may be running. */
export async function capsInStore(
  { caps, store, activation }: Pick<Configuration, 'caps' | 'store' | 'activation'>,
  now: Temporal.Instant,
): Promise<readonly ActiveCap[]> {
  const opened = openStoreToLook(store);
  if (opened === undefined) return activeCaps(caps, undefined, [], now);
  try {
    const watchedSince = await activationToLook(opened.db, activation);
    return activeCaps(caps, watchedSince, await rivalsIn(opened.db), now);
  } finally {
    await opened.close();
  }
}
