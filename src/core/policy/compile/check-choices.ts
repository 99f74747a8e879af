import { leavesOf } from '#core/policy/language/conditions.ts';
import type { CompiledRule } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { type PolicyParameters, possibleValues } from './compile-parameters.ts';

/**
 * Parameters by which rules choose: where conditions compare one with words, a word that none of them expects
 * silently switches all of them off.
 */
export function checkChoices(
  document: JsonDocument,
  rules: readonly CompiledRule[],
  parameters: PolicyParameters,
): readonly Diagnostic[] {
  const expected = wordsExpected(rules);
  return [...expected].flatMap(([name, words]) => {
    const value = parameters.get(name);
    if (value === undefined) return [];
    const strange = possibleValues({ kind: 'parameter', name, value }).find(
      (possible) => typeof possible === 'string' && !words.has(possible),
    );
    if (typeof strange !== 'string') return [];
    const message = {
      ru: `«${strange}» не ждёт ни одно условие`,
      en: `no condition expects "${strange}"`,
    };
    return [document.diagnose('RGL2011', ['parameters', name], message, didYouMean(strange, words))];
  });
}

function wordsExpected(rules: readonly CompiledRule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const expected = new Map<string, Set<string>>();
  const conditions = rules.flatMap(({ condition, effects }) => [
    condition,
    ...effects.flatMap((effect) => effect.condition ?? []),
  ]);
  for (const { fact, value } of conditions.flatMap(leavesOf)) {
    const chosen = fact.parameters.value;
    if (fact.id !== 'parameter' || chosen?.kind !== 'parameter' || value.kind !== 'written') continue;
    const words = expected.get(chosen.name) ?? new Set();
    expected.set(chosen.name, words);
    for (const word of wordsIn(value.value)) words.add(word);
  }
  return expected;
}

function wordsIn(value: FactValue): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((word) => typeof word === 'string');
}
