import { capToJson } from '#core/decision/cap-to-json.ts';
import type { RuleTrace } from '#core/decision/decision.ts';
import { effectToJson } from '#core/decision/effect-to-json.ts';
import type { Explanation } from '#core/decision/explain.ts';
import { type Mode, modeOf } from '#core/decision/mode.ts';
import { type WhyNot, whyNot } from '#core/decision/why-not.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { RequestReading } from '#standard/desk/reading-of-request.ts';
import type { ReplyReading } from '#standard/letter/reply-reading.ts';
import { daysToJson } from './count.ts';
import { type HeldBy, withheldBy } from './held-by.ts';

/** What was read of the request, and of the letter that the event brought. */
export interface ReadNow {
  readonly request: RequestReading;
  readonly letter?: ReplyReading;
}

/** An explanation as `commands.md` has it. */
export function explanationToJson(
  explanation: Explanation,
  reglament: Reglament,
  held: HeldBy,
  read: ReadNow,
) {
  const { ticket, decision, next } = explanation;
  const { modes, caps, activatedAt } = held;
  const { stops = [] } = ticket.context ?? {};
  const modeFor = (rule: { readonly id: string; readonly policy: string }) => modeOf(modes, rule, ticket);
  return {
    ticket: ticket.key,
    at: decision.now.toString(),
    event: decision.event.kind,
    policy: { version: reglament.version },
    state: ticket.state,
    reading: readingToJson(read),
    deadlines: decision.deadlines
      .filter(({ name }) => reglament.deadlines.get(name)?.shown === true)
      .map(deadlineToJson),
    rules: decision.rules.map((trace) => ruleToJson(trace, next, modeFor(trace.rule))),
    effects: decision.effects.map((effect) => effectToJson(effect, withheldBy(held, effect, ticket))),
    ...(caps.length === 0 ? {} : { caps: caps.map(capToJson) }),
    ...(stops.length === 0
      ? {}
      : { stops: stops.map(({ from, to }) => ({ from: from.toString(), to: to.toString() })) }),
    ...(activatedAt === undefined ? {} : { activatedAt: activatedAt.toString() }),
    dropped: decision.dropped,
    next: next.map(({ at, rule, effects }) => ({
      at: at.toString(),
      rule,
      effects: effects.map(effectInShort),
    })),
  };
}

/** Evidence of the request by its items; the letter's own is a list, as the letter is one. */
function readingToJson({ request, letter }: ReadNow) {
  const { evidence, ...read } = request;
  if (letter === undefined) return { ...read, items: evidence };
  const { intent, day } = letter;
  return {
    ...read,
    items: evidence,
    intent,
    evidence: letter.evidence,
    ...(day === undefined ? {} : { day: day.toString() }),
  };
}

function deadlineToJson(deadline: Exclude<Deadline, { kind: 'none' }>) {
  const { name, from, businessDays, cause } = deadline;
  const head = { name, from: from.toString(), cause, businessDays };
  if (deadline.kind === 'unknown') {
    const state = deadline.state === 'unknown' ? 'running' : deadline.state;
    return { ...head, lastDay: null, expiresAt: null, state, missingYear: deadline.missingYear };
  }
  const { lastDay, expiresAt, state, days, heldBy, byGrace } = deadline;
  return {
    ...head,
    lastDay: lastDay.toString(),
    expiresAt: expiresAt.toString(),
    state,
    ...(heldBy.length === 0 ? {} : { heldBy }),
    ...(byGrace ? { acceptedByGrace: true } : {}),
    days: daysToJson(days),
  };
}

function ruleToJson(trace: RuleTrace, next: Explanation['next'], mode: Mode) {
  const { rule, clauses, fired, leaves, why } = trace;
  const missed = whyNot(trace, next);
  return {
    rule: rule.id,
    name: rule.name,
    clauses,
    fired,
    mode,
    ...(why === undefined ? {} : { why }),
    because: leaves.map(({ leaf, value, seen, holds }) => ({
      fact: leaf.fact.id,
      ...paramsOf(leaf.fact.parameters),
      operator: leaf.operator,
      value,
      seen,
      result: holds,
      at: leaf.place,
    })),
    ...(missed === undefined ? {} : { whyNot: whyNotToJson(missed) }),
  };
}

/** The fewest comparisons that would have to come out otherwise, and when time alone would bring it about. */
function whyNotToJson({ changes, byTimeAt }: WhyNot) {
  return {
    changes: changes.map(({ seen: { leaf, value, seen }, holds }) => ({
      fact: leaf.fact.id,
      ...paramsOf(leaf.fact.parameters),
      operator: leaf.operator,
      value,
      seen,
      wanted: holds,
      at: leaf.place,
    })),
    byTimeAt: byTimeAt?.toString() ?? null,
  };
}

function paramsOf(parameters: Readonly<Record<string, { readonly kind: string }>>) {
  const entries = Object.entries(parameters).map(([name, use]) => [
    name,
    use.kind === 'parameter'
      ? { parameter: (use as { readonly name?: string }).name }
      : (use as { readonly value?: unknown }).value,
  ]);
  return entries.length === 0 ? {} : { params: Object.fromEntries(entries) };
}

/** `transition:closed`, `reply:reminder`, `label:reglament-look`. */
export function effectInShort(data: EffectData): string {
  switch (data.kind) {
    case 'reply':
    case 'note':
      return `${data.kind}:${data.message}`;
    case 'transition':
      return `transition:${data.to}`;
    case 'label':
      return `label:${[...data.add, ...data.remove.map((label) => `-${label}`)].join('+')}`;
    case 'assign':
      return `assign:${data.to}`;
    case 'openTicket':
      return 'openTicket';
  }
}
