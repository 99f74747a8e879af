import { Command, CommanderError, Option } from 'commander';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { type FaultCode, isFault } from '#faults.ts';
import { preferSmallMemory } from '#small-memory.ts';
import { type CommonOptions, terminalFor } from './common.ts';
import { type ExitCode, FINDINGS, FINE, TROUBLE, USAGE } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';
import { UsageError } from './usage.ts';

/** Runs one command and tells with what the process ends. Each command's code is loaded only when it is called. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = FINE;
  const program = buildProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : USAGE;
    throw error;
  }
}

type Run<Options> = (options: Options, terminal: Terminal) => ExitCode | Promise<ExitCode>;

function buildProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('reglament')
    .description('Support policy as code for Jira Service Management')
    .exitOverride()
    .showHelpAfterError('(reglament --help tells what there is)');

  const command = <Options extends CommonOptions>(
    signature: string,
    about: string,
    load: () => Promise<Run<Options>>,
    shape: (command: Command) => Command = (plain) => plain,
    visibility: { readonly hidden: boolean } = { hidden: false },
  ) => {
    const sub = program.command(signature, visibility).description(about).exitOverride();
    withCommonOptions(shape(sub)).action(async (...given: unknown[]) => {
      const [argument] = given;
      const options = {
        ...sub.opts<Options>(),
        ...(typeof argument === 'string' ? { argument } : {}),
        ...(Array.isArray(argument) ? { paths: argument as readonly string[] } : {}),
      };
      const terminal = terminalFor(options);
      end(await outcome(async () => (await load())(options, terminal), options, terminal));
    });
  };

  command(
    'check',
    'validate policies, messages, calendars and configuration',
    async () => (await import('./commands/check.ts')).runCheck,
    (sub) =>
      sub
        .argument('[paths...]', 'only findings in these files or folders')
        .addOption(
          new Option('--format <format>', 'how findings are printed').choices(['text', 'json', 'github']),
        )
        .addOption(
          new Option('--write-schemas', 'write the JSON Schemas for editors to config/schemas').hideHelp(),
        ),
  );
  command(
    'explain [key]',
    'decide one ticket and say why; writes nothing',
    async () => (await import('./commands/explain.ts')).runExplain,
    (sub) =>
      sub
        .option('--ticket <file>', "one issue as Jira's REST gives it, instead of a key")
        .option(
          '--event <name>',
          'what happened (created, replied, answered, noted, transitioned, edited, timePassed)',
          'timePassed',
        )
        .option('--at <instant>', 'judge at this instant; history after it is invisible'),
  );
  command(
    'deadline',
    'count business time',
    async () => (await import('./commands/deadline.ts')).runDeadline,
    (sub) =>
      sub
        .requiredOption('--from <instant>', 'the event from which is counted, with its offset')
        .requiredOption('--business-days <number>', 'how many business days')
        .option('--zone <zone>', 'IANA time zone')
        .option('--region <region>', 'region with days off of its own, for instance RU-CU')
        .addOption(
          new Option('--decreed <how>', 'days declared non-working by decree').choices([
            'working',
            'nonworking',
          ]),
        )
        .option('--day-end <time>', 'when the last day ends: 24:00 or a time of day'),
  );
  command(
    'serve',
    'the service: hears Jira, sweeps, acts',
    async () => {
      preferSmallMemory();
      return (await import('./commands/serve.ts')).runServe;
    },
    (sub) =>
      sub
        .option('--port <port>', 'instead of the configured port')
        .addOption(new Option('--until-stdin-closes').hideHelp()),
  );
  command(
    'sweep',
    'one sweep now',
    async () => (await import('./commands/sweep.ts')).runSweep,
    (sub) => sub.option('--dry-run', 'only say what would be done'),
  );
  command(
    'demo',
    'the service on a Jira of its own: some weeks of a desk on a fast clock',
    async () => (await import('./commands/demo.ts')).runDemo,
    (sub) =>
      sub
        .option('--once', 'end when the weeks are over')
        .addOption(new Option('--flavour <flavour>', 'which Jira is played').choices(['cloud']))
        .option('--rivals', "with Jira's own automations switched on, which get in the way"),
  );
  command(
    'simulate',
    '',
    async () => (await import('./commands/simulate.ts')).runSimulate,
    (sub) => sub.requiredOption('--starts-at <instant>'),
    { hidden: true },
  );
  return program;
}

function withCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON only')
    .option('--config <file>', 'configuration (default: config/reglament.json)')
    .option('--rules <folder>', 'rules folder (default: rules)')
    .addOption(new Option('--lang <language>', 'language of what is printed').choices(['ru', 'en']))
    .option('--quiet', 'no progress and remarks');
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
  else terminal.complain(`${code}: ${words[terminal.language]}`);
}

const FINDING_FAULTS: readonly FaultCode[] = ['RGL9002', 'RGL9003', 'RGL9005'];
const INPUT_FAULTS: readonly FaultCode[] = ['RGL9001', 'RGL9004', 'RGL9006', 'RGL9007'];

function exitCodeOf(code: FaultCode): ExitCode {
  if (FINDING_FAULTS.includes(code)) return FINDINGS;
  return INPUT_FAULTS.includes(code) ? USAGE : TROUBLE;
}
