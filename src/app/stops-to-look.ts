import type { Configuration } from '#configuration/configuration.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { StopsSince } from '#evaluation/ports.ts';
import { isHeld } from '#store/lock.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { stopStore } from '#store/stops.ts';
import { isDowntime } from './downtime.ts';

/**
 * The stretches in which we were stopped, for whoever only looks: what is written down, and, where no service runs,
 * the time since the last one, which the next will write down when it starts.
 */
export function stopsToLook(
  { db }: OpenedStore,
  { store }: Pick<Configuration, 'store'>,
  { calendar }: Pick<Reglament, 'calendar'>,
): StopsSince {
  const stops = stopStore(db);
  return async (since, now) => {
    const written = await stops.since(since, now);
    const last = await stops.lastBeat();
    const isAway = last !== undefined && isDowntime(calendar, last, now) && !isHeld(store);
    const lasting = isAway ? [{ from: last, to: now }] : [];
    return [...written, ...lasting]
      .filter(({ from }) => Temporal.Instant.compare(from, now) < 0)
      .map(({ from, to }) => ({ from, to: Temporal.Instant.compare(to, now) > 0 ? now : to }));
  };
}
