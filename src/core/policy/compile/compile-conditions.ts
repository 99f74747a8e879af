import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Condition, FactUse, Leaf, ValueUse } from '#core/policy/language/reglament.ts';
import { comparisonMistake } from '#core/policy/language/value-types.ts';
import type { FactDefinition } from '#core/policy/language/vocabulary.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { openSchemaCheck, type SchemaCheck } from '#core/policy/source/schema-check.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { checkTaken } from './check-taken.ts';
import { compileValue, possibleValues } from './compile-parameters.ts';
import type { ConditionScope } from './condition-scope.ts';
import { parametersOf, withReferences } from './schema-parts.ts';

type Written = Readonly<Record<string, unknown>>;

/**
 * Compiles one condition that its schema has accepted.
 *
 * @param path where the condition stands
 * @returns `undefined` when something in it was reported
 */
export function compileCondition(
  scope: ConditionScope,
  written: unknown,
  path: JsonPath,
  within: readonly string[] = [],
): Condition | undefined {
  const condition = written as Written;
  for (const kind of ['all', 'any'] as const) {
    const list = condition[kind];
    if (!Array.isArray(list)) continue;
    const of = list.map((element, index) => compileCondition(scope, element, [...path, kind, index], within));
    return of.every((element) => element !== undefined) ? { kind, of } : undefined;
  }
  if ('not' in condition) {
    const of = compileCondition(scope, condition.not, [...path, 'not'], within);
    return of === undefined ? undefined : { kind: 'not', of };
  }
  if (typeof condition.condition === 'string') return compileNamed(scope, condition.condition, path, within);
  return compileLeaf(scope, condition, path);
}

function compileNamed(
  scope: ConditionScope,
  name: string,
  path: JsonPath,
  within: readonly string[],
): Condition | undefined {
  const written = Object.hasOwn(scope.named, name) ? scope.named[name] : undefined;
  if (written === undefined) {
    scope.report(
      unknownName(scope.document, 'RGL1111', [...path, 'condition'], name, Object.keys(scope.named)),
    );
    return undefined;
  }
  if (within.includes(name)) {
    const circle = [...within.slice(within.indexOf(name)), name].join(' → ');
    scope.report(
      scope.document.diagnose(
        'RGL2007',
        [...path, 'condition'],
        { ru: `условия по кругу: ${circle}`, en: `conditions in a circle: ${circle}` },
        {
          hint: { ru: 'условие не может опираться на само себя', en: 'a condition cannot rest on itself' },
        },
      ),
    );
    return undefined;
  }
  return compileCondition(scope, written, ['conditions', name], [...within, name]);
}

function compileLeaf(scope: ConditionScope, written: Written, path: JsonPath): Leaf | undefined {
  const { vocabulary, document, report } = scope;
  const fact = vocabulary.facts.get(String(written.fact));
  const operator = vocabulary.operators.get(String(written.operator));
  if (fact === undefined || operator === undefined) return undefined;
  const use = compileFactUse(scope, fact, written.params, path);
  const value = compileValue(document, [...path, 'value'], written.value, scope.parameters);
  if ('diagnostic' in value) {
    report(value.diagnostic);
    return undefined;
  }
  for (const possible of possibleValues(value.use)) {
    const mistake = comparisonMistake(fact.result, operator, possible);
    if (mistake === undefined) continue;
    report(
      document.diagnose(
        'RGL2002',
        [...path, 'value'],
        { ru: `${fact.id}: ${mistake.ru}`, en: `${fact.id}: ${mistake.en}` },
        valueHint(fact, possible),
      ),
    );
    return undefined;
  }
  if (use === undefined) return undefined;
  return { kind: 'leaf', fact: use, operator: operator.id, value: value.use, place: document.placeOf(path) };
}

function valueHint(fact: FactDefinition, value: unknown): { hint?: Bilingual; fix?: string } {
  return fact.result.type === 'oneOf' && typeof value === 'string'
    ? didYouMean(value, fact.result.values)
    : {};
}

