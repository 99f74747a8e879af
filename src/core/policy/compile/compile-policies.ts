import type { Clause, CompiledRule, DeadlineSpec } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import type { MessageCatalogue } from '#core/policy/text/messages.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { type CompiledPolicy, compilePolicy, type PolicyFile } from './compile-policy.ts';

export interface CompiledPolicies {
  readonly rules: readonly CompiledRule[];
  readonly deadlines: ReadonlyMap<string, DeadlineSpec>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PolicyScope {
  readonly vocabulary: Vocabulary;
  readonly messages: ReadonlySet<string>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly catalogue: MessageCatalogue;
}

/** Compiles all policy files together: what one defines, the others may use. */
export function compilePolicies(documents: readonly JsonDocument[], scope: PolicyScope): CompiledPolicies {
  const { vocabulary, messages, clauses, catalogue } = scope;
  const files = documents.map((document) => ({ document, file: document.value as PolicyFile }));
  const deadlineNames = new Set(files.flatMap(({ file }) => Object.keys(file.deadlines ?? {})));
  const known = { messages, clauses: new Set(clauses.keys()), deadlines: deadlineNames };
  const compiled: readonly CompiledPolicy[] = documents.map((document) => {
    const policy = compilePolicy(document, vocabulary, known);
    const placeholders = checkPlaceholders(document, policy.rules, catalogue, vocabulary);
    return { ...policy, diagnostics: [...policy.diagnostics, ...placeholders] };
  });
  return {
    rules: compiled.flatMap(({ rules }) => rules).sort(byPriority),
    deadlines: new Map(compiled.flatMap(({ deadlines }) => deadlines).map((spec) => [spec.name, spec])),
    diagnostics: [...compiled.flatMap(({ diagnostics }) => diagnostics), ...takenNames(files)],
  };
}

function byPriority(a: CompiledRule, b: CompiledRule): number {
  return b.priority - a.priority || (a.id < b.id ? -1 : 1);
}

/** Ids of rules and names of deadlines are names of the whole reglament. */
function takenNames(
  files: readonly { readonly document: JsonDocument; readonly file: PolicyFile }[],
): readonly Diagnostic[] {
  const taken = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const take = (document: JsonDocument, what: string, name: string, path: readonly (string | number)[]) => {
    const first = taken.get(`${what} ${name}`);
    if (first === undefined) {
      taken.set(`${what} ${name}`, document.placeOf(path));
      return;
    }
    const hint = {
      ru: `первое стоит в ${first}; назовите это иначе`,
      en: `the first one stands at ${first}; give this one another name`,
    };
    const message = { ru: `имя «${name}» уже занято`, en: `the ${what} "${name}" exists already` };
    diagnostics.push(document.diagnose('RGL2001', path, message, { hint }));
  };
  for (const { document, file } of files) {
    take(document, 'policy', file.policy, ['policy']);
    for (const [index, rule] of file.rules.entries()) take(document, 'rule', rule.id, ['rules', index, 'id']);
    for (const name of Object.keys(file.deadlines ?? {}))
      take(document, 'deadline', name, ['deadlines', name]);
  }
  return diagnostics;
}
