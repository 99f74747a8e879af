import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { serviceFuse, type WatchedFuse } from '#evaluation/service-fuse.ts';
import type { Log } from '#log.ts';
import { effectsOfService } from '#store/look.ts';
import type { OpenedStore } from '#store/open-store.ts';

/** The fuse of the whole service, with what was done in the last hour counted already. */
export async function fuseAtWork(
  { fuse: { effectsPerHour } }: Pick<Configuration, 'fuse'>,
  { db }: OpenedStore,
  deskClock: Clock,
  log: Log,
): Promise<WatchedFuse> {
  const done = await effectsOfService(db, deskClock.now().subtract({ hours: 1 }));
  return serviceFuse(effectsPerHour, done, () =>
    log.error('the fuse of the whole service has blown: the rest is withheld and judged again in an hour', {
      most: effectsPerHour,
    }),
  );
}
