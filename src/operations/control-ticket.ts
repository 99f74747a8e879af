import type { Clock } from '#clock.ts';
import { changeOf } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';
import { singleFlight } from '#single-flight.ts';

/** What was last known of the control ticket; kept, so that it holds while Jira cannot be asked. */
export interface ControlState {
  readonly stopped: boolean;
  /** Who put the label on, where the history tells. */
  readonly by?: string;
  /** ISO-8601, by Jira. */
  readonly at?: string;
  /** The entry by which our own account took the label off, which lifts nothing. */
  readonly ourLift?: string;
}

export interface ControlParts {
  readonly stopLabel: string;
  readonly lookSeconds: number;
  /** Labels of the control ticket now: one small request. */
  readonly labels: () => Promise<readonly string[]>;
  /** The ticket whole, to see who put the label on or took it off. */
  readonly ticket: () => Promise<Ticket>;
  readonly remembered: () => Promise<ControlState | undefined>;
  readonly remember: (state: ControlState) => Promise<void>;
  readonly machineClock: Clock;
  readonly log: Log;
}

export interface ControlTicket {
  /** While somebody has just changed the ticket and we do not know yet how, we are stopped too. */
  readonly isStopped: () => boolean;
  readonly state: () => ControlState;
  /** Why Jira could not be asked last time, if it could not. */
  readonly trouble: () => string | undefined;
  /** Looks at once: the ticket has changed. */
  readonly changed: () => void;
  /** Looks if the last look was long enough ago, and waits for whatever look is under way. */
  readonly fresh: () => Promise<void>;
}

/** The ticket by which everything can be stopped from Jira: as long as it bears the label, nothing is done. */
export async function openControlTicket(parts: ControlParts): Promise<ControlTicket> {
  let state: ControlState = (await parts.remembered()) ?? { stopped: false };
  let trouble: string | undefined;
  let asked = 0;
  let answered = 0;
  let lookedAt: Temporal.Instant | undefined;
  const flight = singleFlight(async () => {
    const turn = asked;
    lookedAt = parts.machineClock.now();
    try {
      const next = await look(parts, state);
      if (next !== state) await parts.remember(next);
      state = next;
      trouble = undefined;
    } catch (error) {
      if (trouble === undefined) {
        const data = { why: reasonOf(error), stopped: state.stopped };
        parts.log.warn('the control ticket cannot be looked at; what was last known of it holds', data);
      }
      trouble = reasonOf(error);
    }
    answered = turn;
  });
  return {
    isStopped: () => state.stopped || asked > answered,
    state: () => state,
    trouble: () => trouble,
    changed() {
      asked += 1;
      flight.nudge();
    },
    async fresh() {
      const now = parts.machineClock.now();
      const isDue =
        lookedAt === undefined ||
        Temporal.Instant.compare(lookedAt.add({ seconds: parts.lookSeconds }), now) <= 0;
      if (isDue && !flight.isBusy()) flight.nudge();
      await flight.settled();
    },
  };
}

async function look(parts: ControlParts, known: ControlState): Promise<ControlState> {
  const bears = (await parts.labels()).includes(parts.stopLabel);
  if (bears === known.stopped) return known;
  const ticket = await parts.ticket();
  const last = lastChange(ticket, parts.stopLabel, bears);
  if (bears) {
    return {
      stopped: true,
      ...(last?.author === undefined ? {} : { by: last.author.displayName }),
      ...(last === undefined ? {} : { at: last.at.toString() }),
    };
  }
  if (last?.actor !== 'ourselves') return { stopped: false };
  // We never take it off on purpose: an automation, or a script with our token, has.
  if (known.ourLift === last.id) return known;
  parts.log.warn('our own account took the stop label off; that lifts nothing', { ticketKey: ticket.key });
  return { ...known, ourLift: last.id };
}

/** The newest entry that put the label on, or took it off. */
function lastChange(ticket: Ticket, label: string, putOn: boolean) {
  return ticket.entries.findLast((entry) => {
    const change = changeOf(entry, 'labels');
    if (change === undefined) return false;
    const has = (text: string | null) => (text ?? '').split(' ').includes(label);
    return has(change.toText) === putOn && has(change.fromText) !== putOn;
  });
}
