import { startService } from '#app/start-service.ts';
import {
  type CommonOptions,
  compiledRules,
  loadConfiguration,
  modesAreWrong,
  rulesPath,
} from '#cli/common.ts';
import { type ExitCode, FINDINGS, FINE, TROUBLE } from '#cli/exit-codes.ts';
import { printDiagnostics } from '#cli/print/diagnostics.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { UsageError } from '#cli/usage.ts';
import { openLog } from '#log.ts';
import { currentRules } from '#policies/current-rules.ts';
import { readEnvironment } from '#settings.ts';
import { stdinClosed } from '#stdin-closed.ts';

export interface ServeOptions extends CommonOptions {
  readonly port?: string;
  readonly untilStdinCloses?: boolean;
}

/** A stop that takes longer than this is given up: what is left undone is found again at the next start. */
const LONGEST_STOP_MILLISECONDS = 15_000;

/** `reglament serve`: runs until it is told to stop. */
export async function runServe(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  const environment = readEnvironment();
  const port = options.port === undefined ? undefined : readPort(options.port);
  const configuration = loadConfiguration(options, terminal);
  const log = openLog(environment.logFile);
  const load = () => compiledRules(options);
  const first = load();
  if (first.diagnostics.length > 0) {
    printDiagnostics({ ...terminal, print: terminal.complain }, first.diagnostics, 'text');
  }
  const rules = currentRules(rulesPath(options), load, log);
  try {
    if (modesAreWrong(options, rules.reglament(), terminal)) return FINDINGS;
    // Whoever reads the address may stop us at once, and nobody waits for the end of a start to do so.
    const signalled = stopSignal();
    const service = await startService({
      configuration,
      rules,
      log,
      ...(port === undefined ? {} : { port }),
      ...(environment.deskClockAt === undefined
        ? {}
        : { deskClockAt: Temporal.Instant.from(environment.deskClockAt) }),
    });
    terminal.printJson({ url: service.url });
    process.on('SIGHUP', rules.reload);
    const because = await (options.untilStdinCloses === true
      ? Promise.race([signalled, stdinClosed().then(() => 'standard input closed')])
      : signalled);
    log.info('stopping', { because });
    return (await inTime(service.stop())) ? FINE : TROUBLE;
  } finally {
    rules.close();
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError({ ru: `--port: «${text}» – не порт`, en: `--port: "${text}" is no port` });
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

async function inTime(stop: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const overrun = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_STOP_MILLISECONDS);
  });
  const stopped = await Promise.race([stop.then(() => true), overrun]);
  clearTimeout(timer);
  // Whatever still holds the process open must not keep it from ending.
  if (!stopped) setTimeout(() => process.exit(TROUBLE), 0).unref();
  return stopped;
}
