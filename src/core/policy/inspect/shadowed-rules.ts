import { conditionsOf } from '#core/policy/language/conditions.ts';
import type { CompiledRule } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { exampleInWords } from './example-in-words.ts';
import type { Inspected, PlacedRule } from './inspected.ts';
import { satisfy } from './satisfy.ts';

/**
 * Rules that only move tickets, and whose every ticket is moved by a rule that goes before them: of two moves in one
 * decision only the first is made.
 */
export function shadowedRules({ rules, reglament: { vocabulary } }: Inspected): readonly Diagnostic[] {
  return rules.flatMap(({ rule, document, path }) => {
    const before = shadowOf(rule, rules, vocabulary);
    if (before === undefined) return [];
    const example = satisfy([rule.condition], vocabulary);
    const message = {
      ru: `правило «${rule.id}» ничего не делает: раньше него обращение всегда переводит «${before.rule.id}»`,
      en: `the rule "${rule.id}" does nothing: "${before.rule.id}" always moves the ticket before it`,
    };
    const ticket = typeof example === 'string' ? '' : exampleInWords(example);
    const hint = {
      ru: `поднимите "priority" или сузьте условие «${before.rule.id}» (${before.rule.place}); пример: ${ticket}`,
      en: `raise its "priority", or narrow "${before.rule.id}" (${before.rule.place}); example: ${ticket}`,
    };
    return [document.diagnose('RGL2013', [...path, 'id'], message, { severity: 'warning', hint })];
  });
}

/** The rule that goes before and always moves the ticket, if there is one. */
export function shadowOf(
  rule: CompiledRule,
  rules: readonly PlacedRule[],
  vocabulary: Vocabulary,
): PlacedRule | undefined {
  const index = rules.findIndex((other) => other.rule === rule);
  return rules.slice(0, index).find((earlier) => covers(earlier.rule, rule, vocabulary));
}

function covers(before: CompiledRule, rule: CompiledRule, vocabulary: Vocabulary): boolean {
  const movesOnly = rule.effects.every(({ kind }) => kind === 'transition');
  if (!movesOnly || !rule.on.every((event) => before.on.includes(event))) return false;
  if (satisfy([rule.condition], vocabulary) === 'impossible') return false;
  return before.effects
    .filter(({ kind }) => kind === 'transition')
    .some((move) => {
      const moves = conditionsOf(before, move);
      return (
        satisfy([rule.condition, { kind: 'not', of: { kind: 'all', of: moves } }], vocabulary) ===
        'impossible'
      );
    });
}
