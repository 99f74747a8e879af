import { hostname, userInfo } from 'node:os';
import { isHeld } from '#app/look-at-store.ts';
import type { StopReport } from '#app/stops-at-work.ts';
import { type CommonOptions, loadConfiguration, shownPath } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { stopInWords } from '#cli/print/stop-text.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { machineClock, machineZone } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { readStopNote, removeStopNote, writeStopNote } from '#operations/kill-switch.ts';

export interface StopOptions extends CommonOptions {
  readonly reason?: string;
}

/** `reglament stop`: nothing more is done in Jira, by the running service or by any that starts later. */
export async function runStop(options: StopOptions, terminal: Terminal): Promise<ExitCode> {
  const configuration = loadConfiguration(options, terminal);
  const { reason } = options;
  const note = { by: whoAsks(), ...(reason === undefined ? {} : { reason }) };
  // The file is made first, by us: it holds whatever the service has to say.
  writeStopNote(configuration.killSwitch, { at: machineClock.now().toString(), ...note });
  const told = await tellService(configuration, 'stop', note);
  print(options, terminal, configuration, told, 'stop');
  return FINE;
}

/** `reglament resume`: takes the file away again; a label on the control ticket is taken off in Jira. */
export async function runResume(options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const configuration = loadConfiguration(options, terminal);
  removeStopNote(configuration.killSwitch);
  print(options, terminal, configuration, await tellService(configuration, 'resume', {}), 'resume');
  return FINE;
}

/** @returns `undefined` when no service runs here */
async function tellService(
  configuration: Configuration,
  act: 'stop' | 'resume',
  body: object,
): Promise<StopReport | undefined> {
  // A killed service leaves its address behind, but not its hold on the store.
  const service = isHeld(configuration.store) ? serviceAddress(configuration.store) : undefined;
  if (service === undefined) return undefined;
  return (await askService(service, 'POST', act, body)) as unknown as StopReport;
}

function whoAsks(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A container may run as a user who has no name.
    return hostname();
  }
}

const WORDS = {
  ru: {
    stopped: 'Остановлено',
    still: 'Всё ещё остановлено',
    resume: 'Продолжить: reglament resume.',
    takeOff: (key: string, label: string) => `Чтобы продолжить, снимите с ${key} метку ${label}.`,
    free: 'Ничего не остановлено.',
    file: 'файл',
    noService: 'Служба здесь не запущена.',
    holds: 'Файл подействует на ту, что запустится.',
    control: (key: string, label: string) =>
      `Если на ${key} стоит метка ${label}, служба ничего не сделает и после запуска.`,
  },
  en: {
    stopped: 'Stopped',
    still: 'Still stopped',
    resume: 'To go on: reglament resume.',
    takeOff: (key: string, label: string) => `To go on, take the label ${label} off ${key}.`,
    free: 'Nothing is stopped.',
    file: 'file',
    noService: 'No service runs here.',
    holds: 'The file will hold for one that starts.',
    control: (key: string, label: string) =>
      `If ${key} bears the label ${label}, a service that starts does nothing either.`,
  },
} as const;

function print(
  { json }: CommonOptions,
  terminal: Terminal,
  { killSwitch, control }: Configuration,
  told: StopReport | undefined,
  asked: 'stop' | 'resume',
): void {
  const file = readStopNote(killSwitch);
  const report = told ?? { stopped: file !== undefined, ...(file === undefined ? {} : { file }) };
  if (json === true) {
    terminal.printJson({ ...report, killSwitch: shownPath(killSwitch), service: told !== undefined });
    return;
  }
  const words = WORDS[terminal.language];
  const place = report.file === undefined ? '' : ` (${words.file}: ${shownPath(killSwitch)})`;
  const head = asked === 'resume' ? words.still : words.stopped;
  terminal.print(
    report.stopped ? `${head}: ${stopInWords(report, machineZone(), terminal.language)}${place}` : words.free,
  );
  if (report.file !== undefined) terminal.remark(words.resume);
  if (report.ticket !== undefined) terminal.remark(words.takeOff(report.ticket.key, control.stopLabel));
  if (told === undefined) {
    terminal.remark(report.file === undefined ? words.noService : `${words.noService} ${words.holds}`);
    if (control.ticket !== undefined) terminal.remark(words.control(control.ticket, control.stopLabel));
  }
}
