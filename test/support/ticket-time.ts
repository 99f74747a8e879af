/* The picture of a ticket's time, as `explain` and the demo print it. */
import type { Language } from '#core/calendar/bilingual.ts';
import { forecast } from '#core/decision/forecast.ts';
import { ticketAt } from '#core/ticket/past.ts';
import { legendOf } from '#core/timeline/legend.ts';
import { pictureOf } from '#core/timeline/picture.ts';
import { timelineOf } from '#core/timeline/timeline.ts';
import { theReglament, ticketOf } from './desk.ts';
import { msk } from './moscow-time.ts';
import type { RawIssue } from './raw-issue.ts';

/** Picture and legend of a ticket by an instant (Moscow time), as one text. */
export async function timeOf(raw: RawIssue, at: string, language: Language = 'ru'): Promise<string> {
  const now = msk(at);
  const ticket = ticketAt(ticketOf(raw), now);
  const timeline = timelineOf(theReglament(), ticket, now, await forecast(theReglament(), ticket, now));
  return [...pictureOf(timeline, language), ...legendOf([timeline], language)].join('\n');
}
