import type { Issue } from '#simulator/model.ts';
import { type SlaClock, type SlaCycle, slaClocks } from '#simulator/sla.ts';
import { dateJson } from './date-json.ts';
import type { Wire } from './issue-json.ts';

/** The clocks of a request as `/request/{k}/sla` lists them. */
export function slaListJson(wire: Wire, issue: Issue): readonly object[] {
  return clocksOf(wire, issue).map((clock) => slaJson(wire, issue, clock));
}

/** The same clocks as fields of the issue, by the ids of the fields. */
export function slaFieldsJson(wire: Wire, issue: Issue): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    clocksOf(wire, issue).map((clock) => [clock.fieldId, slaJson(wire, issue, clock)]),
  );
}

function clocksOf({ world }: Wire, issue: Issue): readonly SlaClock[] {
  // The last entry may bear an instant a few milliseconds ahead of the clock.
  return slaClocks(world.site, issue, Math.max(world.clock.now(), issue.updatedAt));
}

function slaJson({ base }: Wire, issue: Issue, { id, name, goal, completed, ongoing }: SlaClock): object {
  return {
    id,
    name,
    _links: { self: `${base}/rest/servicedeskapi/request/${issue.id}/sla/${id}` },
    completedCycles: completed.map((cycle) => cycleJson(cycle, goal)),
    ...(ongoing === undefined
      ? {}
      : {
          ongoingCycle: {
            ...cycleJson(ongoing, goal),
            paused: ongoing.paused,
            withinCalendarHours: true,
          },
        }),
  };
}

function cycleJson({ start, stop, breach, elapsed }: SlaCycle, goal: number): object {
  return {
    startTime: dateJson(start),
    ...(stop === undefined ? {} : { stopTime: dateJson(stop) }),
    ...(breach === undefined ? {} : { breachTime: dateJson(breach) }),
    breached: elapsed > goal,
    goalDuration: durationJson(goal),
    elapsedTime: durationJson(elapsed),
    remainingTime: durationJson(goal - elapsed),
  };
}

/** `3h 58m`, `-1h 5m`. */
function durationJson(millis: number): object {
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  const friendly = `${millis < 0 ? '-' : ''}${Math.floor(minutes / 60)}h ${minutes % 60}m`;
  return { millis, friendly };
}
