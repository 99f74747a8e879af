import { parseTimeSpan, TIME_SPAN_EXAMPLES } from '#core/calendar/time-span.ts';
import type { ParameterValue, ValueUse } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { missing } from '#core/policy/source/schema-check.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { Kind } from '#core/ticket/ticket.ts';

export type PolicyParameters = ReadonlyMap<string, ParameterValue>;

/** The parameters of one policy file; `unclear` is by default as generous as the most generous kind. */
export function compileParameters(
  document: JsonDocument,
  written: Readonly<Record<string, unknown>>,
): { readonly parameters: PolicyParameters; readonly diagnostics: readonly Diagnostic[] } {
  const parameters = new Map<string, ParameterValue>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, value] of Object.entries(written)) {
    const byKind = (value as { byKind?: Record<string, FactValue> }).byKind;
    if (byKind === undefined) {
      parameters.set(name, { kind: 'one', value: value as FactValue });
      continue;
    }
    const { values, diagnostics: ofValues } = byKindValues(document, name, byKind);
    diagnostics.push(...ofValues);
    parameters.set(name, { kind: 'byKind', values });
  }
  return { parameters, diagnostics };
}

/** What is wrong is reported where it stands, and taken for something right: one mistake shall not become many. */
function byKindValues(
  document: JsonDocument,
  name: string,
  byKind: Readonly<Record<string, FactValue>>,
): { readonly values: Readonly<Record<Kind, FactValue>>; readonly diagnostics: readonly Diagnostic[] } {
  const path = ['parameters', name, 'byKind'];
  const best = longest(Object.values(byKind));
  const wrong =
    best === undefined ? [] : Object.keys(byKind).filter((kind) => daysOf(byKind[kind]) === undefined);
  const diagnostics = wrong.map((kind) => {
    const span = JSON.stringify(byKind[kind]);
    const message = { ru: `${span} нельзя отсчитать`, en: `${span} cannot be counted` };
    const hint = {
      ru: `здесь пишут так: ${TIME_SPAN_EXAMPLES}`,
      en: `this is written ${TIME_SPAN_EXAMPLES}`,
    };
    return document.diagnose('RGL2004', [...path, kind], message, { hint });
  });
  if (best === undefined && byKind.unclear === undefined) {
    const hint = {
      ru: 'самый долгий срок есть только у рабочих дней: скажите, что действует, пока вид обращения не ясен',
      en: 'only business days have a longest: say what counts while the kind of a request is unclear',
    };
    diagnostics.push(document.diagnose('RGL1004', path, missing('unclear'), { hint }));
  }
  const valueFor = (kind: Kind) => (wrong.includes(kind) ? best : byKind[kind]) ?? best ?? '';
  const values = {
    consultation: valueFor('consultation'),
    error: valueFor('error'),
    changeRequest: valueFor('changeRequest'),
    unclear: valueFor('unclear'),
  };
  return { values, diagnostics };
}

/** The longest count of business days; `undefined` when there is none. */
function longest(values: readonly FactValue[]): FactValue | undefined {
  return values
    .filter((value) => daysOf(value) !== undefined)
    .toSorted((a, b) => (daysOf(b) ?? 0) - (daysOf(a) ?? 0))[0];
}

function daysOf(value: FactValue | undefined): number | undefined {
  const span = typeof value === 'string' ? parseTimeSpan(value) : undefined;
  return span?.unit === 'businessDays' ? span.count : undefined;
}

/** A value as written, or the parameter it refers to. */
export function compileValue(
  document: JsonDocument,
  path: JsonPath,
  written: unknown,
  parameters: PolicyParameters,
): { readonly use: ValueUse } | { readonly diagnostic: Diagnostic } {
  if (!isReference(written)) return { use: { kind: 'written', value: written as FactValue } };
  const value = parameters.get(written.parameter);
  if (value === undefined) {
    return {
      diagnostic: unknownName(
        document,
        'RGL1104',
        [...path, 'parameter'],
        written.parameter,
        parameters.keys(),
      ),
    };
  }
  return { use: { kind: 'parameter', name: written.parameter, value } };
}

/** Every value that a use can have, whatever the kind of request. */
export function possibleValues(use: ValueUse): readonly FactValue[] {
  if (use.kind === 'written') return [use.value];
  return use.value.kind === 'one' ? [use.value.value] : Object.values(use.value.values);
}

function isReference(value: unknown): value is { readonly parameter: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    typeof (value as { parameter?: unknown }).parameter === 'string'
  );
}
