import type { Reglament } from '#core/policy/language/reglament.ts';
import { Fault } from '#faults.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { loadRules, type RulesFolder } from './load-rules.ts';

/**
 * The policy as it would be with other values of some parameters.
 *
 * @param parameters by policy and name
 * @throws RGL9003 when there is no such policy or parameter, or the policy with these values has errors
 */
export function reglamentWith(
  folder: RulesFolder,
  reglament: Reglament,
  parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Reglament {
  const others = Object.entries(parameters);
  if (others.length === 0) return reglament;
  const names = new Set(
    others.flatMap(([policy, own]) => Object.keys(own).map((name) => `${policy}.${name}`)),
  );
  const files = folder.files.map((file) => {
    if (!file.path.endsWith('.policy.json')) return file;
    const written = JSON.parse(file.text) as {
      readonly policy: string;
      readonly parameters?: Readonly<Record<string, unknown>>;
    };
    const own = Object.entries(parameters[written.policy] ?? {}).filter(
      ([name]) => written.parameters?.[name] !== undefined,
    );
    for (const [name] of own) names.delete(`${written.policy}.${name}`);
    const changed = { ...written, parameters: { ...written.parameters, ...Object.fromEntries(own) } };
    return own.length === 0 ? file : { ...file, text: JSON.stringify(changed, undefined, 2) };
  });
  const [unknown] = names;
  if (unknown !== undefined) throw wrong(`параметра «${unknown}» нет`, `there is no parameter "${unknown}"`);
  const { reglament: other, diagnostics } = loadRules({ ...folder, files }, standardVocabulary());
  if (other !== undefined) return other;
  const why = diagnostics[0]?.message;
  throw wrong(why?.ru ?? '–', why?.en ?? '–');
}

function wrong(ru: string, en: string): Fault {
  return new Fault('RGL9003', {
    ru: `с другими параметрами из сценария работать нельзя: ${ru}`,
    en: `the policy cannot be used with the other parameters of a scenario: ${en}`,
  });
}
