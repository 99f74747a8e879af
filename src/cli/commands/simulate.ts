import type { CommonOptions } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { readInstantOption } from '#cli/usage.ts';
import { demoUsers } from '#demo/cast.ts';
import type { SimulatorFlavour } from '#simulator/http/speech.ts';
import { serviceSite } from '#simulator/site.ts';
import { startSimulator } from '#simulator/start-simulator.ts';
import { stdinClosed } from '#stdin-closed.ts';

export interface SimulateOptions extends CommonOptions {
  readonly startsAt: string;
  readonly flavour?: SimulatorFlavour;
}

/** `reglament simulate`: a Jira to try things on, with the demo's people; it lives as long as standard input is open. */
export async function runSimulate(options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  const startsAt = readInstantOption('--starts-at', options.startsAt);
  const { language } = terminal;
  const site = serviceSite(demoUsers(language), language);
  const simulator = await startSimulator({ site, startsAt, port: 0, flavour: options.flavour });
  terminal.printJson({ url: simulator.url });
  await stdinClosed();
  await simulator.stop();
  return FINE;
}
