import type { Language } from '#core/calendar/bilingual.ts';
import { leafInWords } from '#core/policy/inspect/example-in-words.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { CoveredCondition } from '#rehearsal/condition-coverage.ts';
import type { Played } from '#rehearsal/play-scenario.ts';
import { aspectOf, placeOf, playedName } from './played-scenarios.ts';

/** What `reglament test --json` prints. */
export function scenariosToJson(
  played: readonly Played[],
  reglament: Reglament,
  language: Language,
  conditions?: readonly CoveredCondition[],
): object {
  const failed = played.filter(({ misses }) => misses.length > 0).length;
  return {
    passed: played.length - failed,
    failed,
    scenarios: played.map((one) => scenarioToJson(one, language)),
    coverage: {
      ...coverageOf(played, reglament, language),
      ...(conditions === undefined ? {} : { conditions: conditions.map(conditionToJson) }),
    },
  };
}

function conditionToJson({ leaf, rules, proven }: CoveredCondition): object {
  return { at: leaf.place, condition: leafInWords(leaf), rules, proven };
}

function scenarioToJson(played: Played, language: Language): object {
  const { scenario, misses, acted } = played;
  const failures = misses.map((miss) => ({
    at: placeOf(played, miss),
    what: aspectOf(miss),
    expected: miss.expected,
    actual: miss.actual,
  }));
  const [first] = failures;
  return {
    file: scenario.document.path,
    name: playedName(played, language),
    at: scenario.document.placeOf([...scenario.path, 'name']),
    passed: misses.length === 0,
    expected: first?.expected ?? null,
    actual: first?.actual ?? null,
    failures,
    conduct: scenario.conduct,
    clauses: scenario.clauses,
    rules: [...new Set(acted.map(({ rule }) => rule))],
  };
}

/** By rule and by clause: in which scenarios something was done by it. A rule that only looked covers nothing. */
export function coverageOf(
  played: readonly Played[],
  reglament: Reglament,
  language: Language,
): {
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly clauses: Readonly<Record<string, readonly string[]>>;
} {
  const where = (holds: (acted: Played['acted'][number]) => boolean) => [
    ...new Set(played.filter(({ acted }) => acted.some(holds)).map((one) => playedName(one, language))),
  ];
  const rules = reglament.rules.map(({ id }) => [id, where(({ rule }) => rule === id)] as const);
  const clauses = [...reglament.clauses.keys()].map(
    (id) => [id, where(({ clauses: kept }) => kept.includes(id))] as const,
  );
  return { rules: Object.fromEntries(rules), clauses: Object.fromEntries(clauses) };
}
