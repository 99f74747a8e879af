import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { type Condition, type Leaf, valueFor } from '#core/policy/language/reglament.ts';
import type { FactValue, Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Kind } from '#core/ticket/ticket.ts';

/** A condition to judge, under a name of the caller's choosing. */
export interface Question {
  readonly name: string;
  readonly condition: Condition;
}

/** One leaf of a judged condition, with the value that was seen. */
export interface SeenLeaf {
  readonly leaf: Leaf;
  readonly value: FactValue;
  readonly seen: FactValue;
  readonly holds: boolean;
}

export interface Answer {
  readonly holds: boolean;
  /** Every leaf, in the order of the policy file; none is left out. */
  readonly leaves: readonly SeenLeaf[];
}

/** What we read of the engine's result tree. */
interface JudgedNode {
  readonly all?: readonly JudgedNode[];
  readonly any?: readonly JudgedNode[];
  readonly not?: JudgedNode;
  readonly result?: boolean;
  readonly factResult?: FactValue;
}

/**
 * Judges conditions with json-rules-engine.
 *
 * The facts are plain values, laid out before: nothing is fetched, nothing throws, and every leaf leaves a result
 * because no condition has a priority. Each call has an engine of its own: overlapping runs of a shared one
 * silently drop rules (see WHY.md).
 *
 * @param facts by the key of their use; every fact that a condition asks for must be there
 */
export async function judge(
  questions: readonly Question[],
  facts: ReadonlyMap<string, FactValue>,
  vocabulary: Vocabulary,
  kind: Kind,
): Promise<ReadonlyMap<string, Answer>> {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: (value) => value });
  for (const operator of vocabulary.operators.values()) engine.addOperator(operator.id, operator.holds);
  for (const [key, value] of facts) engine.addFact(key, value);
  for (const { name, condition } of questions) engine.addRule(ruleOf(name, condition, kind));
  const { results, failureResults } = await engine.run();
  const answers = new Map<string, Answer>();
  const conditions = new Map(questions.map(({ name, condition }) => [name, condition]));
  for (const { name, result, conditions: judged } of [...results, ...failureResults]) {
    const condition = conditions.get(name);
    if (condition === undefined) continue;
    answers.set(name, {
      holds: result === true,
      leaves: seenLeaves(rooted(condition), judged as JudgedNode, kind),
    });
  }
  return answers;
}

function ruleOf(name: string, condition: Condition, kind: Kind): RuleProperties {
  return {
    name,
    conditions: toEngine(rooted(condition), kind) as TopLevelCondition,
    event: { type: name },
  };
}

/** The engine wants a group at the root. */
function rooted(condition: Condition): Condition {
  return condition.kind === 'leaf' ? { kind: 'all', of: [condition] } : condition;
}

function toEngine(condition: Condition, kind: Kind): NestedCondition {
  switch (condition.kind) {
    case 'leaf':
      return {
        fact: condition.fact.key,
        operator: condition.operator,
        value: valueFor(condition.value, kind),
      };
    case 'not':
      return { not: toEngine(condition.of, kind) };
    case 'all':
      return { all: condition.of.map((part) => toEngine(part, kind)) };
    case 'any':
      return { any: condition.of.map((part) => toEngine(part, kind)) };
  }
}

/** Walks our condition and the engine's judged copy of it side by side. */
function seenLeaves(condition: Condition, judged: JudgedNode | undefined, kind: Kind): readonly SeenLeaf[] {
  if (condition.kind === 'leaf') {
    return [
      {
        leaf: condition,
        value: valueFor(condition.value, kind),
        seen: judged?.factResult ?? null,
        holds: judged?.result === true,
      },
    ];
  }
  if (condition.kind === 'not') return seenLeaves(condition.of, judged?.not, kind);
  const { kind: group } = condition;
  return condition.of.flatMap((part, index) => seenLeaves(part, judged?.[group]?.[index], kind));
}
