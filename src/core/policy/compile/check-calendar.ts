import type { CalendarFile } from '#core/calendar/calendar-file.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';

/** What a calendar's schema cannot see: names that are not defined, days that do not exist, days named twice. */
export function checkCalendar(document: JsonDocument): readonly Diagnostic[] {
  const file = document.value as CalendarFile;
  return [...checkYears(document, file), ...checkRegions(document, file)];
}

/** Regions name days for every year: one that no year has is a mistake, 29 February is none. */
function checkRegions(document: JsonDocument, { regions = {} }: CalendarFile): readonly Diagnostic[] {
  return Object.entries(regions).flatMap(([region, { daysOff }]) =>
    daysOff.flatMap(({ day }, index) =>
      exists(`${A_LEAP_YEAR}-${day}`)
        ? []
        : [
            document.diagnose('RGL1007', ['regions', region, 'daysOff', index, 'day'], {
              ru: `дня ${day} нет ни в одном году`,
              en: `no year has ${day}`,
            }),
          ],
    ),
  );
}

const A_LEAP_YEAR = 2028;

function checkYears(document: JsonDocument, file: CalendarFile): readonly Diagnostic[] {
  return Object.entries(file.years).flatMap(([year, days]) => {
    const path = ['years', year];
    return [
      ...unknownNames(document, file, days.daysOff, path),
      ...Object.entries(days.daysOff).flatMap(([name, list]) =>
        impossibleDays(document, year, list, [...path, 'daysOff', name]),
      ),
      ...(['workingWeekends', 'shortDays', 'decreed'] as const).flatMap((key) =>
        impossibleDays(document, year, days[key] ?? [], [...path, key]),
      ),
      ...workedAndOff(document, days.daysOff, days.workingWeekends ?? [], path),
    ];
  });
}

function unknownNames(
  document: JsonDocument,
  file: CalendarFile,
  daysOff: Readonly<Record<string, unknown>>,
  path: JsonPath,
): readonly Diagnostic[] {
  const known = Object.keys(file.names);
  return Object.keys(daysOff)
    .filter((name) => !known.includes(name))
    .map((name) =>
      document.diagnose(
        'RGL1113',
        [...path, 'daysOff', name],
        {
          ru: `названия «${name}» в календаре нет`,
          en: `"${name}" is not among the calendar's names`,
        },
        {
          ...didYouMean(name, known),
          atKey: true,
        },
      ),
    );
}

function impossibleDays(
  document: JsonDocument,
  year: string,
  list: readonly string[],
  path: JsonPath,
): readonly Diagnostic[] {
  return list.flatMap((day, index) =>
    exists(`${year}-${day}`)
      ? []
      : [
          document.diagnose('RGL1007', [...path, index], {
            ru: `в ${year} году нет дня ${day}`,
            en: `${year} has no ${day}`,
          }),
        ],
  );
}

function exists(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch {
    return false;
  }
}

function workedAndOff(
  document: JsonDocument,
  daysOff: Readonly<Record<string, readonly string[]>>,
  worked: readonly string[],
  path: JsonPath,
): readonly Diagnostic[] {
  const off = new Set(Object.values(daysOff).flat());
  return worked.flatMap((day, index) =>
    off.has(day)
      ? [
          document.diagnose('RGL2001', [...path, 'workingWeekends', index], {
            ru: `${day} назван и выходным`,
            en: `${day} is a day off as well`,
          }),
        ]
      : [],
  );
}
