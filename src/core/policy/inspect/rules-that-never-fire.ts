import { conditionsOf, leavesOf } from '#core/policy/language/conditions.ts';
import type { Condition } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { leafInWords } from './example-in-words.ts';
import type { Inspected } from './inspected.ts';
import { satisfy } from './satisfy.ts';

/** Rules, and effects of rules, whose conditions contradict each other: no ticket can ever meet them. */
export function rulesThatNeverFire({ rules, reglament: { vocabulary } }: Inspected): readonly Diagnostic[] {
  return rules.flatMap(({ rule, document, path }) => {
    if (satisfy([rule.condition], vocabulary) === 'impossible') {
      const message = {
        ru: `правило «${rule.id}» не сработает никогда: его условия исключают друг друга`,
        en: `the rule "${rule.id}" can never fire: its conditions exclude each other`,
      };
      const hint = contradiction([rule.condition], vocabulary);
      return [document.diagnose('RGL2012', [...path, 'conditions'], message, { severity: 'warning', hint })];
    }
    return rule.effects.flatMap((effect, index) => {
      const conditions = conditionsOf(rule, effect);
      if (conditions.length === 1 || satisfy(conditions, vocabulary) !== 'impossible') return [];
      const message = {
        ru: `этого действия не будет никогда: его условие исключает условия правила «${rule.id}»`,
        en: `this effect can never be: its condition excludes those of the rule "${rule.id}"`,
      };
      const at = [...path, 'effects', index, 'conditions'];
      const hint = contradiction(conditions, vocabulary);
      return [document.diagnose('RGL2012', at, message, { severity: 'warning', hint })];
    });
  });
}

/** Which of the conditions cannot hold together: the fewest that can be found by leaving out one after another. */
function contradiction(conditions: readonly Condition[], vocabulary: Vocabulary) {
  let kept = conditions.flatMap(conjuncts);
  for (const condition of kept) {
    const without = kept.filter((other) => other !== condition);
    if (without.length > 0 && satisfy(without, vocabulary) === 'impossible') kept = without;
  }
  const told = [...new Map(kept.flatMap(leavesOf).map((leaf) => [leaf.place, leaf])).values()].map(
    (leaf) => `${leafInWords(leaf)} (${leaf.place})`,
  );
  return {
    ru: `вместе не бывает: ${told.join('; ')}`,
    en: `never true together: ${told.join('; ')}`,
  };
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];
}
