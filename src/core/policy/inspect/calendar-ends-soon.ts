import type { CalendarFile } from '#core/calendar/calendar-file.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { Inspected } from './inspected.ts';

/** The production calendar of the next year is published in September; from then on it should be there. */
const NEXT_YEAR_IS_WANTED_FROM_MONTH = 10;

/** The year without which days will soon not be counted: the present one, or from October on the next. */
export function calendarEndsSoon({ documents, today }: Inspected): readonly Diagnostic[] {
  const inUse = new Set(documents.desk.map(({ value }) => (value as { readonly calendar: string }).calendar));
  const wanted = today.month >= NEXT_YEAR_IS_WANTED_FROM_MONTH ? [today.year, today.year + 1] : [today.year];
  return documents.calendars.flatMap((document) => {
    const { calendar, years } = document.value as CalendarFile;
    const missing = inUse.has(calendar) ? wanted.find((year) => !(String(year) in years)) : undefined;
    if (missing === undefined) return [];
    const last = Object.keys(years).sort().at(-1);
    const path = last === undefined ? ['years'] : ['years', last];
    return [
      document.diagnose(
        'RGL3004',
        path,
        {
          ru: `нет календаря на ${missing} год: сроки, которые в него заходят, не считаются, и ничего не делается само`,
          en: `there is no calendar for ${missing}: deadlines that reach into it are not counted, and nothing is done by itself`,
        },
        {
          severity: 'warning',
          atKey: true,
          hint: {
            ru: `добавьте в "years" год ${missing}: нерабочие дни и рабочие субботы по производственному календарю`,
            en: `add ${missing} to "years": its days off and working Saturdays, by the production calendar`,
          },
        },
      ),
    ];
  });
}
