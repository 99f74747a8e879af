import { dateOf } from '#core/calendar/date-of.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import type { KnownDeadline } from '#core/policy/language/deadline.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { timePassed } from '#core/ticket/event.ts';
import { moveIn } from '#core/ticket/status-history.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/** What one day is to a count. */
export type CountCell =
  /** Day 0 is the day of the event itself. */
  | { readonly kind: 'day'; readonly number: number; readonly last: boolean }
  /** A business day later than the count alone: promised, or held. */
  | { readonly kind: 'held'; readonly last: boolean }
  | { readonly kind: 'off' };

/** The counts of one deadline over the ticket's whole life, by ISO date. */
export interface CountedRow {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  readonly cells: ReadonlyMap<string, CountCell>;
}

/** One run of a deadline: from what it was counted, and until when it was. */
export interface Stretch {
  readonly cause: string;
  readonly deadline: KnownDeadline;
  /** What was awaited came, or something else is counted now. */
  readonly endedAt: Temporal.Instant | undefined;
}

/**
 * Every deadline that people are told of, as it was counted at the time; of two with one cause, as a reminder and a
 * closing have, only the longer.
 */
export function countedRows(
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
): readonly CountedRow[] {
  const shown = [...reglament.deadlines.values()].filter((spec) => spec.shown).map(({ name }) => name);
  const all = new Map(shown.map((name) => [name, [] as Stretch[]]));
  for (const at of instantsOf(ticket, now)) {
    const situation = openSituation(reglament, ticket, timePassed(at), at);
    for (const [name, stretches] of all) {
      const deadline = situation.deadline(name);
      look(stretches, deadline.kind === 'known' ? deadline : undefined, at);
    }
  }
  return [...all]
    .filter(([name, stretches]) => stretches.length > 0 && !isShadowed(name, stretches, all))
    .map(([name, stretches]) => ({ name, stretches, cells: cellsOf(reglament, stretches) }));
}

/** A count begins, moves or ends only when somebody writes publicly or the status changes. */
function instantsOf(ticket: Ticket, now: Temporal.Instant): readonly Temporal.Instant[] {
  const entries = ticket.entries.filter((entry) =>
    entry.kind === 'message' ? entry.public : moveIn(ticket, entry) !== undefined,
  );
  return [...entries.map(({ at }) => at), now];
}

/** Takes note of how a deadline stands at an instant. */
function look(stretches: Stretch[], deadline: KnownDeadline | undefined, at: Temporal.Instant): void {
  const last = stretches.at(-1);
  if (last !== undefined && last.endedAt === undefined && deadline?.cause !== last.cause) {
    stretches[stretches.length - 1] = { ...last, endedAt: at };
  }
  if (deadline === undefined) return;
  const endedAt = deadline.state === 'met' ? at : undefined;
  if (last?.cause !== deadline.cause) stretches.push({ cause: deadline.cause, deadline, endedAt });
  else if (last.endedAt === undefined) {
    stretches[stretches.length - 1] = { cause: last.cause, deadline, endedAt };
  }
}

function isShadowed(
  name: string,
  stretches: readonly Stretch[],
  all: ReadonlyMap<string, readonly Stretch[]>,
): boolean {
  return stretches.every(({ cause, deadline }) =>
    [...all].some(
      ([other, others]) =>
        other !== name &&
        others.some(
          (longer) => longer.cause === cause && longer.deadline.businessDays > deadline.businessDays,
        ),
    ),
  );
}

/** Later counts write over earlier ones. */
function cellsOf({ calendar }: Reglament, stretches: readonly Stretch[]): ReadonlyMap<string, CountCell> {
  const cells = new Map<string, CountCell>();
  for (const { deadline, endedAt } of stretches) {
    const first = dateOf(calendar, deadline.from);
    for (const day of cells.keys()) if (day > first.toString()) cells.delete(day);
    cells.set(first.toString(), { kind: 'day', number: 0, last: false });
    const until = endedAt === undefined ? deadline.lastDay : dateOf(calendar, endedAt);
    for (const [day, cell] of counted(deadline)) if (day <= until.toString()) cells.set(day, cell);
  }
  return cells;
}

function counted({ days, businessDays, lastDay }: KnownDeadline): readonly (readonly [string, CountCell])[] {
  let number = 0;
  return days.map(({ date, counts }) => {
    if (counts) number += 1;
    return [date.toString(), cellOf(counts, number, businessDays, date.equals(lastDay))];
  });
}

function cellOf(counts: boolean, number: number, businessDays: number, last: boolean): CountCell {
  if (number > businessDays) return counts || last ? { kind: 'held', last } : { kind: 'off' };
  return counts ? { kind: 'day', number, last } : { kind: 'off' };
}
