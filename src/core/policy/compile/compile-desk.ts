import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import {
  type BusinessCalendar,
  type CalendarSettings,
  openCalendar,
} from '#core/calendar/business-calendar.ts';
import type { CalendarFile } from '#core/calendar/calendar-file.ts';
import type { DeskSettings } from '#core/policy/language/desk-settings.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';

interface DeskFile {
  readonly name: Bilingual;
  readonly address: string;
  readonly language: Language;
  readonly organizationLanguages?: DeskSettings['organizationLanguages'];
  readonly calendar: string;
  readonly zone: string;
  readonly zoneName: Bilingual;
  readonly region?: string | null;
  readonly decreed?: CalendarSettings['decreed'];
  readonly dayEnd?: string;
  readonly hours: { readonly opens: string; readonly closes: string };
  readonly graceMinutes?: DeskSettings['graceMinutes'];
  readonly holdLabel?: string;
}

export interface CompiledDesk {
  readonly desk: DeskSettings;
  /** `undefined` when something about it was reported. */
  readonly calendar: BusinessCalendar | undefined;
  /** What the calendar was opened from, for whoever wants to count by other settings. */
  readonly parts: CalendarParts | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CalendarParts {
  readonly file: CalendarFile;
  readonly settings: CalendarSettings;
}

/** Puts a desk's settings and the calendar that it names together. */
export function compileDesk(document: JsonDocument, calendars: readonly JsonDocument[]): CompiledDesk {
  const file = document.value as DeskFile;
  const found = findCalendar(document, file, calendars);
  return {
    desk: {
      name: file.name,
      address: file.address,
      language: file.language,
      organizationLanguages: file.organizationLanguages ?? {},
      graceMinutes: file.graceMinutes ?? {},
      holdLabel: file.holdLabel,
    },
    calendar: 'calendar' in found ? found.calendar : undefined,
    parts: 'calendar' in found ? found.parts : undefined,
    diagnostics: 'diagnostic' in found ? [found.diagnostic] : [],
  };
}

function findCalendar(
  document: JsonDocument,
  file: DeskFile,
  calendars: readonly JsonDocument[],
):
  | { readonly calendar: BusinessCalendar; readonly parts: CalendarParts }
  | { readonly diagnostic: Diagnostic } {
  const wrong = (key: string, message: Bilingual, extra: object = {}) => ({
    diagnostic: document.diagnose('RGL2008', [key], message, extra),
  });
  if (!isZone(file.zone))
    return wrong(
      'zone',
      { ru: `часового пояса «${file.zone}» нет`, en: `there is no time zone "${file.zone}"` },
      {
        hint: { ru: 'например "Europe/Moscow"', en: 'for instance "Europe/Moscow"' },
      },
    );
  const files = calendars.map((calendar) => calendar.value as CalendarFile);
  const calendarFile = files.find((candidate) => candidate.calendar === file.calendar);
  if (calendarFile === undefined) {
    const known = files.map((candidate) => candidate.calendar);
    return wrong(
      'calendar',
      { ru: `календаря «${file.calendar}» нет`, en: `there is no calendar "${file.calendar}"` },
      didYouMean(file.calendar, known),
    );
  }
  if (file.hours.opens >= file.hours.closes)
    return wrong('hours', {
      ru: 'поддержка закрывается раньше, чем открывается',
      en: 'the desk closes before it opens',
    });
  const settings = calendarSettings(file);
  const calendar = openCalendar(calendarFile, settings);
  if (calendar !== undefined) return { calendar, parts: { file: calendarFile, settings } };
  const regions = Object.keys(calendarFile.regions ?? {});
  return wrong(
    'region',
    { ru: `региона «${file.region}» в календаре нет`, en: `the calendar knows no region "${file.region}"` },
    didYouMean(file.region ?? '', regions),
  );
}

function calendarSettings(file: DeskFile): CalendarSettings {
  const dayEnd = file.dayEnd ?? '24:00';
  return {
    zone: file.zone,
    zoneName: file.zoneName,
    ...(file.region === null || file.region === undefined ? {} : { region: file.region }),
    decreed: file.decreed ?? 'working',
    dayEnd: dayEnd === '24:00' || dayEnd === 'deskHours' ? dayEnd : Temporal.PlainTime.from(dayEnd),
    deskHours: {
      opens: Temporal.PlainTime.from(file.hours.opens),
      closes: Temporal.PlainTime.from(file.hours.closes),
    },
  };
}

/** Whether the machine knows a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}
