import { whenAsked } from '#core/calendar/when-asked.ts';
import type { CompiledRule, Reglament } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { DeskEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Decision, DecisionHead, DroppedEffect, PlannedEffect, RuleTrace } from './decision.ts';
import { type AskedRule, inquiryOf, layOutFacts } from './inquiry.ts';
import { openSituation } from './open-situation.ts';
import { planRule } from './plan-effects.ts';
import { type Answer, judge } from './rule-engine.ts';
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
  const inquiry = inquiryOf(reglament, event.kind, situation.ticket.kind);
  const facts = layOutFacts(inquiry, situation);
  const answers = await judge(inquiry.questions, inquiry.operators, facts);
  const plans = planAll(reglament, situation, inquiry.rules, answers);
  const deadlines = whenAsked(() =>
    [...reglament.deadlines.keys()].map(situation.deadline).filter((deadline) => deadline.kind !== 'none'),
  );
  const head: DecisionHead = {
    event,
    now,
    policyVersion: reglament.version,
    rules: inquiry.rules.map((asked) => traceOf(reglament, situation, asked, answers.get(asked.rule.id))),
    dropped: plans.dropped,
    get deadlines() {
      return deadlines();
    },
  };
  // Laid onto the head, not copied with it: a copy would count the deadlines.
  if (plans.effects.length > 0) return Object.assign(head, { kind: 'act' as const, effects: plans.effects });
  const { missingYear } = plans;
  if (missingYear === undefined) return Object.assign(head, { kind: 'leave' as const, effects: NONE });
  return Object.assign(head, { kind: 'undecided' as const, effects: NONE, missingYear });
}

const NONE = [] as const;

interface Plans {
  readonly effects: readonly PlannedEffect[];
  readonly dropped: readonly DroppedEffect[];
  readonly missingYear: number | undefined;
}

function planAll(
  reglament: Reglament,
  situation: Situation,
  rules: readonly AskedRule[],
  answers: ReadonlyMap<string, Answer>,
): Plans {
  const effects: PlannedEffect[] = [];
  const dropped: DroppedEffect[] = [];
  let missingYear: number | undefined;
  for (const { rule, effects: asked } of rules) {
    if (answers.get(rule.id)?.holds !== true) continue;
    const wanted = asked
      .filter(({ question }) => question === undefined || answers.get(question)?.holds === true)
      .map(({ effect }) => effect);
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
  { rule, clauses }: AskedRule,
  answer: Answer | undefined,
): RuleTrace {
  const fired = answer?.holds === true;
  const leaves = whenAsked(() => answer?.leaves() ?? []);
  const why = whenAsked(() => (fired ? whyOf(reglament, situation, rule) : undefined));
  return {
    rule,
    clauses,
    fired,
    get leaves() {
      return leaves();
    },
    get why() {
      return why();
    },
  };
}

function whyOf(
  reglament: Reglament,
  situation: Situation,
  { why, bindings }: CompiledRule,
): RuleTrace['why'] {
  if (why === undefined) return undefined;
  const ru = say(reglament, situation, why, 'ru', bindings);
  const en = say(reglament, situation, why, 'en', bindings);
  return 'text' in ru && 'text' in en ? { ru: ru.text, en: en.text } : undefined;
}
