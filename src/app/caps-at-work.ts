import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { type ActiveCap, activeCaps, capModes, type Rival } from '#core/decision/cap.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import type { Sightings } from '#evaluation/ports.ts';
import type { Log } from '#log.ts';

/** The caps that hold now, and whoever keeps them up. */
export interface Caps {
  readonly active: () => readonly ActiveCap[];
  readonly rivals: () => readonly Rival[];
  /** Modes as they are now, caps included: chosen anew whenever something is decided or sent. */
  readonly modes: () => ModeSettings;
  readonly seen: (ticketKey: string, rivals: Sightings['rivals']) => void;
}

/** @param known rivals that were seen before, latest first */
export function capsAtWork(
  { caps, modes }: Pick<Configuration, 'caps' | 'modes'>,
  watchedSince: Temporal.Instant | undefined,
  known: readonly Rival[],
  deskClock: Clock,
  log: Log,
): Caps {
  let rivals = known;
  const active = () => activeCaps(caps, watchedSince, rivals, deskClock.now());
  return {
    active,
    rivals: () => rivals,
    modes: () => ({ ...modes, caps: capModes(caps, active()) }),
    seen(ticketKey, seen) {
      for (const { eventId, ...rival } of seen) {
        const { account, name, did } = rival;
        const isSame = (other: Rival) => other.account === account && other.did === did;
        if (!rivals.some(isSame)) {
          log.warn('somebody else does what our rules do', { account, name, did, ticketKey, eventId });
        }
        const later = rivals.find(
          (other) => isSame(other) && Temporal.Instant.compare(other.at, rival.at) >= 0,
        );
        rivals = [later ?? { ...rival, ticketKey }, ...rivals.filter((other) => !isSame(other))];
      }
    },
  };
}
