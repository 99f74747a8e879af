import type { Binding, Bindings } from '#core/policy/language/reglament.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { ConditionScope } from './compile-conditions.ts';

/** The `with` of a rule or an effect: each placeholder bound to a deadline that exists. */
export function compileBindings(scope: ConditionScope, written: unknown, path: JsonPath): Bindings {
  const bindings: Record<string, Binding> = {};
  for (const [placeholder, binding] of Object.entries(
    (written ?? {}) as Readonly<Record<string, Partial<Binding>>>,
  )) {
    const deadline = binding.deadline ?? '';
    if (scope.deadlines.has(deadline)) {
      bindings[placeholder] = { deadline, as: binding.as ?? 'lastDay' };
      continue;
    }
    const at = [...path, placeholder, 'deadline'];
    scope.report(unknownName(scope.document, 'RGL1107', at, deadline, scope.deadlines));
  }
  return bindings;
}
