import type { Clock } from '#clock.ts';
import { capToJson, rivalToJson } from '#core/decision/cap-to-json.ts';
import type { WatchedFuse } from '#evaluation/service-fuse.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { countUnasked } from '#store/sightings.ts';
import type { Bulk } from './bulk-at-work.ts';
import type { Caps } from './caps-at-work.ts';

/** What holds the desk back, as `/readyz` tells it. */
export async function safetyReport(
  { db }: OpenedStore,
  caps: Caps,
  fuse: WatchedFuse,
  bulk: Bulk,
  deskClock: Clock,
): Promise<object> {
  const blownAt = fuse.blownAt(deskClock.now());
  return {
    caps: caps.active().map(capToJson),
    rivals: caps.rivals().map(rivalToJson),
    ...(blownAt === undefined ? {} : { serviceFuse: { blownAt: blownAt.toString() } }),
    bulkChanges: bulk.changes().map(({ from, until, ...change }) => ({
      ...change,
      from: from.toString(),
      until: until.toString(),
    })),
    waitingWithoutQuestion: await countUnasked(db),
  };
}
