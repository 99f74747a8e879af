import type { Language } from '#core/calendar/bilingual.ts';
import { parseTimeSpan } from '#core/calendar/time-span.ts';
import { type Clause, valueFor } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { compileMessage } from '#core/policy/text/messages.ts';
import { wordingOf } from '#core/policy/text/wording.ts';
import { compileParameters, type PolicyParameters } from './compile-parameters.ts';
import type { PolicyFile } from './compile-policy.ts';

type WrittenClause = Clause['text'] &
  Pick<Clause, 'kind' | 'keptBy'> & {
    readonly with?: Readonly<Record<string, { readonly parameter: string }>>;
  };

export interface CompiledClauses {
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The clauses of the regulation, each with the numbers that the policies keep: what a clause says of days stands in it
 * as `{days}`, and its `with` names the parameter, so prose and rules cannot say different things.
 *
 * @param policiesAreWhole whether all policies could be read: else a parameter may be there that is not known
 */
export function compileClauses(
  documents: readonly JsonDocument[],
  policies: readonly JsonDocument[],
  policiesAreWhole: boolean,
): CompiledClauses {
  const parameters = parametersByName(policies);
  const clauses = new Map<string, Clause>();
  const diagnostics: Diagnostic[] = [];
  for (const document of documents) {
    const written = (document.value as { readonly clauses: Readonly<Record<string, WrittenClause>> }).clauses;
    for (const [id, clause] of Object.entries(written)) {
      const compiled = compileClause(document, id, clause, parameters);
      const found = compiled.diagnostics.filter(({ code }) => policiesAreWhole || code !== 'RGL1104');
      diagnostics.push(...found);
      clauses.set(id, compiled.clause);
    }
  }
  return { clauses, diagnostics };
}

/** `reopening.returnWithin` */
function parametersByName(policies: readonly JsonDocument[]): PolicyParameters {
  return new Map(
    policies.flatMap((document) => {
      const { policy, parameters = {} } = document.value as PolicyFile;
      return [...compileParameters(document, parameters).parameters].map(
        ([name, value]) => [`${policy}.${name}`, value] as const,
      );
    }),
  );
}

function compileClause(
  document: JsonDocument,
  id: string,
  { ru, en, kind, keptBy, with: bound = {} }: WrittenClause,
  parameters: PolicyParameters,
): { readonly clause: Clause; readonly diagnostics: readonly Diagnostic[] } {
  const path = ['clauses', id];
  const diagnostics: Diagnostic[] = [];
  const values: Record<string, string | number> = {};
  const days: number[] = [];
  for (const [name, { parameter }] of Object.entries(bound)) {
    const value = parameters.get(parameter);
    if (value === undefined) {
      diagnostics.push(
        unknownName(document, 'RGL1104', [...path, 'with', name, 'parameter'], parameter, parameters.keys()),
      );
      continue;
    }
    const said = valueFor({ kind: 'parameter', name: parameter, value }, kind ?? 'unclear');
    const count = businessDaysIn(said);
    if (count !== undefined) days.push(count);
    values[name] = count ?? (typeof said === 'number' ? said : String(said));
  }
  const say = (language: Language, text: string): string => {
    const { said, diagnostic } = saidIn(
      document,
      [...path, language],
      language,
      text,
      values,
      Object.keys(bound),
    );
    if (diagnostic !== undefined) diagnostics.push(diagnostic);
    return said;
  };
  const text = { ru: say('ru', ru), en: say('en', en) };
  const clause: Clause = {
    id,
    text,
    ...(kind === undefined ? {} : { kind }),
    ...(keptBy === undefined ? {} : { keptBy }),
    ...(days[0] === undefined ? {} : { businessDays: days[0] }),
  };
  return { clause, diagnostics };
}

function businessDaysIn(value: FactValue): number | undefined {
  const span = typeof value === 'string' ? parseTimeSpan(value) : undefined;
  return span?.unit === 'businessDays' ? span.count : undefined;
}

function saidIn(
  document: JsonDocument,
  path: JsonPath,
  language: Language,
  text: string,
  values: Readonly<Record<string, string | number>>,
  bound: readonly string[],
): { readonly said: string; readonly diagnostic?: Diagnostic } {
  const format = compileMessage(text, language);
  if ('wrong' in format) {
    const message = {
      ru: `текст пункта не составить: ${format.wrong}`,
      en: `the text of the clause cannot be formatted: ${format.wrong}`,
    };
    return { said: text, diagnostic: document.diagnose('RGL2006', path, message) };
  }
  const { placeholders } = wordingOf(format.getAst());
  const unknown = placeholders.find((name) => !bound.includes(name));
  if (unknown !== undefined) {
    const message = {
      ru: `{${unknown}} здесь ничем не заполнено`,
      en: `nothing fills {${unknown}} here`,
    };
    const hint = {
      ru: `назовите параметр: "with": { "${unknown}": { "parameter": "reopening.returnWithin" } }`,
      en: `name a parameter: "with": { "${unknown}": { "parameter": "reopening.returnWithin" } }`,
    };
    return {
      said: text,
      diagnostic: document.diagnose('RGL1110', path, message, { hint }),
    };
  }
  // A parameter that is not known was reported: the text waits for it.
  if (placeholders.some((name) => !(name in values))) return { said: text };
  return { said: String(format.format(values)) };
}
