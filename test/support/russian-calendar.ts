/* The shipped Russian calendar, opened by a test's own settings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type BusinessCalendar,
  type CalendarSettings,
  openCalendar,
} from '#core/calendar/business-calendar.ts';
import type { CalendarFile } from '#core/calendar/calendar-file.ts';

export const RUSSIAN_CALENDAR: CalendarFile = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../rules/calendars/ru.calendar.json'), 'utf8'),
);

export function russianCalendar(settings: Partial<CalendarSettings> = {}): BusinessCalendar {
  const calendar = openCalendar(RUSSIAN_CALENDAR, {
    zone: 'Europe/Moscow',
    zoneName: { ru: 'МСК', en: 'Moscow time' },
    decreed: 'working',
    dayEnd: '24:00',
    deskHours: { opens: Temporal.PlainTime.from('09:00'), closes: Temporal.PlainTime.from('18:00') },
    ...settings,
  });
  if (calendar === undefined) throw new Error(`no region ${settings.region}`);
  return calendar;
}