const parameterChecks = new WeakMap<FactDefinition, SchemaCheck>();

/** A fact with its parameters; `undefined` when something in them was reported. */
export function compileFactUse(
  scope: ConditionScope,
  fact: FactDefinition,
  params: unknown,
  path: JsonPath,
): FactUse | undefined {
  const written = (params ?? {}) as Written;
  if (fact.parameters === undefined) {
    if (Object.keys(written).length === 0) return { key: fact.id, id: fact.id, parameters: {} };
    scope.report(
      scope.document.diagnose(
        'RGL2009',
        [...path, 'params'],
        { ru: `факт «${fact.id}» не принимает параметров`, en: `the fact "${fact.id}" takes no parameters` },
        {
          hint: { ru: 'уберите "params"', en: 'leave "params" out' },
        },
      ),
    );
    return undefined;
  }
  if (params === undefined) {
    scope.report(
      scope.document.diagnose('RGL1004', path, {
        ru: `здесь не хватает "params": факту «${fact.id}» нужно знать, о чём речь`,
        en: `"params" is missing: the fact "${fact.id}" needs to know which`,
      }),
    );
    return undefined;
  }
  const found = checkOf(fact)(scope.document, [...path, 'params']);
  if (found.length > 0) {
    for (const diagnostic of found) scope.report(diagnostic);
    return undefined;
  }
  return compileParametersOf(scope, fact, written, path);
}

function checkOf(fact: FactDefinition): SchemaCheck {
  const known = parameterChecks.get(fact);
  if (known !== undefined) return known;
  const check = openSchemaCheck({
    type: 'object',
    additionalProperties: false,
    ...fact.parameters,
    properties: withReferences(parametersOf(fact)),
  });
  parameterChecks.set(fact, check);
  return check;
}

function compileParametersOf(
  scope: ConditionScope,
  fact: FactDefinition,
  written: Written,
  path: JsonPath,
): FactUse | undefined {
  const parameters: Record<string, ValueUse> = {};
  for (const [name, value] of Object.entries(written)) {
    const compiled = compileParameter(scope, fact, name, value, path);
    if (compiled === undefined) return undefined;
    parameters[compiled.name] = compiled.use;
  }
  const named = Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1));
  // A parameter is its file's own: the same name elsewhere holds something else.
  const ofFile = Object.values(parameters).some(({ kind }) => kind === 'parameter');
  const policyName = ofFile ? `${scope.document.path} ` : '';
  return {
    key: `${fact.id} ${policyName}${JSON.stringify(Object.fromEntries(named))}`,
    id: fact.id,
    parameters,
  };
}

/** The fact `parameter` names one of the file; the others take values, which may be parameters of the file. */
function compileParameter(
  scope: ConditionScope,
  fact: FactDefinition,
  name: string,
  value: unknown,
  path: JsonPath,
): { readonly name: string; readonly use: ValueUse } | undefined {
  const { document, parameters, deadlines, report } = scope;
  const at = [...path, 'params', name];
  if (namesADeadline(fact, name) && !deadlines.has(String(value))) {
    report(unknownName(document, 'RGL1107', at, String(value), deadlines));
    return undefined;
  }
  const isName = fact.id === 'parameter' && name === 'name';
  const compiled = compileValue(document, at, isName ? { parameter: value } : value, parameters);
  if ('diagnostic' in compiled) {
    report(compiled.diagnostic);
    return undefined;
  }
  const wrong = isName ? [] : checkTaken(scope, fact, name, compiled.use, [...path, 'params']);
  for (const diagnostic of wrong) report(diagnostic);
  return wrong.length > 0 ? undefined : { name: isName ? 'value' : name, use: compiled.use };
}

/** Contributions mark parameters that name a deadline in their schema. */
function namesADeadline(fact: FactDefinition, parameter: string): boolean {
  const properties = fact.parameters?.properties as Readonly<Record<string, Written>> | undefined;
  return properties?.[parameter]?.['x-names'] === 'deadline';
}
