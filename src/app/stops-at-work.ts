import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { StopsSince } from '#evaluation/ports.ts';
import type { Log } from '#log.ts';
import type { ControlState, ControlTicket } from '#operations/control-ticket.ts';
import { killSwitch, readStopNote, type StopNote } from '#operations/kill-switch.ts';
import { singleFlight } from '#single-flight.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { type StopCause, type StopStore, stopStore } from '#store/stops.ts';
import type { ConnectedJira } from './connect-jira.ts';
import { controlAtWork } from './control-at-work.ts';
import { isDowntime } from './downtime.ts';
import { guardedTask } from './guarded-task.ts';

/** So often it is written down that we run. */
const BEAT = Temporal.Duration.from({ minutes: 1 });

/** By what everything is stopped now; nothing in it: we work. */
export interface StopReport {
  readonly stopped: boolean;
  readonly file?: StopNote;
  readonly ticket?: ControlState & { readonly key: string };
}

/** Everything by which we are stopped, and the stretches in which we were. */
export interface Stops {
  readonly isStopped: () => boolean;
  readonly report: () => StopReport;
  readonly control: ControlTicket | undefined;
  readonly since: StopsSince;
  /** Somebody has changed the control ticket: a stop begins now, and not when somebody looks next. */
  readonly controlChanged: () => Promise<void>;
  /** Writes down what has begun or ended since the last time, and that we run. */
  readonly watch: () => Promise<void>;
  /** Resolves when nothing is being written down. */
  readonly settled: () => Promise<void>;
  /** The desk's clock is about to be moved: that is no time in which we did not run. */
  readonly leap: (to: Temporal.Instant) => Promise<void>;
}

/** Ties what stops us to the store and to Jira, and writes down how long we were away. */
export async function openStops(
  configuration: Configuration,
  jira: ConnectedJira,
  opened: OpenedStore,
  rest: Pick<StopsParts, 'deskClock' | 'reglament' | 'log'>,
): Promise<Stops> {
  const control = await controlAtWork(configuration, jira, opened, rest.log);
  const stops = stopsAtWork({
    ...rest,
    file: configuration.killSwitch,
    controlKey: configuration.control.ticket,
    control,
    store: stopStore(opened.db),
  });
  await control?.fresh();
  await stops.watch();
  return stops;
}

export interface StopsParts {
  readonly file: string;
  readonly controlKey: string | undefined;
  readonly control: ControlTicket | undefined;
  readonly store: StopStore;
  readonly deskClock: Clock;
  readonly reglament: () => Reglament;
  readonly log: Log;
}

export function stopsAtWork(parts: StopsParts): Stops {
  const { file, control, controlKey, store, deskClock, log } = parts;
  const byFile = killSwitch(file);
  const now: Record<'file' | 'ticket', () => boolean> = {
    file: byFile,
    ticket: () => control?.isStopped() === true,
  };
  const known = new Map<StopCause, boolean>();
  const note = async (cause: 'file' | 'ticket') => {
    const stopped = now[cause]();
    if (known.get(cause) === stopped) return;
    await (stopped ? store.begin(cause, deskClock.now()) : store.end(cause, deskClock.now()));
    if (stopped) log.warn('everything is stopped', { by: cause });
    else if (known.has(cause)) log.info('no longer stopped', { by: cause });
    known.set(cause, stopped);
  };
  let beaten: Temporal.Instant | undefined;
  const flight = singleFlight(() =>
    guardedTask(log, 'the watch over stops', async () => {
      await note('file');
      await note('ticket');
      const at = deskClock.now();
      if (beaten !== undefined && Temporal.Instant.compare(beaten.add(BEAT), at) > 0) return;
      await noteDowntime(parts, beaten ?? (await store.lastBeat()), at);
      await store.beat(at);
      beaten = at;
    }),
  );
  const watch = async () => {
    flight.nudge();
    await flight.settled();
  };
  return {
    isStopped: () => byFile() || now.ticket(),
    report() {
      const fileNote = readStopNote(file);
      const ticket = control?.state();
      return {
        stopped: byFile() || now.ticket(),
        ...(fileNote === undefined ? {} : { file: fileNote }),
        ...(ticket?.stopped === true && controlKey !== undefined
          ? { ticket: { key: controlKey, ...ticket } }
          : {}),
      };
    },
    control,
    since: store.since,
    async controlChanged() {
      control?.changed();
      await control?.fresh();
      await watch();
    },
    watch,
    settled: flight.settled,
    async leap(to) {
      await store.beat(to);
      beaten = to;
    },
  };
}

/** A machine that slept is as good as one that was off. */
async function noteDowntime(
  { store, reglament, log }: StopsParts,
  last: Temporal.Instant | undefined,
  at: Temporal.Instant,
): Promise<void> {
  if (last === undefined || !isDowntime(reglament().calendar, last, at)) return;
  await store.add('downtime', last, at);
  log.warn('the service did not run for a while; nobody is closed on a day that ended meanwhile', {
    from: last.toString(),
    to: at.toString(),
  });
}
