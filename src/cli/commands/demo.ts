import path from 'node:path';
import { type CommonOptions, configurationFile, loadAll, locate, rulesPath } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { styled, type Terminal } from '#cli/print/terminal.ts';
import { BOT, signInOf } from '#demo/cast.ts';
import type { Page } from '#demo/page.ts';
import type { DemoReport } from '#demo/report.ts';
import { keepTime, playStories } from '#demo/run-demo.ts';
import { ALL_RIVALS, type OpenedStage, openStage, USUAL_RIVALS } from '#demo/stage.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT } from '#demo/stories/all.ts';

export interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
  readonly rivals?: boolean;
}

/** `reglament demo`: the service on a Jira of its own, through some weeks of a desk; then it keeps serving. */
export async function runDemo(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
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
    const page = options.json === true ? undefined : pageOf(terminal);
    page?.print(WELCOME[terminal.language]);
    const report = await Promise.race([playStories({ stage, reglament, configuration, page }), stopped]);
    if (report === undefined) return FINE;
    if (options.json === true) terminal.printJson(report);
    if (options.once === true) return FINE;
    page?.print(serving(terminal, stage, report));
    const time = keepTime(stage, reglament.calendar.zone);
    await stopped;
    await time.stop();
    return FINE;
  } finally {
    await stage.close();
  }
}

const WELCOME = {
  ru: 'Служба поддержки, три недели: с 15 февраля по 10 марта 2027 г. Jira – учебная, служба, правила и письма – настоящие.',
  en: 'A support desk, three weeks: 15 February to 10 March 2027. The Jira is a model; the service, the rules and the letters are real.',
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

/** People get a little time to read; a file or a pipe does not need it. */
const READING_MILLISECONDS_A_LINE = 60;

function pageOf(terminal: Terminal): Page {
  let unread = 0;
  return {
    language: terminal.language,
    print(line) {
      unread += 1;
      terminal.print(line);
    },
    paint: (ink, text) => styled(terminal, ink, text),
    async breathe() {
      const pause = process.stdout.isTTY === true ? unread * READING_MILLISECONDS_A_LINE : 0;
      unread = 0;
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    },
  };
}

function firstSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
}
