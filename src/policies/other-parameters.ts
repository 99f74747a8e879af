import type { Reglament } from '#core/policy/language/reglament.ts';
import { Fault } from '#faults.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { loadRules, type RulesFolder } from './load-rules.ts';

/** By policy and name, other values of parameters. */
export type OtherParameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface WrittenPolicy {
  readonly policy: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Names of the parameters of each policy. */
export function parametersIn({ files }: RulesFolder): ReadonlyMap<string, readonly string[]> {
  const policies = files.filter(isPolicy).map(({ text }) => JSON.parse(text) as WrittenPolicy);
  return new Map(policies.map(({ policy, parameters = {} }) => [policy, Object.keys(parameters)]));
}

/**
 * The policy as it would be with other values of some parameters; those that it does not have change nothing.
 *
 * @throws RGL9003 when the policy with these values has errors
 */
export function reglamentWith(
  folder: RulesFolder,
  reglament: Reglament,
  parameters: OtherParameters,
): Reglament {
  if (Object.keys(parameters).length === 0) return reglament;
  const files = folder.files.map((file) => {
    if (!isPolicy(file)) return file;
    const written = JSON.parse(file.text) as WrittenPolicy;
    const changed = { ...written, parameters: { ...written.parameters, ...parameters[written.policy] } };
    return parameters[written.policy] === undefined
      ? file
      : { ...file, text: JSON.stringify(changed, undefined, 2) };
  });
  const { reglament: other, diagnostics } = loadRules({ ...folder, files }, standardVocabulary());
  if (other !== undefined) return other;
  const why = diagnostics[0]?.message;
  throw new Fault('RGL9003', {
    ru: `с параметрами, которые назвал сценарий, работать нельзя: ${why?.ru}`,
    en: `the policy cannot be used with the parameters that a scenario names: ${why?.en}`,
  });
}

function isPolicy({ path }: { readonly path: string }): boolean {
  return path.endsWith('.policy.json');
}
