import { conditionsOf } from '#core/policy/language/conditions.ts';
import type { CompiledEffect, CompiledRule } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { exampleInWords } from './example-in-words.ts';
import type { Inspected, PlacedRule } from './inspected.ts';
import { satisfy } from './satisfy.ts';
import { shadowOf } from './shadowed-rules.ts';

/**
 * Rules of the same priority that could move one ticket to two states, or ask its customer twice, in one decision. One
 * of them wins, by its id; whoever wrote them should say which.
 */
export function conflictingEffects({ rules, reglament: { vocabulary } }: Inspected): readonly Diagnostic[] {
  // What never moves a ticket is in nobody's way.
  const moving = rules.filter(({ rule }) => shadowOf(rule, rules, vocabulary) === undefined);
  return moving.flatMap((one, index) =>
    moving
      .slice(index + 1)
      .filter((other) => other.rule.priority === one.rule.priority && meet(one.rule, other.rule))
      .flatMap((other) => conflictOf(one, other, vocabulary) ?? []),
  );
}

function meet(one: CompiledRule, other: CompiledRule): boolean {
  return one.on.some((event) => other.on.includes(event));
}

/** @param one wins, by its id */
function conflictOf(one: PlacedRule, other: PlacedRule, vocabulary: Vocabulary): Diagnostic | undefined {
  for (const first of one.rule.effects) {
    for (const [index, second] of other.rule.effects.entries()) {
      if (!exclude(first, second)) continue;
      const example = satisfy(
        [...conditionsOf(one.rule, first), ...conditionsOf(other.rule, second)],
        vocabulary,
      );
      if (typeof example === 'string') continue;
      const what = {
        ru: first.kind === 'transition' ? 'перевести обращение в другое состояние' : 'спросить о другом',
        en: first.kind === 'transition' ? 'move the ticket to another state' : 'ask for something else',
      };
      const message = {
        ru: `правило «${one.rule.id}» может тогда же ${what.ru}; у обоих приоритет ${one.rule.priority}`,
        en: `the rule "${one.rule.id}" may ${what.en} at the same time; both have the priority ${one.rule.priority}`,
      };
      const ticket = exampleInWords(example);
      const hint = {
        ru: `дайте одному больший "priority" или исключите случай условием; пример: ${ticket}`,
        en: `give one of them a higher "priority", or exclude the case by a condition; example: ${ticket}`,
      };
      return other.document.diagnose('RGL2014', [...other.path, 'effects', index], message, {
        severity: 'warning',
        hint,
      });
    }
  }
  return undefined;
}

function exclude(first: CompiledEffect, second: CompiledEffect): boolean {
  if (first.asks !== undefined && second.asks !== undefined) return true;
  if (first.kind !== 'transition' || second.kind !== 'transition') return false;
  return JSON.stringify(first.spec.to) !== JSON.stringify(second.spec.to);
}
