import type { Configuration } from '#configuration/configuration.ts';
import { labelsOf } from '#jira/labels-of.ts';
import { readStopNote } from '#operations/kill-switch.ts';
import type { OpenedStore } from '#store/open-store.ts';
import type { ConnectedJira } from './connect-jira.ts';
import { rememberedControl } from './control-at-work.ts';
import type { StopReport } from './stops-at-work.ts';

/** By what everything is stopped now, for commands that only look: nothing is written down. */
export async function stopNow(
  { killSwitch, control }: Pick<Configuration, 'killSwitch' | 'control'>,
  jira: ConnectedJira,
  store: OpenedStore,
): Promise<StopReport> {
  const file = readStopNote(killSwitch);
  const ticket = control.ticket === undefined ? undefined : await controlNow(control.ticket);
  return {
    stopped: file !== undefined || ticket !== undefined,
    ...(file === undefined ? {} : { file }),
    ...(ticket === undefined ? {} : { ticket }),
  };

  async function controlNow(key: string): Promise<StopReport['ticket']> {
    const known = await rememberedControl(store, key);
    try {
      const bears = (await labelsOf(jira.client, key)).includes(control.stopLabel);
      // Who took it off, only the service has looked up.
      return bears || known?.ourLift !== undefined ? { ...known, key, stopped: true } : undefined;
    } catch {
      return known?.stopped === true ? { ...known, key } : undefined;
    }
  }
}
