import type { Clock } from '#clock.ts';
import { decide } from '#core/decision/decide.ts';
import type { Decision, PlannedEffect } from '#core/decision/decision.ts';
import { type Mode, modeOf } from '#core/decision/mode.ts';
import { suggestions } from '#core/decision/suggest.ts';
import { wakeAt } from '#core/decision/wake.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { type DeskEvent, eventsOf, timePassed } from '#core/ticket/event.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type {
  Because,
  EvaluationRecord,
  EvaluationStore,
  FetchIssue,
  InForce,
  RecordedEffect,
  Wakeup,
  WithholdReason,
} from './ports.ts';
import { markAfter, unseenEvents } from './unseen-events.ts';

export interface EvaluationParts {
  readonly fetchIssue: FetchIssue;
  readonly store: EvaluationStore;
  readonly inForce: () => InForce;
  readonly deskClock: Clock;
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
  const { ticket } = read;
  if (!force.projects.includes(ticket.projectKey))
    return { kind: 'unreadable', why: `it stands in ${ticket.projectKey}, where this policy is not kept` };
  const now = presentOf(ticket, parts.deskClock.now());
  const mark = await parts.store.markOf(ticketKey);
  const unseen = unseenEvents(ticket, mark, force.activatedAt, now);
  const again = await eventsToJudgeAgain(parts.store, ticket, now);
  const events: readonly DeskEvent[] = [...unseen, ...again, timePassed(now)];
  const decisions: Decision[] = [];
  for (const event of events) decisions.push(await decide(force.reglament, ticket, event, now));
  const acted = await parts.store.effectsSince(ticketKey, now.subtract({ hours: 1 }));
  const recorded = settle(force, ticket, decisions, acted);
  const record: EvaluationRecord = {
    ticketKey: ticket.key,
    ...(ticket.key === ticketKey ? {} : { formerKey: ticketKey }),
    because: request.because,
    decidedAt: now,
    decisions: recorded,
    mark: markAfter(mark, ticket, unseen, force.activatedAt),
    wakeups: wakeupsOf(force.reglament, ticket, recorded, now),
    deliveries: request.deliveries ?? [],
    ...(request.runId === undefined ? {} : { runId: request.runId }),
  };
  return { kind: 'evaluated', record, ticket };
}

/** Acts that had to wait are judged again, for the event that called for them. */
async function eventsToJudgeAgain(
  store: EvaluationStore,
  ticket: Ticket,
  now: Temporal.Instant,
): Promise<readonly DeskEvent[]> {
  const due = new Set(await store.dueWakeups(ticket.key, now));
  return due.size === 0 ? [] : eventsOf(ticket).filter(({ id }) => due.has(id));
}

/** Gives each decided effect its mode; a cause that several events share makes one effect. */
function settle(
  force: InForce,
  ticket: Ticket,
  decisions: readonly Decision[],
  acted: ReadonlySet<string>,
): EvaluationRecord['decisions'] {
  const taken = new Set<string>();
  let left = force.effectsPerTicketPerHour - acted.size;
  return decisions.map((decision) => {
    const fresh = decision.effects.filter(({ key, notBefore }) => notBefore === undefined && !taken.has(key));
    for (const { key } of fresh) taken.add(key);
    const settled = fresh.flatMap((effect) => withMode(force, ticket, decision, effect));
    const effects = settled.map((recorded) => {
      // What is owed or done already is counted already.
      if (recorded.withheld !== undefined || acted.has(recorded.effect.key)) return recorded;
      left -= 1;
      return left < 0 ? { ...recorded, withheld: 'fuse' as const } : recorded;
    });
    return { decision, effects };
  });
}

function withMode(
  force: InForce,
  ticket: Ticket,
  decision: Decision,
  effect: PlannedEffect,
): readonly RecordedEffect[] {
  const mode = modeOf(force.modes, { id: effect.rule, policy: effect.policy }, ticket);
  if (mode === 'off') return [];
  const { requestType } = ticket;
  const place = {
    projectKey: ticket.projectKey,
    ...(requestType === undefined ? {} : { requestType: requestType.name }),
  };
  const recorded: RecordedEffect = { effect, eventId: decision.event.id, place };
  const withheld = reasonToWithhold(force, effect, mode);
  if (withheld === undefined) return [recorded];
  const proposed =
    withheld === 'suggest'
      ? suggestions(force.reglament, ticket, [effect]).map(
          (note): RecordedEffect => ({ ...recorded, effect: note }),
        )
      : [];
  return [{ ...recorded, withheld }, ...proposed];
}

function reasonToWithhold(force: InForce, effect: PlannedEffect, mode: Mode): WithholdReason | undefined {
  if (Temporal.Instant.compare(effect.causedAt, force.activatedAt) < 0) return 'baseline';
  return mode === 'observe' || mode === 'suggest' ? mode : undefined;
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
