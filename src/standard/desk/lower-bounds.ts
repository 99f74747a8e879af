import { isMissing } from '#core/calendar/business-calendar.ts';
import { countBusinessDays, startOfDay } from '#core/calendar/count-business-days.ts';
import { deskOpenAt } from '#core/calendar/desk-hours.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { LowerBoundDefinition } from '#core/policy/language/vocabulary.ts';
import { clarificationOf } from './clarification.ts';
import { wordsOfRun } from './follow-up.ts';

/** What was promised or said holds a deadline back; none of these ever moves it earlier. */
export const lowerBounds: readonly LowerBoundDefinition[] = [
  {
    id: 'printedDay',
    about: {
      ru: 'дата, которую мы уже напечатали клиенту: раньше неё ничего не кончается',
      en: 'a date that we have printed to the customer: nothing ends before it',
    },
    day(situation) {
      const clarification = clarificationOf(situation);
      const words =
        clarification === undefined
          ? wordsOfRun(situation)
          : [...clarification.warnings, ...clarification.spoiled];
      return latest(words.flatMap(({ promisedLastDay }) => promisedLastDay ?? []));
    },
  },
  {
    id: 'customerIsBack',
    about: {
      ru: 'день перед возвращением клиента, о котором сказал автоответ, или обещанный им день: раньше не напоминаем',
      en: 'the day before the customer is back, by their auto-reply, or the day they promised: no reminder before',
    },
    day(situation) {
      const { absentUntil, promisedFor } = clarificationOf(situation)?.back ?? {};
      const lastAbsent = absentUntil?.subtract({ days: 1 });
      return latest([lastAbsent, promisedFor].filter((day) => day !== undefined));
    },
  },
  {
    id: 'dayAfterReturn',
    about: {
      ru: 'рабочий день после возвращения клиента или обещанного им дня',
      en: 'one business day after the customer is back, or after the day they promised',
    },
    day(situation) {
      const { absentUntil, promisedFor } = clarificationOf(situation)?.back ?? {};
      const day = latest([absentUntil, promisedFor].filter((named) => named !== undefined));
      return day === undefined ? undefined : businessDayAfter(situation, startOfDay(situation.calendar, day));
    },
  },
  {
    id: 'fullDayAfterWarning',
    about: {
      ru: 'полный рабочий день после письма, которое назвало срок; пока такого письма нет – после того, что ушло бы сейчас',
      en: 'one full business day after the letter that named the date; while there is none, after one sent now',
    },
    day(situation) {
      const clarification = clarificationOf(situation);
      const warning = clarification?.warnings.at(-1);
      if (clarification?.answer !== undefined) return undefined;
      if (warning !== undefined) return businessDayAfter(situation, warning.entry.at);
      const opens = deskOpenAt(situation.calendar, situation.now);
      return isMissing(opens) ? 'unknown' : businessDayAfter(situation, opens);
    },
  },
];

function businessDayAfter(situation: Situation, at: Temporal.Instant): Temporal.PlainDate | 'unknown' {
  const count = countBusinessDays(situation.calendar, at, 1);
  return count.kind === 'counted' ? count.lastDay : 'unknown';
}

function latest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate | undefined {
  return [...days].sort(Temporal.PlainDate.compare).at(-1);
}
