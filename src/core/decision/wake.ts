import { leavesOf } from '#core/policy/language/conditions.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { timePassed } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { openSituation } from './open-situation.ts';

/**
 * The next instant after `now` at which time alone could change what the policy says of a ticket.
 *
 * @returns `undefined` when time alone never will
 */
export function wakeAt(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const situation = openSituation(reglament, ticket, timePassed(now), now);
  let earliest: Temporal.Instant | undefined;
  for (const name of deadlinesOfTime(reglament)) {
    const deadline = situation.deadline(name);
    // What is counted from now moves on with it, and never comes.
    if (deadline.kind !== 'known' || deadline.cause === 'now') continue;
    if (Temporal.Instant.compare(deadline.expiresAt, now) <= 0) continue;
    if (earliest === undefined || Temporal.Instant.compare(deadline.expiresAt, earliest) < 0) {
      earliest = deadline.expiresAt;
    }
  }
  return earliest;
}

/** Deadlines that rules about the passing of time ask for. */
function deadlinesOfTime(reglament: Reglament): ReadonlySet<string> {
  const names = new Set<string>();
  for (const rule of reglament.rules) {
    if (!rule.on.includes('timePassed')) continue;
    for (const { fact } of leavesOf(rule.condition)) {
      const { name } = fact.parameters;
      const isDeadline = reglament.vocabulary.facts.get(fact.id)?.result.type === 'deadline';
      if (isDeadline && name?.kind === 'written') names.add(String(name.value));
    }
  }
  return names;
}
