import type { PolicyFile } from '#core/policy/compile/compile-policy.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import type { Inspected } from './inspected.ts';

/** Parameters and named conditions to which nothing in their file refers: whoever changes them changes nothing. */
export function unusedNames({ documents }: Inspected): readonly Diagnostic[] {
  return documents.policies.flatMap((document) => {
    const { parameters = {}, ...others } = document.value as PolicyFile;
    const said = referencesIn(others);
    return [
      ...unused(document, 'parameters', Object.keys(parameters), said.parameters, PARAMETER),
      ...unused(document, 'conditions', Object.keys(others.conditions ?? {}), said.conditions, CONDITION),
    ];
  });
}

const PARAMETER = {
  code: 'RGL3002',
  message: (name: string) => ({
    ru: `параметр «${name}» никем не используется: его изменение ничего не меняет`,
    en: `nothing uses the parameter "${name}": changing it changes nothing`,
  }),
} as const;

const CONDITION = {
  code: 'RGL3003',
  message: (name: string) => ({
    ru: `на условие «${name}» никто не ссылается`,
    en: `nothing refers to the condition "${name}"`,
  }),
} as const;

const REMOVE = { ru: 'уберите или используйте', en: 'remove it, or use it' };

function unused(
  document: JsonDocument,
  section: 'parameters' | 'conditions',
  names: readonly string[],
  said: ReadonlySet<string>,
  { code, message }: typeof PARAMETER | typeof CONDITION,
): readonly Diagnostic[] {
  return names
    .filter((name) => !said.has(name))
    .map((name) =>
      document.diagnose(code, [section, name], message(name), {
        severity: 'warning',
        hint: REMOVE,
        atKey: true,
      }),
    );
}

interface References {
  readonly parameters: Set<string>;
  readonly conditions: Set<string>;
}

/** `{"parameter": "x"}`, the fact `parameter` with its name, `{"condition": "x"}`, wherever they stand. */
function referencesIn(value: unknown, found: References = { parameters: new Set(), conditions: new Set() }) {
  if (typeof value !== 'object' || value === null) return found;
  const { parameter, condition, fact, params } = value as Readonly<Record<string, unknown>>;
  if (typeof parameter === 'string') found.parameters.add(parameter);
  if (typeof condition === 'string') found.conditions.add(condition);
  const named = (params as { readonly name?: unknown } | undefined)?.name;
  if (fact === 'parameter' && typeof named === 'string') found.parameters.add(named);
  for (const inner of Object.values(value)) referencesIn(inner, found);
  return found;
}
