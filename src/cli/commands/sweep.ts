import { drySweep } from '#app/dry-sweep.ts';
import { isHeld } from '#app/look-at-store.ts';
import { sweepHere } from '#app/sweep-here.ts';
import type { PrintableSweep } from '#app/sweep-report.ts';
import { type CommonOptions, compiledRules, loadAll, rulesPath } from '#cli/common.ts';
import { type ExitCode, FINE, TROUBLE } from '#cli/exit-codes.ts';
import { sweepInWords } from '#cli/print/sweep-text.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { type Clock, machineClock, movableClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { openLog } from '#log.ts';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { currentRules } from '#policies/current-rules.ts';
import { readEnvironment } from '#settings.ts';

export interface SweepOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

/**
 * `reglament sweep`: looks once at everything that is due or has changed. A running service does it itself, because
 * it holds the store; without one the sweep is done here. A dry run writes nothing anywhere.
 */
export async function runSweep(options: SweepOptions, terminal: Terminal): Promise<ExitCode> {
  const { reglament, configuration } = loadAll(options, terminal);
  const deskClock = clockOf(readEnvironment().deskClockAt);
  const report =
    options.dryRun === true
      ? await drySweep(configuration, reglament, deskClock)
      : await sweepOnce(options, configuration, deskClock);
  if (options.json === true) terminal.printJson(report);
  else terminal.print(sweepInWords(report, options.dryRun === true, reglament.calendar.zone, terminal));
  return report.failed === 0 ? FINE : TROUBLE;
}

async function sweepOnce(
  options: SweepOptions,
  configuration: Configuration,
  deskClock: Clock,
): Promise<PrintableSweep> {
  // A killed service leaves its address behind, but not its hold on the store.
  const service = isHeld(configuration.store) ? serviceAddress(configuration.store) : undefined;
  if (service !== undefined) {
    return (await askService(service, 'POST', 'sweep')) as unknown as PrintableSweep;
  }
  const log = openLog(readEnvironment().logFile);
  const rules = currentRules(rulesPath(options), () => compiledRules(options), log);
  try {
    return await sweepHere(configuration, rules, deskClock, log);
  } finally {
    rules.close();
  }
}

function clockOf(deskClockAt: string | undefined): Clock {
  return deskClockAt === undefined ? machineClock : movableClock(Temporal.Instant.from(deskClockAt));
}
