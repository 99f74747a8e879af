import type { Language } from '#core/calendar/bilingual.ts';
import { leafInWords } from '#core/policy/inspect/example-in-words.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { CoveredCondition } from '#rehearsal/condition-coverage.ts';
import type { Played } from '#rehearsal/play-scenario.ts';
import { coverageOf } from './scenarios-json.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    clauses: 'Пункты',
    kept: 'проверены сценариями',
    byPeople: 'соблюдают люди',
    open: 'не проверены',
    rules: 'Правила',
    acted: 'действовали в сценариях',
    idle: 'не действовали',
    conditions: 'Условия правил',
    decisive: 'решали исход хотя бы раз',
    unproven: 'убрать их – и ни одно решение в сценариях не изменится',
    of: 'из',
  },
  en: {
    clauses: 'Clauses',
    kept: 'proven by scenarios',
    byPeople: 'kept by people',
    open: 'not proven',
    rules: 'Rules',
    acted: 'acted in scenarios',
    idle: 'never acted',
    conditions: 'Conditions of rules',
    decisive: 'were decisive at least once',
    unproven: 'take them away, and no decision in the scenarios changes',
    of: 'of',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** What the scenarios prove: clause by clause, rule by rule, and condition by condition as they are written. */
export function coverageInWords(
  played: readonly Played[],
  reglament: Reglament,
  conditions: readonly CoveredCondition[],
  terminal: Terminal,
): string {
  const { language } = terminal;
  const words = WORDS[language];
  const head = (text: string) => `\n${styled(terminal, 'bold', text)}`;
  const share = (count: number, all: number, what: string) => `  ${count} ${words.of} ${all} ${what}`;
  const list = (names: readonly string[], what: string) =>
    names.length === 0 ? [] : [`  ${what}: ${names.join(', ')}`];
  const { clauses, rules } = coverageOf(played, reglament, language);
  const proven = (of: Readonly<Record<string, readonly string[]>>) =>
    Object.keys(of).filter((id) => (of[id]?.length ?? 0) > 0);
  const byPeople = Object.keys(clauses).filter((id) => reglament.clauses.get(id)?.keptBy !== undefined);
  const provenClauses = proven(clauses);
  const provenRules = proven(rules);
  const unproven = conditions
    .filter((condition) => !condition.proven)
    .sort((a, b) => a.leaf.place.localeCompare(b.leaf.place, 'en', { numeric: true }));
  return [
    head(words.clauses),
    share(provenClauses.length, Object.keys(clauses).length, words.kept),
    ...list(byPeople, words.byPeople),
    ...list(without(Object.keys(clauses), [...provenClauses, ...byPeople]), words.open),
    head(words.rules),
    share(provenRules.length, Object.keys(rules).length, words.acted),
    ...list(without(Object.keys(rules), provenRules), words.idle),
    head(words.conditions),
    share(conditions.length - unproven.length, conditions.length, words.decisive),
    ...(unproven.length === 0 ? [] : [`  ${words.unproven}:`]),
    ...unproven.map(({ leaf }) => `    ${leaf.place}  ${leafInWords(leaf)}`),
  ].join('\n');
}

function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  return ids.filter((id) => !others.includes(id));
}
