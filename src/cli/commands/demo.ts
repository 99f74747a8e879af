import path from 'node:path';
import { type CommonOptions, configurationFile, loadAll, locate, rulesPath } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { styled, type Terminal } from '#cli/print/terminal.ts';
import { UsageError } from '#cli/usage.ts';
import { BOT, signInOf } from '#demo/cast.ts';
import { chooseStories } from '#demo/choose-stories.ts';
import { ALL_RIVALS, USUAL_RIVALS } from '#demo/demo-rivals.ts';
import { writeMails } from '#demo/mailbox.ts';
import { printMailboxes } from '#demo/mailboxes.ts';
import { pacedPage } from '#demo/paced-page.ts';
import type { Ink, Page } from '#demo/page.ts';
import type { DemoReport } from '#demo/report.ts';
import { keepTime, type PlayedDemo, playDemo } from '#demo/run-demo.ts';
import { type OpenedStage, openStage } from '#demo/stage.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT } from '#demo/stories/all.ts';

export interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
  readonly rivals?: boolean;
  readonly fast?: boolean;
  /** Numbers of the stories to play. */
  readonly story?: readonly string[];
  /** Print what customers got; with a folder, write it there as well. */
  readonly mails?: true | string;
}

/** `reglament demo`: the service on a Jira of its own, through some weeks of a desk; then it keeps serving. */
export async function runDemo(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
  const chosen = chooseStories(options.story ?? []);
  if (chosen.kind === 'unknown') throw new UsageError(chosen.why);
  const demo = { ...options, config: options.config ?? locate(undefined, path.join('config', 'demo.json')) };
  // What the author got wrong is said before anything is started.
  loadAll(demo, terminal);
  const stage = await openStage({
    language: terminal.language,
    configuration: configurationFile(demo),
    rules: rulesPath(demo),
    startsAt: DEMO_STARTS_AT,
    rivals: options.rivals === true ? ALL_RIVALS : USUAL_RIVALS,
  });
  const stopped = firstSignal();
  try {
    const { configurationFile: config } = stage.service;
    const { reglament, configuration } = loadAll({ ...demo, config, rules: stage.rules }, terminal);
    const page = options.json === true ? undefined : pageFor(terminal, options.fast === true);
    for (const line of WELCOME[terminal.language]) page?.print(line);
    const { programme } = chosen;
    const played = await Promise.race([
      playDemo({ stage, reglament, configuration, programme, page }),
      stopped,
    ]);
    if (played === undefined) return FINE;
    giveMails(played, options, page, terminal, reglament.calendar.zone);
    if (options.once === true) return FINE;
    page?.print(serving(terminal, stage, played.report));
    const time = keepTime(stage, reglament.calendar.zone);
    await stopped;
    await time.stop();
    return FINE;
  } finally {
    await stage.close();
  }
}

/** The report for programs, with the mails where they are wanted; the mails for people, on the page and as files. */
function giveMails(
  { report, mails }: PlayedDemo,
  { json, mails: wanted }: DemoOptions,
  page: Page | undefined,
  terminal: Terminal,
  zone: string,
): void {
  if (json === true) terminal.printJson(wanted === undefined ? report : { ...report, mails });
  if (wanted === undefined) return;
  if (page !== undefined) printMailboxes(page, report, mails, zone);
  if (typeof wanted !== 'string') return;
  writeMails(wanted, mails, zone, terminal.language);
  terminal.remark(WRITTEN[terminal.language](mails.length, wanted));
}

const WRITTEN = {
  ru: (count: number, folder: string) => `Письма клиентам – в папке ${folder}: ${count}`,
  en: (count: number, folder: string) => `Mails to customers are in the folder ${folder}: ${count}`,
} as const;

const WELCOME = {
  ru: [
    'Служба поддержки, три недели: с 15 февраля по 10 марта 2027 г. Jira – учебная; служба, правила и письма – настоящие.',
    'Лебедева Ольга и Соколов Игорь – сотрудники, Регламент – программа, которая следит за правилами, остальные – клиенты.',
    '✉ – клиент получил письмо. Суббота 20 февраля рабочая; 22–23 февраля и 8 марта – выходные.',
  ],
  en: [
    'A support desk, three weeks: 15 February to 10 March 2027. The Jira is a model; the service, the rules and the letters are real.',
    'Olga Lebedeva and Igor Sokolov are agents, Reglament is the program that keeps the rules, all others are customers.',
    '✉ means that a customer got a mail. Saturday 20 February is a working day; 22–23 February and 8 March are days off.',
  ],
} as const;

function serving({ language }: Terminal, { service, jiraUrl }: OpenedStage, report: DemoReport): string {
  const url = service.url();
  const { email, token } = signInOf(BOT);
  const { key, at } = lateReply(report);
  const ask = [
    `JIRA_USER=${email} JIRA_TOKEN=${token} npx reglament explain ${key} --event replied`,
    `--at ${at} --config ${service.configurationFile}`,
  ].join(' \\\n      ');
  return language === 'ru'
    ? `\nСлужба работает дальше: ${url}/readyz, ${url}/metrics; учебная Jira – ${jiraUrl}.\nСпросить, почему с обращением поступили так (в другом окне):\n  ${ask}\nCtrl+C – закончить.`
    : `\nThe service keeps serving: ${url}/readyz, ${url}/metrics; the model Jira is at ${jiraUrl}.\nTo ask why a request was treated so (in another window):\n  ${ask}\nCtrl+C ends it.`;
}

/** A reply that came too late: where most is to be explained. */
function lateReply({ tickets }: DemoReport): { readonly key: string; readonly at: string } {
  for (const { key, effects } of tickets) {
    const opened = effects.find(({ kind }) => kind === 'openTicket');
    if (opened !== undefined) return { key, at: opened.at };
  }
  const { key = '', effects = [] } = tickets[0] ?? {};
  return { key, at: effects[0]?.at ?? DEMO_ENDS_AT.toString() };
}

function pageFor(terminal: Terminal, fast: boolean): Page {
  const { language, print } = terminal;
  const page = { language, print, paint: (ink: Ink, text: string) => styled(terminal, ink, text) };
  const isWatched = !fast && process.stdout.isTTY === true;
  return isWatched ? pacedPage(page) : { ...page, breathe: async () => undefined };
}

function firstSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
}
