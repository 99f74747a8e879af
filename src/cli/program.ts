import { Command, Option } from 'commander';
import type { Language } from '#core/calendar/bilingual.ts';
import { addAskingCommands } from './asking-commands.ts';
import type { AddCommand, Perform } from './command-list.ts';
import { errorInWords, HELP_TITLES, HELP_WORDS } from './commander-words.ts';
import { addRunningCommands } from './running-commands.ts';

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

  const command: AddCommand = (
    signature,
    about,
    load,
    shape = (plain) => plain,
    { hidden } = { hidden: false },
  ) => {
    const sub = program
      .command(signature, { hidden })
      .description(about[language])
      .helpOption('-h, --help', HELP_WORDS.option[language])
      .exitOverride();
    withCommonOptions(shape(sub), language).action(async (...given: unknown[]) => {
      const [argument] = given;
      await perform(load, {
        ...sub.opts(),
        ...(typeof argument === 'string' ? { argument } : {}),
        ...(Array.isArray(argument) ? { paths: argument as readonly string[] } : {}),
      });
    });
  };

  addAskingCommands({ command, words });
  addRunningCommands({ command, words });
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
