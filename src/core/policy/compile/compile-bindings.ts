import type { Binding, Bindings, DeadlineBinding, ListBinding } from '#core/policy/language/reglament.ts';
import type { FactDefinition } from '#core/policy/language/vocabulary.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { compileFactUse } from './compile-conditions.ts';
import type { ConditionScope } from './condition-scope.ts';

type Written = Partial<DeadlineBinding> & { readonly fact?: string; readonly params?: unknown };

/**
 * The `with` of a rule or an effect: each placeholder bound to a deadline that exists, or to a list that a fact reads.
 *
 * What is bound to something unknown is reported, and bound all the same: that nothing fills it is no second mistake.
 *
 * @param messages ids of all messages, by which the words of lists are said
 */
export function compileBindings(
  scope: ConditionScope,
  written: unknown,
  path: JsonPath,
  messages: ReadonlySet<string>,
): Bindings {
  const bindings: Record<string, Binding> = {};
  for (const [placeholder, bound] of Object.entries((written ?? {}) as Readonly<Record<string, Written>>)) {
    const at = [...path, placeholder];
    bindings[placeholder] =
      bound.fact === undefined
        ? deadlineBinding(scope, bound, at)
        : listBinding(scope, bound.fact, bound.params, at, messages);
  }
  return bindings;
}

function deadlineBinding(
  { deadlines, report, document }: ConditionScope,
  { deadline = '', as = 'lastDay' }: Written,
  path: JsonPath,
): DeadlineBinding {
  if (!deadlines.has(deadline)) {
    report(unknownName(document, 'RGL1107', [...path, 'deadline'], deadline, deadlines));
  }
  return { deadline, as };
}

function listBinding(
  scope: ConditionScope,
  name: string,
  params: unknown,
  path: JsonPath,
  messages: ReadonlySet<string>,
): ListBinding {
  const { vocabulary, document, report } = scope;
  const lists = [...vocabulary.facts.values()].filter(isSayable);
  const fact = lists.find(({ id }) => id === name);
  if (fact === undefined) {
    const known = lists.map(({ id }) => id);
    report(unknownName(document, 'RGL1101', [...path, 'fact'], name, known));
    return { fact: { key: name, id: name, parameters: {} }, saidAs: name };
  }
  const { values, saidAs } = fact.result;
  const unsaid = values.map((word) => `${saidAs}-${word}`).filter((id) => !messages.has(id));
  for (const id of unsaid) report(unknownName(document, 'RGL1105', [...path, 'fact'], id, messages));
  const use = compileFactUse(scope, fact, params, path);
  return { fact: use ?? { key: name, id: name, parameters: {} }, saidAs };
}

interface Sayable extends FactDefinition {
  readonly result: { readonly type: 'texts'; readonly values: readonly string[]; readonly saidAs: string };
}

/** A list whose words have messages that say them to people. */
function isSayable(fact: FactDefinition): fact is Sayable {
  const { result } = fact;
  return result.type === 'texts' && result.values !== undefined && result.saidAs !== undefined;
}
