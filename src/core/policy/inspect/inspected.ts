import { dateOf } from '#core/calendar/date-of.ts';
import type { PolicyFile } from '#core/policy/compile/compile-policy.ts';
import type { Documents } from '#core/policy/compile/read-documents.ts';
import type { CompiledRule, Reglament } from '#core/policy/language/reglament.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';

/** What is looked at: a reglament without errors, and the files in which it is written. */
export interface Inspected {
  readonly documents: Documents;
  readonly reglament: Reglament;
  /** By priority, then by id. */
  readonly rules: readonly PlacedRule[];
  /** By the desk's clock. */
  readonly today: Temporal.PlainDate;
}

/** A rule with the place where it is written. */
export interface PlacedRule {
  readonly rule: CompiledRule;
  readonly document: JsonDocument;
  readonly path: JsonPath;
}

export function openInspection(documents: Documents, reglament: Reglament, now: Temporal.Instant): Inspected {
  const written = new Map(
    documents.policies.flatMap((document) =>
      (document.value as PolicyFile).rules.map(
        ({ id }, index) => [id, { document, path: ['rules', index] }] as const,
      ),
    ),
  );
  const rules = reglament.rules.flatMap((rule) => {
    const place = written.get(rule.id);
    return place === undefined ? [] : [{ rule, ...place }];
  });
  return { documents, reglament, rules, today: dateOf(reglament.calendar, now) };
}
