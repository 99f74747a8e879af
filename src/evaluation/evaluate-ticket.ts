import type { Clock } from '#clock.ts';
import { decide } from '#core/decision/decide.ts';
import type { Decision } from '#core/decision/decision.ts';
import { wakeAt } from '#core/decision/wake.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { TicketContext } from '#core/ticket/context.ts';
import { type DeskEvent, eventsOf, type TicketEvent, timePassed } from '#core/ticket/event.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { bulkMoves, movesIn } from './bulk-moves.ts';
import type {
  Because,
  EvaluationRecord,
  EvaluationStore,
  FetchIssue,
  InForce,
  StopsSince,
  Wakeup,
} from './ports.ts';
import { rivalsIn } from './seen-rivals.ts';
import { settleEffects } from './settle-effects.ts';
import { unaskedWait } from './unasked-wait.ts';
import { markAfter, unseenEvents } from './unseen-events.ts';

export interface EvaluationParts {
  readonly fetchIssue: FetchIssue;
  readonly store: EvaluationStore;
  readonly inForce: () => InForce;
  readonly deskClock: Clock;
  /** Absent: we were never stopped. */
  readonly stopsSince?: StopsSince;
}

export interface EvaluationRequest {
  readonly ticketKey: string;
  readonly because: Because;
  readonly deliveries?: readonly number[];
  readonly runId?: number;
}

export type Evaluation =
  | { readonly kind: 'evaluated'; readonly record: EvaluationRecord; readonly ticket: Ticket }
  /** Jira has no such ticket for us: deleted, moved away, not permitted, or not to be read. */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * The use case: looks at one ticket for whatever reason, judges everything that happened on it and was not judged
 * yet, then the passing of time, and says what is to be recorded. Webhook and sweep both come here, so that they
 * cannot come to different ends.
 *
 * @throws a fault with a code RGL92xx when Jira gave no answer: nothing is recorded, the same look is taken again
 */
export async function evaluateTicket(
  parts: EvaluationParts,
  request: EvaluationRequest,
): Promise<Evaluation> {
  const { ticketKey } = request;
  const force = parts.inForce();
  const fetched = await parts.fetchIssue(ticketKey);
  if (fetched.kind === 'notThere') return { kind: 'unreadable', why: fetched.why.en };
  const read = readIssue(fetched.issue, fetched.reading);
  if (read.kind === 'unreadable') return { kind: 'unreadable', why: read.why.en };
  const { projectKey } = read.ticket;
  if (!force.projects.includes(projectKey))
    return { kind: 'unreadable', why: `it stands in ${projectKey}, where this policy is not kept` };
  const now = presentOf(read.ticket, parts.deskClock.now());
  const mark = await parts.store.markOf(ticketKey);
  const unseen = unseenEvents(read.ticket, mark, force.activatedAt, now);
  const again = await eventsToJudgeAgain(parts.store, read.ticket, now);
  const context = await lookUp(parts, force, read.ticket, [...unseen, ...again], now);
  const ticket = { ...read.ticket, context };
  const events: readonly DeskEvent[] = [...unseen, ...again, timePassed(now)];
  const decisions: Decision[] = [];
  for (const event of events) decisions.push(await decide(force.reglament, ticket, event, now));
  const acted = await parts.store.effectsSince(ticketKey, now.subtract({ hours: 1 }));
  const silent = await parts.store.silentAmong(events.map(({ id }) => id));
  const recorded = settleEffects(force, ticket, decisions, { acted, silent });
  const waitsUnasked = unaskedWait(force.reglament, ticket, now);
  const record: EvaluationRecord = {
    ticketKey: ticket.key,
    ...(ticket.key === ticketKey ? {} : { formerKey: ticketKey }),
    because: request.because,
    decidedAt: now,
    decisions: recorded,
    context,
    seen: {
      moves: movesIn(unseen),
      rivals: rivalsIn(force.reglament, ticket, unseen, now),
      ...(waitsUnasked === undefined ? {} : { waitsUnasked }),
    },
    mark: markAfter(mark, ticket, unseen, force.activatedAt),
    wakeups: wakeupsOf(force.reglament, ticket, recorded, now),
    deliveries: request.deliveries ?? [],
    ...(request.runId === undefined ? {} : { runId: request.runId }),
  };
  return { kind: 'evaluated', record, ticket };
}

/** What the ticket itself cannot tell. */
async function lookUp(
  parts: EvaluationParts,
  force: InForce,
  ticket: Ticket,
  events: readonly TicketEvent[],
  now: Temporal.Instant,
): Promise<TicketContext> {
  const stops = (await parts.stopsSince?.(ticket.createdAt, now)) ?? [];
  const bulk = force.bulk === undefined ? [] : await bulkMoves(parts.store, movesIn(events), force.bulk);
  return {
    ...(stops.length === 0 ? {} : { stops }),
    ...(bulk.length === 0 ? {} : { bulkMoves: bulk }),
  };
}

/** Acts that had to wait are judged again, for the event that called for them. */
async function eventsToJudgeAgain(
  store: EvaluationStore,
  ticket: Ticket,
  now: Temporal.Instant,
): Promise<readonly TicketEvent[]> {
  const due = new Set(await store.dueWakeups(ticket.key, now));
  return due.size === 0 ? [] : eventsOf(ticket).filter(({ id }) => due.has(id));
}

/** What one ticket's fuse withheld is judged again when the hour is over. */
const FUSE_HOUR = { hours: 1 };

/** So often we look whether somebody has added the calendar that a decision needs. */
const LOOK_FOR_CALENDAR = { hours: 24 };

/** When to look at the ticket again: when time could change something, and when a waiting act may be done. */
function wakeupsOf(
  reglament: Reglament,
  ticket: Ticket,
  recorded: EvaluationRecord['decisions'],
  now: Temporal.Instant,
): readonly Wakeup[] {
  const wakeups = new Map<string, Temporal.Instant>();
  const add = (eventId: string, at: Temporal.Instant) => {
    const known = wakeups.get(eventId);
    if (known === undefined || Temporal.Instant.compare(at, known) < 0) wakeups.set(eventId, at);
  };
  const next = wakeAt(reglament, ticket, now);
  if (next !== undefined) add('timePassed', next);
  for (const { decision, effects } of recorded) {
    for (const { notBefore } of decision.effects)
      if (notBefore !== undefined) add(decision.event.id, notBefore);
    if (effects.some(({ withheld }) => withheld === 'fuse')) add(decision.event.id, now.add(FUSE_HOUR));
    if (decision.kind === 'undecided') add(decision.event.id, now.add(LOOK_FOR_CALENDAR));
  }
  return [...wakeups].map(([eventId, at]) => ({ eventId, at }));
}
