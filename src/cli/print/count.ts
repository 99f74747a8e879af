import type { BusinessCalendar, CalendarDay } from '#core/calendar/business-calendar.ts';
import type { CountedDays } from '#core/calendar/count-business-days.ts';
import { DAY_REASONS } from '#core/policy/text/ledger.ts';
import { longDate, shortDay } from '#core/policy/text/long-date.ts';
import { styled, type Terminal } from './terminal.ts';

/** A count as `commands.md` has it; instants are UTC, `expiresAt` is exclusive. */
export function countToJson(count: CountedDays, calendar: BusinessCalendar) {
  return {
    from: count.from.toString(),
    businessDays: count.businessDays,
    zone: calendar.zone,
    region: calendar.region ?? null,
    lastDay: count.lastDay.toString(),
    expiresAt: count.expiresAt.toString(),
    days: daysToJson(count.days),
  };
}

export function daysToJson(days: readonly CalendarDay[]) {
  return days.map(({ date, counts, why, short, name }) => ({
    date: date.toString(),
    counts,
    why,
    ...(short ? { short } : {}),
    ...(name === undefined ? {} : { name }),
  }));
}

const WORDS = {
  ru: { lastDay: 'Последний день', until: 'до конца дня', at: 'до', day0: 'день события не считается' },
  en: {
    lastDay: 'Last day',
    until: 'until the end of',
    at: 'until',
    day0: 'the day of the event is not counted',
  },
} as const;

/** A count as people check it: a line a day, then the last one. */
export function countInWords(count: CountedDays, calendar: BusinessCalendar, terminal: Terminal): string {
  const { language } = terminal;
  const words = WORDS[language];
  const start = count.from.toZonedDateTimeISO(calendar.zone);
  const time = start.toPlainTime().toString({ smallestUnit: 'minute' });
  const lines = [
    `    ${shortDay(start.toPlainDate(), language)} ${time}  ${styled(terminal, 'dim', words.day0)}`,
  ];
  let counted = 0;
  for (const day of count.days) {
    if (day.counts) counted += 1;
    lines.push(dayLine(day, day.counts ? String(counted) : '', terminal));
  }
  const last = longDate(count.lastDay, language);
  const end =
    calendar.dayEnd === '24:00'
      ? `${words.until} ${last}`
      : `${words.at} ${last}, ${count.expiresAt.toZonedDateTimeISO(calendar.zone).toPlainTime().toString({ smallestUnit: 'minute' })}`;
  lines.push(`${words.lastDay}: ${styled(terminal, 'bold', `${end} (${calendar.zoneName[language]})`)}`);
  return lines.join('\n');
}

function dayLine(day: CalendarDay, number: string, terminal: Terminal): string {
  const { language } = terminal;
  const reason = day.name?.[language] ?? DAY_REASONS[day.why][language];
  const remark = day.why === 'workday' ? '' : `  ${reason}`;
  const line = `${number.padStart(3)} ${shortDay(day.date, language)}${remark}`;
  return day.counts ? line : styled(terminal, 'dim', line);
}
