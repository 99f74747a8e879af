import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AdminAct } from './act.ts';
import type { DemoRivals } from './demo-rivals.ts';
import type { SimulatorControl } from './jira-door.ts';
import type { ServiceProcess } from './service-process.ts';

/** Plays the acts of the desk's administrator. */
export interface AdminAtWork {
  readonly perform: (act: AdminAct) => Promise<void>;
}

interface Tools {
  readonly rules: string;
  /** Key of the ticket by which everything can be stopped. */
  readonly controlTicket: string;
  readonly service: Pick<ServiceProcess, 'readiness' | 'sweep'>;
  readonly simulator: SimulatorControl;
  /** Jira's own automations, as they are switched otherwise. */
  readonly rivals: DemoRivals;
}

/** As the configuration has it. */
export const STOP_LABEL = 'reglament-stop';

/** The service waits until an editor is done, and reads the rules then; longer than this is an error. */
const LONGEST_PICK_UP_MILLISECONDS = 20_000;
const LOOK_AGAIN_MILLISECONDS = 30;

export function adminAtWork({ rules, controlTicket, service, simulator, rivals }: Tools): AdminAtWork {
  return {
    async perform(act) {
      switch (act.does) {
        case 'editsPolicy': {
          const file = path.join(rules, act.file);
          const text = readFileSync(file, 'utf8');
          // Whoever plays the demo by rules of their own may have changed that line already.
          if (!text.includes(act.from)) return;
          const before = (await service.readiness()).policy.version;
          writeFileSync(file, text.replace(act.from, act.to));
          await until(async () => (await service.readiness()).policy.version !== before);
          return;
        }
        case 'switchesReopening':
          await simulator.door('PUT', '/sim/rivals', {
            ...rivals,
            reopenOnCustomerComment: act.on || rivals.reopenOnCustomerComment,
          });
          return;
        case 'stopsEverything':
          await simulator.door('PUT', `/rest/api/3/issue/${controlTicket}`, {
            update: { labels: [{ [act.on ? 'add' : 'remove']: STOP_LABEL }] },
          });
          await until(async () => (await service.readiness()).killSwitch === (act.on ? 'on' : 'off'));
          // In life the next sweep comes some minutes later.
          if (!act.on) await service.sweep();
          return;
      }
    },
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < LONGEST_PICK_UP_MILLISECONDS; waited += LOOK_AGAIN_MILLISECONDS) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
  }
  throw new Error('the service does not take up what the administrator did');
}
