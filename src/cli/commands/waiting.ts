import { findWaiting } from '#app/find-waiting.ts';
import { type CommonOptions, loadAll } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { waitingInWords } from '#cli/print/waiting-text.ts';
import { machineClock } from '#clock.ts';
import { readEnvironment } from '#settings.ts';

/** `reglament waiting`: tickets that wait for the customer although no question is open; it only reads. */
export async function runWaiting(options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const { reglament, configuration } = loadAll(options, terminal);
  const { deskClockAt } = readEnvironment();
  const now = deskClockAt === undefined ? machineClock.now() : Temporal.Instant.from(deskClockAt);
  const report = await findWaiting(configuration, reglament, now);
  if (options.json === true) terminal.printJson(report);
  else terminal.print(waitingInWords(report, reglament.calendar.zone, terminal));
  return FINE;
}
