import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { CalendarDay, DayReason } from '#core/calendar/business-calendar.ts';
import { dayAndMonth, shortDay } from './long-date.ts';

/** Why a day counted or did not, in words. */
export const DAY_REASONS: Readonly<Record<DayReason, Bilingual>> = {
  workday: { ru: 'рабочий день', en: 'business day' },
  workingWeekend: { ru: 'рабочая', en: 'working' },
  weekend: { ru: 'выходные', en: 'weekend' },
  holiday: { ru: 'праздник', en: 'holiday' },
  decreed: { ru: 'нерабочие дни', en: 'days off by decree' },
};

/** A count as a person checks it: «ср 17, чт 18, пт 19, сб 20 (рабочая), ср 24; не считаются: 21.02–23.02 (…)». */
export function ledger(days: readonly CalendarDay[], language: Language): string {
  const counted = days.filter((day) => day.counts).map((day) => countedDay(day, language));
  const left = daysOff(days).map((stretch) => stretchInWords(stretch, language));
  const off =
    left.length === 0 ? '' : `; ${language === 'ru' ? 'не считаются' : 'not counted'}: ${left.join(', ')}`;
  return `${counted.join(', ')}${off}`;
}

function countedDay(day: CalendarDay, language: Language): string {
  const mark = day.why === 'workingWeekend' ? ` (${DAY_REASONS.workingWeekend[language]})` : '';
  return `${shortDay(day.date, language)}${mark}`;
}

/** Days off in a row are told as one stretch. */
function daysOff(days: readonly CalendarDay[]): readonly (readonly CalendarDay[])[] {
  const stretches: CalendarDay[][] = [];
  for (const [index, day] of days.entries()) {
    if (day.counts) continue;
    const before = days[index - 1];
    if (before !== undefined && !before.counts) stretches.at(-1)?.push(day);
    else stretches.push([day]);
  }
  return stretches;
}

/** A stretch is called by its holiday, where one is in it, and by the days off around that. */
function stretchInWords(stretch: readonly CalendarDay[], language: Language): string {
  const [first] = stretch;
  const last = stretch.at(-1);
  if (first === undefined || last === undefined) return '';
  const holiday = stretch.findLast((day) => day.name !== undefined)?.name;
  const dates =
    first === last
      ? dayAndMonth(first.date, language)
      : `${dayAndMonth(first.date, language)}–${dayAndMonth(last.date, language)}`;
  if (holiday === undefined) return `${dates} (${DAY_REASONS[first.why][language]})`;
  const others = stretch.some(({ name }) => name?.en !== holiday.en);
  const and = { ru: 'выходные и ', en: 'days off and ' }[language];
  return `${dates} (${others ? and : ''}${holiday[language]})`;
}
