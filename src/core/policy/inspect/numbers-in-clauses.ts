import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { Inspected } from './inspected.ts';

/** «2-х рабочих дней», "2 business days", written out: it stays when the parameter changes. */
const WRITTEN_DAYS = /\d{1,3}(?:-?\p{L}{1,3})?\s(?:рабоч|business)/u;

/** Clauses that name days by a number of their own instead of by the parameter that the rules keep. */
export function numbersInClauses({ documents }: Inspected): readonly Diagnostic[] {
  return documents.regulation.flatMap((document) =>
    Object.entries((document.value as { readonly clauses: object }).clauses).flatMap(([id, clause]) =>
      (['ru', 'en'] as const)
        .filter((language) => WRITTEN_DAYS.test((clause as Readonly<Record<string, string>>)[language] ?? ''))
        .map((language) =>
          document.diagnose(
            'RGL3005',
            ['clauses', id, language],
            {
              ru: `пункт ${id} называет дни своим числом: параметр изменится, а текст – нет`,
              en: `the clause ${id} names days by a number of its own: the parameter may change, the text will not`,
            },
            {
              severity: 'warning',
              hint: {
                ru: 'напишите {days, plural, …} и назовите параметр в "with"',
                en: 'write {days, plural, …}, and name the parameter in "with"',
              },
            },
          ),
        ),
    ),
  );
}
