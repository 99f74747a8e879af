import { CommanderError } from 'commander';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { type FaultCode, isFault } from '#faults.ts';
import { readEnvironment } from '#settings.ts';
import { type CommonOptions, languageOf, terminalFor } from './common.ts';
import { type ExitCode, FINDINGS, FINE, TROUBLE, USAGE } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';
import { buildProgram } from './program.ts';
import { UsageError } from './usage.ts';

/** Runs one command and tells with what the process ends. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = FINE;
  const program = buildProgram(languageOf(namedLanguage(argv), readEnvironment()), async (load, options) => {
    const terminal = terminalFor(options);
    exitCode = await outcome(async () => (await load())(options, terminal), options, terminal);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : USAGE;
    throw error;
  }
}

/** The help and what is said of a wrong call need the language before the call is understood. */
function namedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.indexOf('--lang');
  return index === -1
    ? argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
    : argv[index + 1];
}

/** Turns what went wrong into one clear sentence and an exit code; anything unforeseen keeps its stack. */
async function outcome(
  run: () => ExitCode | Promise<ExitCode>,
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UsageError) {
      complain(options, terminal, 'usage', error.words);
      return USAGE;
    }
    if (!isFault(error)) throw error;
    complain(options, terminal, error.code, error.words);
    return exitCodeOf(error.code);
  }
}

function complain(options: CommonOptions, terminal: Terminal, code: string, words: Bilingual): void {
  if (options.json === true)
    terminal.printJson({ error: { code, message: words[terminal.machineLanguage] } });
  // A wrong call is told plainly; the code of a fault can be looked up.
  else terminal.complain(`${code === 'usage' ? '' : `${code}: `}${words[terminal.language]}`);
}

const FINDING_FAULTS: readonly FaultCode[] = ['RGL9002', 'RGL9003', 'RGL9005'];
const INPUT_FAULTS: readonly FaultCode[] = ['RGL9001', 'RGL9004', 'RGL9006', 'RGL9007'];

function exitCodeOf(code: FaultCode): ExitCode {
  if (FINDING_FAULTS.includes(code)) return FINDINGS;
  return INPUT_FAULTS.includes(code) ? USAGE : TROUBLE;
}
