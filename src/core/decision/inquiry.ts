import { leavesOf } from '#core/policy/language/conditions.ts';
import {
  type CompiledEffect,
  type CompiledRule,
  clausesFor,
  type FactUse,
  type Reglament,
  valueFor,
} from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type {
  FactDefinition,
  FactValue,
  OperatorDefinition,
  Parameters,
} from '#core/policy/language/vocabulary.ts';
import type { EventKind } from '#core/ticket/event.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import { type Question, questionOf } from './rule-engine.ts';

/** What a reglament asks about one kind of event on one kind of request. */
export interface Inquiry {
  /** By priority, then by id. */
  readonly rules: readonly AskedRule[];
  readonly questions: readonly Question[];
  readonly operators: readonly OperatorDefinition[];
  readonly facts: readonly AskedFact[];
}

export interface AskedRule {
  readonly rule: CompiledRule;
  /** The clauses that it keeps for this kind of request. */
  readonly clauses: readonly string[];
  readonly effects: readonly AskedEffect[];
}

export interface AskedEffect {
  readonly effect: CompiledEffect;
  /** Name of the question whether its own condition holds; absent when it has none. */
  readonly question: string | undefined;
}

/** A fact as a condition uses it, its parameters replaced by values. */
interface AskedFact {
  readonly key: string;
  readonly definition: FactDefinition | undefined;
  readonly parameters: Parameters;
}

const inquiries = new WeakMap<Reglament, Map<string, Inquiry>>();

/** Prepared when it is first asked for: it depends on nothing that happens on tickets. */
export function inquiryOf(reglament: Reglament, event: EventKind, kind: Kind): Inquiry {
  let known = inquiries.get(reglament);
  if (known === undefined) {
    known = new Map();
    inquiries.set(reglament, known);
  }
  const name = `${event} ${kind}`;
  const inquiry = known.get(name) ?? prepare(reglament, event, kind);
  known.set(name, inquiry);
  return inquiry;
}

function prepare(reglament: Reglament, event: EventKind, kind: Kind): Inquiry {
  const rules = reglament.rules.filter(({ on }) => on.includes(event));
  const questions = rules.flatMap((rule) => questionsOf(rule, kind));
  const leaves = questions.flatMap(({ condition }) => leavesOf(condition));
  const uses = new Map<string, FactUse>(leaves.map(({ fact }) => [fact.key, fact]));
  const operators = new Set(leaves.map(({ operator }) => operator));
  return {
    rules: rules.map((rule) => ({
      rule,
      clauses: clausesFor(reglament, rule, kind),
      effects: rule.effects.map((effect, index) => ({
        effect,
        question: effect.condition === undefined ? undefined : effectName(rule, index),
      })),
    })),
    questions,
    operators: [...operators].flatMap((id) => reglament.vocabulary.operators.get(id) ?? []),
    facts: [...uses].map(([key, { id, parameters }]) => ({
      key,
      definition: reglament.vocabulary.facts.get(id),
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, use]) => [name, valueFor(use, kind)]),
      ),
    })),
  };
}

/** The rule's condition under its id, each effect's own condition under id and index. */
function questionsOf(rule: CompiledRule, kind: Kind): readonly Question[] {
  return [
    questionOf(rule.id, rule.condition, kind),
    ...rule.effects.flatMap(({ condition }, index) =>
      condition === undefined ? [] : [questionOf(effectName(rule, index), condition, kind)],
    ),
  ];
}

function effectName(rule: CompiledRule, index: number): string {
  return `${rule.id}#${index}`;
}

/** The value of every fact that the inquiry needs, by the key of its use. */
export function layOutFacts({ facts }: Inquiry, situation: Situation): ReadonlyMap<string, FactValue> {
  const values = new Map<string, FactValue>();
  for (const { key, definition, parameters } of facts)
    values.set(key, definition?.read(situation, parameters) ?? null);
  return values;
}
