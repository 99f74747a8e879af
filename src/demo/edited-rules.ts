import { openSituation } from '#core/decision/open-situation.ts';
import type { KnownDeadline } from '#core/policy/language/deadline.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { timePassed } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/** What a change of the rules does to one deadline of one ticket. */
export interface MovedDeadline {
  readonly key: string;
  readonly deadline: string;
  readonly before: Temporal.PlainDate;
  readonly after: Temporal.PlainDate;
  /** The day stands in a letter to the customer, and holds whatever the rules say now. */
  readonly promised: boolean;
}

/** Deadlines that run and that another set of rules counts otherwise, or would, were they not promised. */
export function movedDeadlines(
  before: Reglament,
  after: Reglament,
  tickets: readonly Ticket[],
  now: Temporal.Instant,
): readonly MovedDeadline[] {
  const shown = [...after.deadlines.values()].filter((spec) => spec.shown).map(({ name }) => name);
  return tickets.flatMap((ticket) =>
    shown.flatMap((name) => {
      const old = known(before, ticket, name, now);
      const fresh = known(after, ticket, name, now);
      if (old === undefined || fresh === undefined) return [];
      if (old.state !== 'running' && fresh.state !== 'running') return [];
      const moved = !old.lastDay.equals(fresh.lastDay);
      if (!moved && old.businessDays === fresh.businessDays) return [];
      return [
        { key: ticket.key, deadline: name, before: old.lastDay, after: fresh.lastDay, promised: !moved },
      ];
    }),
  );
}

function known(
  reglament: Reglament,
  ticket: Ticket,
  name: string,
  now: Temporal.Instant,
): KnownDeadline | undefined {
  const deadline = openSituation(reglament, ticket, timePassed(now), now).deadline(name);
  return deadline.kind === 'known' ? deadline : undefined;
}
