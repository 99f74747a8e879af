import { Option } from 'commander';
import { preferSmallMemory } from '#small-memory.ts';
import type { CommandList } from './command-list.ts';

/** What runs something or steers what runs: the service, one sweep, the demo. */
export function addRunningCommands({ command, words }: CommandList): void {
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
}
