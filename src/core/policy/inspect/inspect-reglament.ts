import type { Documents } from '#core/policy/compile/read-documents.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { calendarEndsSoon } from './calendar-ends-soon.ts';
import { clausesKept } from './clauses-kept.ts';
import { conflictingEffects } from './conflicting-effects.ts';
import { costlyPatterns } from './costly-patterns.ts';
import { openInspection } from './inspected.ts';
import { numbersInClauses } from './numbers-in-clauses.ts';
import { rulesThatNeverFire } from './rules-that-never-fire.ts';
import { shadowedRules } from './shadowed-rules.ts';
import { unusedNames } from './unused-names.ts';

/**
 * What is written well and hardly meant so: warnings, for whoever checks a policy. They cost time that a service and
 * its commands do not need to spend.
 */
export function inspectReglament(
  documents: Documents,
  reglament: Reglament,
  now: Temporal.Instant,
): readonly Diagnostic[] {
  const inspected = openInspection(documents, reglament, now);
  return INSPECTIONS.flatMap((inspect) => inspect(inspected));
}

const INSPECTIONS = [
  rulesThatNeverFire,
  shadowedRules,
  conflictingEffects,
  unusedNames,
  clausesKept,
  numbersInClauses,
  calendarEndsSoon,
  costlyPatterns,
];
