import { customersReturn } from './customers-return.ts';
import { type Change, type Entry, inTrueOrder } from './entry.ts';
import { ticketAt } from './past.ts';
import type { Actor } from './person.ts';
import { type Move, movesOf } from './status-history.ts';
import type { Kind, Named, Ticket, TicketState } from './ticket.ts';

/**
 * One stretch in which a ticket was closed: from its first entry into a closed status to the reopening.
 *
 * A later move between closed statuses starts nothing; nor does our own put-back of a reopening that came too late.
 */
export interface ClosedRun {
  readonly closing: Change;
  readonly closedBy: Actor;
  readonly stateBefore: TicketState;
  /** What the ticket was at the moment of closing; it may be called something else today. */
  readonly kind: Kind;
  readonly resolution: Named | undefined;
  readonly reopening?: Change;
}

/** All closed runs in true order, read from the history alone: `resolutiondate` forgets and lies. */
export function closedRunsOf(ticket: Ticket): readonly ClosedRun[] {
  const known = readRuns.get(ticket);
  if (known !== undefined) return known;
  const runs = readRunsOf(ticket);
  readRuns.set(ticket, runs);
  return runs;
}

/** Facts, moments and bounds all begin with the last run of one and the same ticket. */
const readRuns = new WeakMap<Ticket, readonly ClosedRun[]>();

function readRunsOf(ticket: Ticket): readonly ClosedRun[] {
  const runs: ClosedRun[] = [];
  for (const move of movesOf(ticket)) {
    const last = runs.at(-1);
    if (move.from !== 'closed' && move.to === 'closed') {
      if (last !== undefined && isPutBack(ticket, last, move)) runs[runs.length - 1] = stillClosed(last);
      else runs.push(startOf(ticket, move));
    } else if (move.from === 'closed' && move.to !== 'closed' && last !== undefined) {
      runs[runs.length - 1] = { ...last, reopening: move.entry };
    }
  }
  return runs;
}

/** The run a ticket is in, or was in last. */
export function lastClosedRun(ticket: Ticket): ClosedRun | undefined {
  return closedRunsOf(ticket).at(-1);
}

function startOf(ticket: Ticket, move: Move): ClosedRun {
  const then = ticketAt(ticket, move.entry.at);
  return {
    closing: move.entry,
    closedBy: move.entry.actor,
    stateBefore: move.from,
    kind: then.kind,
    resolution: then.resolution,
  };
}

/**
 * We close only on silence, which an agent's question comes before, or to put back a customer's return; some
 * automation may have taken the ticket on to waiting in between.
 */
function isPutBack(ticket: Ticket, run: ClosedRun, move: Move): boolean {
  const { reopening } = run;
  if (move.entry.actor !== 'ourselves' || reopening === undefined) return false;
  const customers = customersReturn(ticket, reopening);
  // An automation reopens after the customer wrote; an agent may have asked in between.
  return customers !== undefined && !teamWroteBetween(ticket, customers.message ?? reopening, move.entry);
}

function teamWroteBetween({ entries }: Ticket, from: Entry, to: Change): boolean {
  return entries.some(
    (entry) =>
      entry.kind === 'message' &&
      entry.public &&
      entry.actor === 'agent' &&
      inTrueOrder(entry, from) > 0 &&
      inTrueOrder(entry, to) < 0,
  );
}

function stillClosed({ reopening: _, ...run }: ClosedRun): ClosedRun {
  return run;
}
