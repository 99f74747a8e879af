import type { Clock } from '#clock.ts';
import { isFault, reasonOf } from '#faults.ts';
import { inParallel } from '#in-parallel.ts';
import type { Log } from '#log.ts';
import type { DeliveryQueue, OpenDelivery } from './ports.ts';

export interface ProcessParts {
  readonly queue: DeliveryQueue;
  /** Looks at a ticket and records what was decided, with these deliveries settled. */
  readonly evaluate: (
    ticketKey: string,
    deliveries: readonly number[],
  ) => Promise<{ readonly kind: 'judged' } | { readonly kind: 'unreadable'; readonly why: string }>;
  readonly machineClock: Clock;
  readonly retryAfter: (attempt: number) => Temporal.Duration;
  readonly log: Log;
}

/**
 * Works on what is in the inbox: one look at a ticket settles all its deliveries. A ticket that cannot be read is
 * parked with its reason; while Jira gives no answer, everything waits and nothing is lost.
 */
export async function processDeliveries(parts: ProcessParts): Promise<void> {
  const tickets = byTicket(await parts.queue.open(parts.machineClock.now()));
  await inParallel(tickets, TICKETS_AT_ONCE, ([ticketKey, deliveries]) =>
    processTicket(parts, ticketKey, deliveries),
  );
}

/** After a downtime hundreds of tickets wait; Jira would throttle us if we asked for all of them at once. */
const TICKETS_AT_ONCE = 6;

function byTicket(deliveries: readonly OpenDelivery[]): ReadonlyMap<string, readonly OpenDelivery[]> {
  const tickets = new Map<string, OpenDelivery[]>();
  for (const delivery of deliveries) {
    const same = tickets.get(delivery.ticketKey);
    if (same === undefined) tickets.set(delivery.ticketKey, [delivery]);
    else same.push(delivery);
  }
  return tickets;
}

async function processTicket(
  parts: ProcessParts,
  ticketKey: string,
  deliveries: readonly OpenDelivery[],
): Promise<void> {
  const ids = deliveries.map(({ id }) => id);
  try {
    const looked = await parts.evaluate(ticketKey, ids);
    if (looked.kind === 'judged') return;
    await parts.queue.park(ids, looked.why);
    parts.log.warn('delivery parked', { ticketKey, why: looked.why });
  } catch (error) {
    // Our own mistake must not hold the ticket for ever, nor be lost: it is tried again, ever later, and told each time.
    const attempt = Math.max(...deliveries.map(({ attempts }) => attempts)) + 1;
    const notBefore = parts.machineClock.now().add(parts.retryAfter(attempt));
    await parts.queue.postpone(ids, notBefore, reasonOf(error));
    const data = {
      ticketKey,
      attempt,
      why: reasonOf(error),
      code: isFault(error) ? error.code : 'unforeseen',
    };
    if (isFault(error)) parts.log.warn('delivery postponed', data);
    else parts.log.error('delivery postponed by an unforeseen error', data);
  }
}
