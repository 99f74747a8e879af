import { leavesOf } from '#core/policy/compile/passes-on-unsure.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import {
  type CompiledRule,
  clausesFor,
  type FactUse,
  type Reglament,
} from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { DeskEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Decision, DroppedEffect, PlannedEffect, RuleTrace } from './decision.ts';
import { openSituation } from './open-situation.ts';
import { planRule } from './plan-effects.ts';
import { readFact } from './read-fact.ts';
import { type Answer, judge, type Question } from './rule-engine.ts';
import { say } from './say.ts';

/**
 * What the policy says about one event on one ticket: the one way by which webhook, sweep, explain and test decide.
 *
 * Pure: the same arguments give the same decision, for ever. It returns a promise only because the engine does.
 *
 * @param ticket as it was read from Jira; what is later than `now` is not looked at
 * @param event one of the ticket's own events, or that time passed
 * @param now when we judge and would act
 */
export async function decide(
  reglament: Reglament,
  ticket: Ticket,
  event: DeskEvent,
  now: Temporal.Instant,
): Promise<Decision> {
  const situation = openSituation(reglament, ticket, event, now);
  const rules = reglament.rules.filter((rule) => rule.on.includes(event.kind));
  const questions = rules.flatMap(questionsOf);
  const facts = layOutFacts(reglament, situation, questions);
  const answers = await judge(questions, facts, reglament.vocabulary, situation.ticket.kind);
  const plans = planAll(reglament, situation, rules, answers);
  const head = {
    event,
    now,
    policyVersion: reglament.version,
    rules: rules.map((rule) => traceOf(reglament, situation, rule, answers.get(rule.id))),
    dropped: plans.dropped,
    deadlines: deadlinesOf(reglament, situation),
  };
  if (plans.effects.length > 0) return { ...head, kind: 'act', effects: plans.effects };
  if (plans.missingYear !== undefined) {
    return { ...head, kind: 'undecided', effects: [], missingYear: plans.missingYear };
  }
  return { ...head, kind: 'leave', effects: [] };
}

/** The rule's condition under its id, each effect's own condition under id and index. */
function questionsOf(rule: CompiledRule): readonly Question[] {
  return [
    { name: rule.id, condition: rule.condition },
    ...rule.effects.flatMap(({ condition }, index) =>
      condition === undefined ? [] : [{ name: effectName(rule, index), condition }],
    ),
  ];
}

function effectName(rule: CompiledRule, index: number): string {
  return `${rule.id}#${index}`;
}

function layOutFacts(
  reglament: Reglament,
  situation: Situation,
  questions: readonly Question[],
): ReadonlyMap<string, FactValue> {
  const uses = new Map<string, FactUse>();
  for (const { condition } of questions) {
    for (const { fact } of leavesOf(condition)) uses.set(fact.key, fact);
  }
  const facts = new Map<string, FactValue>();
  for (const [key, use] of uses) facts.set(key, readFact(reglament, situation, use));
  return facts;
}

interface Plans {
  readonly effects: readonly PlannedEffect[];
  readonly dropped: readonly DroppedEffect[];
  readonly missingYear: number | undefined;
}

function planAll(
  reglament: Reglament,
  situation: Situation,
  rules: readonly CompiledRule[],
  answers: ReadonlyMap<string, Answer>,
): Plans {
  const effects: PlannedEffect[] = [];
  const dropped: DroppedEffect[] = [];
  let missingYear: number | undefined;
  for (const rule of rules) {
    if (answers.get(rule.id)?.holds !== true) continue;
    const wanted = rule.effects.filter(
      (effect, index) =>
        effect.condition === undefined || answers.get(effectName(rule, index))?.holds === true,
    );
    const transitionTaken = effects.some(({ data }) => data.kind === 'transition');
    const plan = planRule(reglament, situation, rule, wanted, transitionTaken);
    effects.push(...plan.effects);
    dropped.push(...plan.dropped);
    missingYear ??= plan.missingYear;
  }
  return { effects, dropped, missingYear };
}

function traceOf(
  reglament: Reglament,
  situation: Situation,
  rule: CompiledRule,
  answer: Answer | undefined,
): RuleTrace {
  const fired = answer?.holds === true;
  const clauses = clausesFor(reglament, rule, situation.ticket.kind);
  const trace = { rule, clauses, fired, leaves: answer?.leaves ?? [] };
  if (!fired || rule.why === undefined) return trace;
  const ru = say(reglament, situation, rule.why, 'ru', rule.bindings);
  const en = say(reglament, situation, rule.why, 'en', rule.bindings);
  return 'text' in ru && 'text' in en ? { ...trace, why: { ru: ru.text, en: en.text } } : trace;
}

function deadlinesOf(
  reglament: Reglament,
  situation: Situation,
): readonly Exclude<Deadline, { kind: 'none' }>[] {
  return [...reglament.deadlines.keys()]
    .map(situation.deadline)
    .filter((deadline) => deadline.kind !== 'none');
}
