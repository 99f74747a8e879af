import { Command, Option } from 'commander';
import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import { preferSmallMemory } from '#small-memory.ts';
import { errorInWords, HELP_TITLES, HELP_WORDS } from './commander-words.ts';
import type { CommonOptions } from './common.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';

export type Run<Options> = (options: Options, terminal: Terminal) => ExitCode | Promise<ExitCode>;

/** Runs a command that was asked for, with its options. */
export type Perform = <Options extends CommonOptions>(
  load: () => Promise<Run<Options>>,
  options: Options,
) => Promise<void>;

/** All commands, in the language of the reader. Each command's code is loaded only when it is called. */
export function buildProgram(language: Language, perform: Perform): Command {
  const words = (ru: string, en: string) => ({ ru, en })[language];
  const program = new Command('reglament')
    .description(
      words(
        'Политика поддержки как код для Jira Service Management',
        'Support policy as code for Jira Service Management',
      ),
    )
    .exitOverride()
    .helpOption('-h, --help', HELP_WORDS.option[language])
    .helpCommand('help [command]', HELP_WORDS.command[language])
    .configureHelp({ styleTitle: (title) => HELP_TITLES[language][title] ?? title })
    .configureOutput({ outputError: (text, write) => write(errorInWords(text, language)) })
    .showHelpAfterError(words('(reglament --help – что есть)', '(reglament --help tells what there is)'));

  const command = <Options extends CommonOptions>(
    signature: string,
    about: Bilingual,
    load: () => Promise<Run<Options>>,
    shape: (command: Command) => Command = (plain) => plain,
    visibility: { readonly hidden: boolean } = { hidden: false },
  ) => {
    const sub = program
      .command(signature, visibility)
      .description(about[language])
      .helpOption('-h, --help', HELP_WORDS.option[language])
      .exitOverride();
    withCommonOptions(shape(sub), language).action(async (...given: unknown[]) => {
      const [argument] = given;
      await perform(load, {
        ...sub.opts<Options>(),
        ...(typeof argument === 'string' ? { argument } : {}),
        ...(Array.isArray(argument) ? { paths: argument as readonly string[] } : {}),
      });
    });
  };

  command(
    'check',
    {
      ru: 'проверить политику, тексты, календари и настройки',
      en: 'validate policies, messages, calendars and configuration',
    },
    async () => (await import('./commands/check.ts')).runCheck,
    (sub) =>
      sub
        .argument(
          '[paths...]',
          words('замечания только к этим файлам или папкам', 'only findings in these files or folders'),
        )
        .addOption(
          new Option(
            '--format <format>',
            words('как печатать замечания', 'how findings are printed'),
          ).choices(['text', 'json', 'github']),
        )
        .addOption(new Option('--write-schemas').hideHelp()),
  );
  command(
    'test',
    {
      ru: 'проиграть сценарии из rules/scenarios: держится ли политика',
      en: 'play the scenarios in rules/scenarios: does the policy keep its word',
    },
    async () => (await import('./commands/test.ts')).runTest,
    (sub) =>
      sub
        .option(
          '--scenario <name>',
          words('только с этими словами в названии', 'only those whose name holds this'),
        )
        .addOption(
          new Option('--format <format>', words('как печатать исход', 'how the outcome is printed')).choices([
            'text',
            'json',
            'junit',
          ]),
        ),
  );
  command(
    'explain [key]',
    {
      ru: 'решить по одному обращению и сказать почему; ничего не меняет',
      en: 'decide one ticket and say why; writes nothing',
    },
    async () => (await import('./commands/explain.ts')).runExplain,
    (sub) =>
      sub
        .option(
          '--ticket <file>',
          words(
            'обращение, каким его отдаёт REST Jira, вместо ключа',
            "one issue as Jira's REST gives it, instead of a key",
          ),
        )
        .option(
          '--event <name>',
          words('что произошло', 'what happened') +
            ' (created, replied, answered, noted, transitioned, edited, timePassed)',
          'timePassed',
        )
        .option(
          '--at <instant>',
          words(
            'решать на этот момент; что было позже, не видно',
            'judge at this instant; history after it is invisible',
          ),
        ),
  );
  command(
    'deadline',
    { ru: 'посчитать рабочее время', en: 'count business time' },
    async () => (await import('./commands/deadline.ts')).runDeadline,
    (sub) =>
      sub
        .option(
          '--from <instant>',
          words(
            'событие, от которого считать, со смещением пояса',
            'the event from which is counted, with its offset',
          ),
        )
        .option('--business-days <number>', words('сколько рабочих дней', 'how many business days'))
        .option('--zone <zone>', words('часовой пояс IANA', 'IANA time zone'))
        .option(
          '--region <region>',
          words(
            'регион со своими выходными, например RU-CU',
            'region with days off of its own, for instance RU-CU',
          ),
        )
        .addOption(
          new Option(
            '--decreed <how>',
            words('нерабочие дни по указу', 'days declared non-working by decree'),
          ).choices(['working', 'nonworking']),
        )
        .option(
          '--day-end <time>',
          words(
            'когда кончается последний день: 24:00 или время',
            'when the last day ends: 24:00 or a time of day',
          ),
        ),
  );
  command(
    'serve',
    { ru: 'служба: слышит Jira, смотрит сроки, действует', en: 'the service: hears Jira, sweeps, acts' },
    async () => {
      preferSmallMemory();
      return (await import('./commands/serve.ts')).runServe;
    },
    (sub) =>
      sub
        .option('--port <port>', words('вместо порта из настроек', 'instead of the configured port'))
        .addOption(new Option('--until-stdin-closes').hideHelp()),
  );
  command(
    'sweep',
    { ru: 'один обход прямо сейчас', en: 'one sweep now' },
    async () => (await import('./commands/sweep.ts')).runSweep,
    (sub) =>
      sub.option('--dry-run', words('только показать, что было бы сделано', 'only say what would be done')),
  );
  command(
    'stop',
    {
      ru: 'остановить всё: в Jira больше ничего не делается',
      en: 'stop everything: nothing more is done in Jira',
    },
    async () => (await import('./commands/stop.ts')).runStop,
    (sub) => sub.option('--reason <text>', words('почему, для тех, кто увидит', 'why, for whoever sees it')),
  );
  command(
    'resume',
    {
      ru: 'продолжить после stop; что устарело, решается заново',
      en: 'go on after stop; what has grown old is judged again',
    },
    async () => (await import('./commands/stop.ts')).runResume,
  );
  command(
    'waiting',
    {
      ru: 'обращения, которые ждут клиента без вопроса; ничего не меняет',
      en: 'tickets that wait for the customer although nothing was asked; writes nothing',
    },
    async () => (await import('./commands/waiting.ts')).runWaiting,
  );
  command(
    'demo',
    {
      ru: 'служба на учебной Jira: три недели поддержки на быстрых часах',
      en: 'the service on a Jira of its own: some weeks of a desk on a fast clock',
    },
    async () => (await import('./commands/demo.ts')).runDemo,
    (sub) =>
      sub
        .option('--once', words('закончить, когда недели прошли', 'end when the weeks are over'))
        .option('--story <number...>', words('только эти истории', 'only these stories'))
        .option(
          '--mails [folder]',
          words(
            'показать письма, какими их получили клиенты; с папкой – ещё и записать туда',
            'show the mails as customers got them; with a folder, write them there too',
          ),
        )
        .option('--fast', words('не ждать, пока прочтут', 'do not wait for the reader'))
        .addOption(
          new Option('--flavour <flavour>', words('какую Jira играть', 'which Jira is played')).choices([
            'cloud',
          ]),
        )
        .option(
          '--rivals',
          words(
            'с включённой автоматикой самой Jira, которая мешает',
            "with Jira's own automations switched on, which get in the way",
          ),
        ),
  );
  command(
    'simulate',
    { ru: '', en: '' },
    async () => (await import('./commands/simulate.ts')).runSimulate,
    (sub) =>
      sub
        .requiredOption('--starts-at <instant>')
        .addOption(new Option('--flavour <flavour>').choices(['cloud', 'data-center', 'data-center-9'])),
    { hidden: true },
  );
  return program;
}

function withCommonOptions(command: Command, language: Language): Command {
  const words = (ru: string, en: string) => ({ ru, en })[language];
  return command
    .option('--json', words('печатать только JSON', 'print JSON only'))
    .option(
      '--config <file>',
      words('настройки (обычно config/reglament.json)', 'configuration (default: config/reglament.json)'),
    )
    .option('--rules <folder>', words('папка правил (обычно rules)', 'rules folder (default: rules)'))
    .addOption(
      new Option(
        '--lang <language>',
        words('язык того, что печатается', 'language of what is printed'),
      ).choices(['ru', 'en']),
    )
    .option('--quiet', words('без хода работы и замечаний', 'no progress and remarks'));
}
