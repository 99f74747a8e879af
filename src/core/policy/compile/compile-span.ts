import type { Bilingual } from '#core/calendar/bilingual.ts';
import { parseTimeSpan, TIME_SPAN_EXAMPLES, type TimeSpan } from '#core/calendar/time-span.ts';
import type { ValueUse } from '#core/policy/language/reglament.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { compileValue, possibleValues } from './compile-parameters.ts';
import type { ConditionScope } from './condition-scope.ts';

/** In which unit a span is wanted, in words that follow "here". */
const UNITS: Readonly<Record<TimeSpan['unit'], Bilingual>> = {
  businessDays: { ru: 'срок считается в рабочих днях', en: 'a deadline is counted in business days' },
  businessTime: { ru: 'здесь нужны рабочие часы', en: 'business hours are wanted here' },
  clockTime: { ru: 'здесь нужны минуты или часы', en: 'minutes or hours are wanted here' },
};

/**
 * A time span as written, or the parameter that holds it, in the one unit that makes sense in its place.
 *
 * @returns `undefined` when there is none, or when it was reported
 */
export function compileSpan(
  { document, parameters, report }: ConditionScope,
  written: unknown,
  path: JsonPath,
  unit: TimeSpan['unit'],
): ValueUse | undefined {
  if (written === undefined) return undefined;
  const compiled = compileValue(document, path, written, parameters);
  if ('diagnostic' in compiled) {
    report(compiled.diagnostic);
    return undefined;
  }
  const wrong = possibleValues(compiled.use).find(
    (value) => typeof value !== 'string' || parseTimeSpan(value)?.unit !== unit,
  );
  if (wrong === undefined) return compiled.use;
  const { ru, en } = UNITS[unit];
  const hint = {
    ru: `${ru}; промежутки пишутся так: ${TIME_SPAN_EXAMPLES}`,
    en: `${en}; time spans are written ${TIME_SPAN_EXAMPLES}`,
  };
  const span = JSON.stringify(wrong);
  const message = { ru: `${span} нельзя отсчитать`, en: `${span} cannot be counted` };
  const { use } = compiled;
  const at = use.kind === 'parameter' && use.value.kind === 'one' ? ['parameters', use.name] : path;
  report(document.diagnose('RGL2004', at, message, { hint }));
  return undefined;
}
