import { Option } from 'commander';
import { preferSteadyMemory } from '#small-memory.ts';
import type { CommandList } from './command-list.ts';

/** What an admin asks: nothing of it writes, nothing of it goes on running. */
export function addAskingCommands({ command, words }: CommandList): void {
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
        .option(
          '--coverage',
          words(
            'какие пункты, правила и условия сценарии проверили, а какие нет',
            'which clauses, rules and conditions the scenarios prove, and which they do not',
          ),
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
    'read [file]',
    {
      ru: 'прочитать письма: что в них понято и по каким словам; ничего не меняет',
      en: 'read letters: what is understood, and from which words; writes nothing',
    },
    async () => {
      preferSteadyMemory();
      return (await import('./commands/read.ts')).runRead;
    },
  );
  command(
    'docs',
    {
      ru: 'правила для клиентов: текст, сроки с примерами, письма – из самой политики',
      en: 'the rules for customers: text, worked dates and letters, from the policy itself',
    },
    async () => (await import('./commands/docs.ts')).runDocs,
    (sub) =>
      sub.option(
        '--at <instant>',
        words('от какого дня считать примеры', 'from which day the examples are counted'),
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
    'waiting',
    {
      ru: 'обращения, которые ждут клиента без вопроса; ничего не меняет',
      en: 'tickets that wait for the customer although nothing was asked; writes nothing',
    },
    async () => (await import('./commands/waiting.ts')).runWaiting,
  );
}
