import type { Act, AdminAct } from './act.ts';
import type { AdminAtWork } from './admin-at-work.ts';
import { BOT } from './cast.ts';
import type { SimulatorControl } from './jira-door.ts';
import type { PeopleAtWork } from './people-at-work.ts';
import type { ServiceProcess } from './service-process.ts';

export interface Stage {
  readonly simulator: SimulatorControl;
  readonly service: ServiceProcess;
  readonly people: PeopleAtWork;
  readonly admin: AdminAtWork;
  /** The zone in which the acts' times are written. */
  readonly zone: string;
  /** Called whenever everything has come to rest. */
  readonly onRest: (now: Temporal.Instant) => Promise<void>;
  /** Called when an act was done, before anything came of it has been waited for. */
  readonly onAct?: (act: Act, key: string, now: Temporal.Instant) => Promise<void>;
  /** Called when the administrator has done something, and the service knows of it. */
  readonly onAdmin?: (act: AdminAct, now: Temporal.Instant) => Promise<void>;
}

/** Nothing takes longer than this to come to rest. */
const LONGEST_UNREST_MILLISECONDS = 60_000;
const LOOK_AGAIN_MILLISECONDS = 10;
/** A service that has not acted by then is killed all the same. */
const LONGEST_ACT_MILLISECONDS = 5_000;

/**
 * Lets the acts happen at their times, and in between leaps from one instant at which something is due to the next.
 * Both clocks, the desk's and Jira's, stand still while anything is being done.
 */
export async function direct(
  stage: Stage,
  acts: readonly (Act | AdminAct)[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<void> {
  const waiting = acts
    .map((act) => ({ act, at: instantOf(act, stage.zone) }))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  let now = from;
  await rest(stage, now);
  while (Temporal.Instant.compare(now, until) < 0) {
    const next = await nextInstant(stage, waiting[0]?.at, until);
    const leap = earlier(next, dayAfter(now, stage.zone));
    if (Temporal.Instant.compare(leap, now) > 0) {
      await moveClocks(stage, now, leap);
      now = leap;
      await rest(stage, now);
    }
    for (let first = waiting[0]; first !== undefined && isDue(first.at, now); first = waiting[0]) {
      waiting.shift();
      await perform(stage, first.act, now);
      await rest(stage, now);
    }
  }
}

async function perform(stage: Stage, act: Act | AdminAct, now: Temporal.Instant): Promise<void> {
  if (!('ticket' in act)) {
    await stage.admin.perform(act);
    await stage.onAdmin?.(act, now);
    return;
  }
  const { happenings } = await stage.simulator.idle();
  const key = await stage.people.perform(act);
  await stage.onAct?.(act, key, now);
  if (act.struck !== true) return;
  await untilServiceActs(stage, happenings);
  await stage.service.killAndRestart();
}

/** In the middle: it has done one thing of several. */
async function untilServiceActs({ simulator }: Stage, happenings: number): Promise<void> {
  for (let waited = 0; waited < LONGEST_ACT_MILLISECONDS; waited += 1) {
    const since = await simulator.happeningsAfter(happenings);
    if (since.some(({ by }) => by.accountId === BOT)) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Moves Jira's time first: nothing that the desk sees may lie in its future. A new day begins with a sweep. */
export async function moveClocks(
  { simulator, service, zone }: Pick<Stage, 'simulator' | 'service' | 'zone'>,
  now: Temporal.Instant,
  to: Temporal.Instant,
): Promise<void> {
  await simulator.moveClock(to);
  await service.moveClock(to);
  if (!dayOf(now, zone).equals(dayOf(to, zone))) await service.sweep();
}

async function nextInstant(
  { simulator, service }: Stage,
  nextAct: Temporal.Instant | undefined,
  until: Temporal.Instant,
): Promise<Temporal.Instant> {
  const { nextDueAt } = await service.idle();
  const { nextAt } = await simulator.idle();
  return [nextAct, nextDueAt, nextAt].reduce<Temporal.Instant>(
    (first, at) => (at === undefined ? first : earlier(first, at)),
    until,
  );
}

/** Waits until Jira has told everything and the service has nothing left to do. */
async function rest(stage: Stage, now: Temporal.Instant): Promise<void> {
  for (let waited = 0; waited < LONGEST_UNREST_MILLISECONDS; waited += LOOK_AGAIN_MILLISECONDS) {
    if (await isAtRest(stage)) {
      await stage.onRest(now);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
  }
  throw new Error('the demo does not come to rest');
}

/** Jira before and after the service: what the service did last may have set off webhooks again. */
async function isAtRest({ simulator, service }: Stage): Promise<boolean> {
  const before = await simulator.idle();
  if (!before.idle) return false;
  if (!(await service.idle()).idle) return false;
  const after = await simulator.idle();
  return after.idle && after.happenings === before.happenings;
}

function instantOf({ at }: Act | AdminAct, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(at.replace(' ', 'T')).toZonedDateTime(zone).toInstant();
}

function dayOf(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** One second into the next day: no leap goes over it, so that every day is swept. */
function dayAfter(now: Temporal.Instant, zone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1, seconds: 1 }).toInstant();
}

function isDue(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
