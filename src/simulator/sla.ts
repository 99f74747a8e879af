import type { HistoryItem, Issue } from './model.ts';
import { SERVICE_FIELDS, type Site, STATUS_ID } from './site.ts';
import { isCustomerOn } from './who-sees.ts';

/** A clock of the service desk on one request; instants are epoch milliseconds, durations milliseconds. */
export interface SlaClock {
  readonly id: string;
  readonly fieldId: string;
  readonly name: string;
  readonly goal: number;
  readonly completed: readonly SlaCycle[];
  readonly ongoing: SlaCycle | undefined;
}

export interface SlaCycle {
  readonly start: number;
  /** Absent while it runs. */
  readonly stop?: number;
  readonly elapsed: number;
  readonly paused: boolean;
  /** When the goal is or was missed; absent for a paused cycle, which cannot miss it. */
  readonly breach?: number;
}

const HOUR_MILLISECONDS = 3_600_000;

/** Clocks as a new service project has them, counting calendar time. */
const METRICS = {
  firstResponse: {
    id: '10030',
    fieldId: SERVICE_FIELDS.timeToFirstResponse,
    name: 'Time to first response',
    goal: 4 * HOUR_MILLISECONDS,
  },
  resolution: {
    id: '10040',
    fieldId: SERVICE_FIELDS.timeToResolution,
    name: 'Time to resolution',
    goal: 40 * HOUR_MILLISECONDS,
  },
} as const;

/** What starts, stops, pauses or resumes a clock. */
interface Tick {
  readonly at: number;
  readonly does: 'start' | 'stop' | 'pause' | 'resume';
}

export function slaClocks(site: Site, issue: Issue, now: number): readonly SlaClock[] {
  const started: Tick = { at: issue.createdAt, does: 'start' };
  const moves = movesOf(issue);
  // The first answer is asked for once: opening a request again does not ask for another.
  const answers = [...answersOf(site, issue), ...moves.filter(({ does }) => does === 'stop')];
  return [
    { ...METRICS.firstResponse, ...cyclesOf([started, ...answers], METRICS.firstResponse.goal, now) },
    { ...METRICS.resolution, ...cyclesOf([started, ...moves], METRICS.resolution.goal, now) },
  ];
}

/** Any public comment of whoever is no customer here answers, a machine's too. */
function answersOf(site: Site, issue: Issue): readonly Tick[] {
  return issue.comments
    .filter((comment) => comment.public && !isCustomerOn(site, issue, comment.author))
    .map(({ at }) => ({ at, does: 'stop' }));
}

/** A resolution stops the clock, losing it starts it anew; waiting for the customer pauses it. */
function movesOf(issue: Issue): readonly Tick[] {
  return issue.histories.flatMap(({ at, items }) =>
    items.flatMap((item) => {
      const does = meaningOf(item);
      return does === undefined ? [] : [{ at, does }];
    }),
  );
}

function meaningOf({ field, from, to }: HistoryItem): Tick['does'] | undefined {
  if (field === 'resolution') return from === null ? 'stop' : to === null ? 'start' : undefined;
  if (field !== 'status') return undefined;
  if (to === STATUS_ID.waiting) return 'pause';
  return from === STATUS_ID.waiting ? 'resume' : undefined;
}

interface Running {
  readonly start: number;
  readonly elapsed: number;
  /** Since when it counts; absent while it is paused. */
  readonly since: number | undefined;
}

function cyclesOf(
  ticks: readonly Tick[],
  goal: number,
  now: number,
): { readonly completed: readonly SlaCycle[]; readonly ongoing: SlaCycle | undefined } {
  const completed: SlaCycle[] = [];
  let running: Running | undefined;
  for (const { at, does } of ticks.toSorted((a, b) => a.at - b.at)) {
    if (does === 'start') running = { start: at, elapsed: 0, since: at };
    else if (running === undefined) continue;
    else if (does === 'stop') {
      completed.push({ ...cycleOf(running, goal, at), stop: at, paused: false });
      running = undefined;
    } else {
      running = { ...running, elapsed: elapsedOf(running, at), since: does === 'pause' ? undefined : at };
    }
  }
  return { completed, ongoing: running && cycleOf(running, goal, now) };
}

function cycleOf(running: Running, goal: number, at: number): SlaCycle {
  const { start, since } = running;
  const elapsed = elapsedOf(running, at);
  const breach = since === undefined ? at - (elapsed - goal) : since + (goal - running.elapsed);
  return {
    start,
    elapsed,
    paused: since === undefined,
    ...(since === undefined && elapsed <= goal ? {} : { breach }),
  };
}

function elapsedOf({ elapsed, since }: Running, at: number): number {
  return since === undefined ? elapsed : elapsed + (at - since);
}
