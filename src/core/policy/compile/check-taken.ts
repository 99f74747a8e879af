import type { ValueUse } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { type JsonSchema, openSchemaCheck, type SchemaCheck } from '#core/policy/source/schema-check.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { possibleValues } from './compile-parameters.ts';
import type { ConditionScope } from './condition-scope.ts';
import { parametersOf } from './schema-parts.ts';

/**
 * What is wrong with a value that a contribution takes. What is written in its place its schema has seen; what it
 * takes from a parameter is looked at where that stands, for every kind of request.
 */
export function checkTaken(
  { document, deadlines }: Pick<ConditionScope, 'document' | 'deadlines'>,
  contributed: { readonly parameters?: object },
  name: string,
  use: ValueUse,
  path: JsonPath,
): readonly Diagnostic[] {
  const schema = parametersOf(contributed).properties?.[name];
  if (schema === undefined) return [];
  const places = use.kind === 'parameter' ? placesOf(document, use.name) : [];
  const from = places.flatMap((at) => checkOf(schema)(document, at));
  if (from.length > 0 || schema['x-names'] !== 'deadline') return from;
  const [value] = possibleValues(use);
  if (typeof value !== 'string' || deadlines.has(value)) return [];
  return [unknownName(document, 'RGL1107', [...path, name], value, deadlines)];
}

/** Where the values of a parameter stand. */
function placesOf(document: JsonDocument, name: string): readonly JsonPath[] {
  const { parameters = {} } = document.value as {
    parameters?: Readonly<Record<string, { readonly byKind?: object } | undefined>>;
  };
  const path = ['parameters', name];
  const kinds = parameters[name]?.byKind;
  return kinds === undefined ? [path] : Object.keys(kinds).map((kind) => [...path, 'byKind', kind]);
}

const checks = new WeakMap<JsonSchema, SchemaCheck>();

function checkOf(schema: JsonSchema): SchemaCheck {
  const check = checks.get(schema) ?? openSchemaCheck(schema);
  checks.set(schema, check);
  return check;
}
