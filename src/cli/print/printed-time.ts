import type { Language } from '#core/calendar/bilingual.ts';
import { localTime } from '#core/policy/text/long-date.ts';

/** An instant that was written down, by a clock of people; what is none, as a hand may have written it, stays as it is. */
export function printedTime(at: string, zone: string, language: Language): string {
  try {
    return localTime(Temporal.Instant.from(at), zone, language);
  } catch {
    return at;
  }
}
