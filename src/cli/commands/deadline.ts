import { type CommonOptions, rulesFolder, rulesPath, shownPath } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { countInWords, countToJson } from '#cli/print/count.ts';
import { printDiagnostics } from '#cli/print/diagnostics.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { readInstantOption, UsageError } from '#cli/usage.ts';
import {
  type BusinessCalendar,
  type CalendarSettings,
  openCalendar,
} from '#core/calendar/business-calendar.ts';
import { countBusinessDays, MAX_BUSINESS_DAYS } from '#core/calendar/count-business-days.ts';
import { type CalendarParts, isZone } from '#core/policy/compile/compile-desk.ts';
import { compileCalendar } from '#core/policy/compile/compile-reglament.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { Fault } from '#faults.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';

export interface DeadlineOptions extends CommonOptions {
  readonly from?: string;
  readonly businessDays?: string;
  readonly zone?: string;
  readonly region?: string;
  readonly decreed?: 'working' | 'nonworking';
  readonly dayEnd?: string;
}

/** `reglament deadline`: counts business time by the desk's calendar, or by the settings given. */
export function runDeadline(options: DeadlineOptions, terminal: Terminal): ExitCode {
  const from = readInstantOption('--from', needed('--from', options.from));
  const businessDays = readBusinessDays(needed('--business-days', options.businessDays));
  const calendar = calendarFor(options, terminal);
  const count = countBusinessDays(calendar, from, businessDays);
  if (count.kind === 'calendarMissing') {
    const words = {
      ru: `для счёта нужен календарь на ${count.year} год, а его нет`,
      en: `the count needs the calendar of ${count.year}, and there is none`,
    };
    throw new Fault('RGL9005', words, { year: count.year });
  }
  if (options.json === true) terminal.printJson(countToJson(count, calendar));
  else terminal.print(countInWords(count, calendar, terminal));
  return FINE;
}

function needed(option: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new UsageError({ ru: `нужен параметр ${option}`, en: `the option ${option} is needed` });
}

function readBusinessDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= MAX_BUSINESS_DAYS) return days;
  throw new UsageError({
    ru: `--business-days: «${text}» – не целое число от 1 до ${MAX_BUSINESS_DAYS}`,
    en: `--business-days: "${text}" is no whole number from 1 to ${MAX_BUSINESS_DAYS}`,
  });
}

function calendarFor(options: DeadlineOptions, terminal: Terminal): BusinessCalendar {
  const { files } = rulesFolder(options);
  const folder = shownPath(rulesPath(options));
  const { parts, diagnostics } = compileCalendar(files, standardVocabulary(), folder);
  if (parts === undefined) {
    printDiagnostics({ ...terminal, print: terminal.complain }, diagnostics, 'text');
    throw new Fault('RGL9003', {
      ru: 'настройки поддержки и календарь негодны',
      en: 'the desk and its calendar cannot be used',
    });
  }
  const calendar = openCalendar(parts.file, settingsFor(options, parts));
  if (calendar !== undefined) return calendar;
  const { hint } = didYouMean(options.region ?? '', Object.keys(parts.file.regions ?? {}));
  throw new UsageError({
    ru: `--region: региона «${options.region}» в календаре нет; ${hint.ru}`,
    en: `--region: the calendar knows no region "${options.region}"; ${hint.en}`,
  });
}

function settingsFor(options: DeadlineOptions, { settings }: CalendarParts): CalendarSettings {
  const { zone, region, decreed, dayEnd } = options;
  if (zone !== undefined && !isZone(zone)) {
    throw new UsageError({
      ru: `--zone: часового пояса «${zone}» нет; например Europe/Moscow`,
      en: `--zone: there is no time zone "${zone}"; for instance Europe/Moscow`,
    });
  }
  return {
    ...settings,
    ...(zone === undefined ? {} : { zone, zoneName: { ru: zone, en: zone } }),
    ...(region === undefined ? {} : { region }),
    ...(decreed === undefined ? {} : { decreed }),
    ...(dayEnd === undefined ? {} : { dayEnd: readDayEnd(dayEnd) }),
  };
}

function readDayEnd(text: string): CalendarSettings['dayEnd'] {
  if (text === '24:00' || text === 'deskHours') return text;
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return Temporal.PlainTime.from(text);
  throw new UsageError({
    ru: `--day-end: «${text}» – не 24:00 и не время суток вроде 18:00`,
    en: `--day-end: "${text}" is neither 24:00 nor a time of day such as 18:00`,
  });
}
