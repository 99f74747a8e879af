import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { CompiledRule, DeadlineSpec, ValueUse } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { EventKind } from '#core/ticket/event.ts';
import { checkChoices } from './check-choices.ts';
import { compileBindings } from './compile-bindings.ts';
import { compileCondition } from './compile-conditions.ts';
import { compileEffect } from './compile-effect.ts';
import { compileParameters, compileValue, type PolicyParameters } from './compile-parameters.ts';
import { compileSpan } from './compile-span.ts';
import type { ConditionScope } from './condition-scope.ts';

/** Names that policies refer to and that stand in other files. */
export interface KnownNames {
  readonly messages: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  readonly deadlines: ReadonlySet<string>;
}

export interface CompiledPolicy {
  readonly rules: readonly CompiledRule[];
  readonly deadlines: readonly DeadlineSpec[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A policy file as its schema accepts it. */
export interface PolicyFile {
  readonly policy: string;
  readonly name: Bilingual;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly deadlines?: Readonly<Record<string, WrittenDeadline>>;
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly rules: readonly WrittenRule[];
}

interface WrittenDeadline {
  readonly from: { readonly moment: string; readonly [parameter: string]: unknown };
  readonly within: unknown;
  readonly notBefore?: readonly string[];
  readonly shown?: boolean;
}

export interface WrittenRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly clauses: readonly string[];
  readonly on: readonly EventKind[];
  readonly priority?: number;
  readonly conditions: unknown;
  readonly quiet?: unknown;
  readonly why?: string;
  readonly with?: unknown;
  readonly effects: readonly Readonly<Record<string, unknown>>[];
}

/** json-rules-engine's own default. */
const DEFAULT_PRIORITY = 1;

/** Compiles one policy file that its schema has accepted; every finding is reported, none hides another. */
export function compilePolicy(
  document: JsonDocument,
  vocabulary: Vocabulary,
  known: KnownNames,
): CompiledPolicy {
  const file = document.value as PolicyFile;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const { parameters, diagnostics: ofParameters } = compileParameters(document, file.parameters ?? {});
  diagnostics.push(...ofParameters);
  const scope: ConditionScope = {
    document,
    parameters,
    vocabulary,
    named: file.conditions ?? {},
    deadlines: known.deadlines,
    report,
  };
  const deadlines = Object.entries(file.deadlines ?? {}).flatMap(([name, written]) =>
    compileDeadline(scope, file.policy, name, written),
  );
  for (const name of Object.keys(scope.named))
    compileCondition(scope, scope.named[name], ['conditions', name], [name]);
  const rules = file.rules.flatMap((rule, index) => compileRule(scope, file.policy, rule, index, known));
  diagnostics.push(...checkChoices(document, rules, parameters));
  return { rules, deadlines, diagnostics };
}

function compileDeadline(
  scope: ConditionScope,
  policy: string,
  name: string,
  written: WrittenDeadline,
): readonly DeadlineSpec[] {
  const { document, parameters } = scope;
  const path = ['deadlines', name];
  const within = compileSpan(scope, written.within, [...path, 'within'], 'businessDays');
  if (within === undefined) return [];
  const { moment, ...momentParameters } = written.from;
  return [
    {
      name,
      policy,
      moment,
      momentParameters: valuesOf(scope, momentParameters, [...path, 'from'], parameters),
      within,
      lowerBounds: written.notBefore ?? [],
      shown: written.shown ?? true,
      place: document.placeOf(path),
    },
  ];
}

function valuesOf(
  scope: ConditionScope,
  written: Readonly<Record<string, unknown>>,
  path: JsonPath,
  parameters: PolicyParameters,
): Readonly<Record<string, ValueUse>> {
  const values: Record<string, ValueUse> = {};
  for (const [name, value] of Object.entries(written)) {
    const compiled = compileValue(scope.document, [...path, name], value, parameters);
    if ('diagnostic' in compiled) scope.report(compiled.diagnostic);
    else values[name] = compiled.use;
  }
  return values;
}

function compileRule(
  scope: ConditionScope,
  policy: string,
  rule: WrittenRule,
  index: number,
  known: KnownNames,
): readonly CompiledRule[] {
  const { document, report } = scope;
  const path = ['rules', index];
  for (const [position, clause] of rule.clauses.entries()) {
    if (known.clauses.has(clause)) continue;
    report(unknownName(document, 'RGL1106', [...path, 'clauses', position], clause, known.clauses));
  }
  if (rule.why !== undefined && !known.messages.has(rule.why)) {
    report(unknownName(document, 'RGL1105', [...path, 'why'], rule.why, known.messages));
  }
  const bindings = compileBindings(scope, rule.with, [...path, 'with'], known.messages);
  const condition = compileCondition(scope, rule.conditions, [...path, 'conditions']);
  const quiet = compileSpan(scope, rule.quiet, [...path, 'quiet'], 'clockTime');
  const effects = rule.effects.map((effect, position) =>
    compileEffect({ scope, messages: known.messages, condition, bindings }, effect, [
      ...path,
      'effects',
      position,
    ]),
  );
  if (condition === undefined || !effects.every((effect) => effect !== undefined)) return [];
  return [
    {
      id: rule.id,
      name: rule.name,
      policy,
      clauses: rule.clauses,
      on: rule.on,
      priority: rule.priority ?? DEFAULT_PRIORITY,
      condition,
      quiet,
      effects,
      why: rule.why,
      bindings,
      place: document.placeOf(path),
    },
  ];
}
