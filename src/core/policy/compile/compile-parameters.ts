import { parseTimeSpan } from '#core/calendar/time-span.ts';
import type { ParameterValue, ValueUse } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { missing } from '#core/policy/source/schema-check.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { Kind } from '#core/ticket/ticket.ts';

export type PolicyParameters = ReadonlyMap<string, ParameterValue>;

const KINDS: readonly Exclude<Kind, 'unclear'>[] = ['consultation', 'error', 'changeRequest'];

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
    const unclear = byKind.unclear ?? longest(KINDS.map((kind) => byKind[kind] ?? ''));
    if (unclear === undefined) {
      diagnostics.push(
        document.diagnose('RGL1004', ['parameters', name, 'byKind'], missing('unclear'), {
          hint: {
            ru: 'самый долгий срок есть только у рабочих дней: скажите, что действует, пока вид обращения не ясен',
            en: 'only business days have a longest: say what counts while the kind of a request is unclear',
          },
        }),
      );
      continue;
    }
    parameters.set(name, { kind: 'byKind', values: { ...byKind, unclear } as Record<Kind, FactValue> });
  }
  return { parameters, diagnostics };
}

function longest(values: readonly FactValue[]): FactValue | undefined {
  let best: { value: FactValue; days: number } | undefined;
  for (const value of values) {
    const span = typeof value === 'string' ? parseTimeSpan(value) : undefined;
    if (span?.unit !== 'businessDays') return undefined;
    if (best === undefined || span.count > best.days) best = { value, days: span.count };
  }
  return best?.value;
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
