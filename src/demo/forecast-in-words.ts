import type { Language } from '#core/calendar/bilingual.ts';
import { effectHead } from '#core/decision/effect-in-words.ts';
import type { ForecastStep } from '#core/decision/forecast.ts';
import { localTime } from '#core/policy/text/long-date.ts';

/** What time alone will do to a ticket, step by step; empty when nothing. */
export function forecastInWords(steps: readonly ForecastStep[], zone: string, language: Language): string {
  return steps
    .map(({ at, effects }) => {
      const acts = effects.map((data) => effectHead(data, language)).join(', ');
      return `${localTime(at, zone, language)} – ${acts}`;
    })
    .join('; ');
}
