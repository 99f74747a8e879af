import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { Inspected } from './inspected.ts';

/** Clauses that no rule keeps and that nobody has said to be kept by people. */
export function clausesKept({ documents, reglament }: Inspected): readonly Diagnostic[] {
  const kept = new Set(reglament.rules.flatMap(({ clauses }) => clauses));
  const open = [...reglament.clauses.values()].filter(
    ({ id, keptBy }) => keptBy === undefined && !kept.has(id),
  );
  return open.flatMap(({ id }) =>
    documents.regulation
      .filter(({ value }) => id in (value as { readonly clauses: object }).clauses)
      .map((document) =>
        document.diagnose(
          'RGL3001',
          ['clauses', id],
          { ru: `пункт ${id} не соблюдает ни одно правило`, en: `no rule keeps the clause ${id}` },
          {
            severity: 'warning',
            atKey: true,
            hint: {
              ru: 'назовите пункт в "clauses" правила или скажите в "keptBy", как его соблюдают люди',
              en: 'name it in the "clauses" of a rule, or say in "keptBy" how people keep it',
            },
          },
        ),
      ),
  );
}
