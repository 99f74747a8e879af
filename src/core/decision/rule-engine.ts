import { Engine, type NestedCondition, Rule, type TopLevelCondition } from 'json-rules-engine';
import { type Condition, type Leaf, valueFor } from '#core/policy/language/reglament.ts';
import type { FactValue, OperatorDefinition } from '#core/policy/language/vocabulary.ts';
import type { Kind } from '#core/ticket/ticket.ts';

/** A condition to judge, under a name of the caller's choosing, for tickets of one kind. */
export interface Question {
  readonly name: string;
  readonly condition: Condition;
  readonly kind: Kind;
  /** The same in the engine's form: a run copies its conditions, and asks its engine for operators only. */
  readonly rule: Rule;
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
  /** Every leaf, in the order of the policy file; none is left out. Gathered when somebody asks. */
  readonly leaves: () => readonly SeenLeaf[];
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
 * silently drop rules (see WHY.md). The rules in it are shared: they keep nothing of a run.
 *
 * @param operators all that the questions compare with
 * @param facts by the key of their use; every fact that a condition asks for must be there
 */
export async function judge(
  questions: readonly Question[],
  operators: readonly OperatorDefinition[],
  facts: ReadonlyMap<string, FactValue>,
): Promise<ReadonlyMap<string, Answer>> {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: (value) => value });
  for (const { id, holds } of operators) engine.addOperator(id, holds);
  for (const [key, value] of facts) engine.addFact(key, value, PLAIN);
  for (const { rule } of questions) engine.addRule(rule);
  const { results, failureResults } = await engine.run();
  const answers = new Map<string, Answer>();
  const asked = new Map(questions.map((question) => [question.name, question]));
  for (const { name, result, conditions: judged } of [...results, ...failureResults]) {
    const question = asked.get(name);
    if (question === undefined) continue;
    const { condition, kind } = question;
    answers.set(name, {
      holds: result === true,
      leaves: () => seenLeaves(condition, judged as JudgedNode, kind),
    });
  }
  return answers;
}

/** A plain value is at hand: the engine need not make up a key under which to keep it. */
const PLAIN = { cache: false };

/** Prepares a condition for {@link judge}, once for as many tickets as there are. */
export function questionOf(name: string, condition: Condition, kind: Kind): Question {
  const root = rooted(condition);
  const conditions = toEngine(root, kind) as TopLevelCondition;
  return { name, condition: root, kind, rule: new Rule({ name, conditions, event: { type: name } }) };
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

function seenLeaves(condition: Condition, judged: JudgedNode, kind: Kind): readonly SeenLeaf[] {
  const leaves: SeenLeaf[] = [];
  gatherLeaves(leaves, condition, judged, kind);
  return leaves;
}

/** Walks our condition and the engine's judged copy of it side by side. */
function gatherLeaves(
  leaves: SeenLeaf[],
  condition: Condition,
  judged: JudgedNode | undefined,
  kind: Kind,
): void {
  if (condition.kind === 'leaf') {
    leaves.push({
      leaf: condition,
      value: valueFor(condition.value, kind),
      seen: judged?.factResult ?? null,
      holds: judged?.result === true,
    });
    return;
  }
  if (condition.kind === 'not') {
    gatherLeaves(leaves, condition.of, judged?.not, kind);
    return;
  }
  const parts = judged?.[condition.kind];
  for (const [index, part] of condition.of.entries()) gatherLeaves(leaves, part, parts?.[index], kind);
}
