import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { AdminActs } from '#operations/admin-endpoint.ts';
import { removeStopNote, writeStopNote } from '#operations/kill-switch.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import type { Stops } from './stops-at-work.ts';

/**
 * Stopping and resuming for whoever asks the running service: by the same file that anybody can make by hand.
 * What waited is judged again before it is sent, so nothing is flushed.
 */
export function stopActs(
  { killSwitch }: Pick<Configuration, 'killSwitch'>,
  stops: Stops,
  desk: DeskAtWork,
): Pick<AdminActs, 'stop' | 'resume'> {
  return {
    async stop(note) {
      writeStopNote(killSwitch, { at: machineClock.now().toString(), ...note });
      await stops.watch();
      return stops.report();
    },
    async resume() {
      removeStopNote(killSwitch);
      await stops.control?.fresh();
      await stops.watch();
      desk.relay.nudge();
      return stops.report();
    },
  };
}
