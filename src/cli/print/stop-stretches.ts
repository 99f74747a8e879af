import type { Language } from '#core/calendar/bilingual.ts';
import { localTime } from '#core/policy/text/long-date.ts';
import type { StopStretch } from '#core/ticket/context.ts';

const WORDS = {
  ru: {
    stopped: (from: string, to: string) => `мы были остановлены с ${from} до ${to}`,
    stoppedSince: (from: string) => `мы остановлены с ${from}`,
  },
  en: {
    stopped: (from: string, to: string) => `we were stopped from ${from} to ${to}`,
    stoppedSince: (from: string) => `we have been stopped since ${from}`,
  },
} as const;

/** When we did nothing, a line for each time. */
export function stopLines(
  stops: readonly StopStretch[],
  now: Temporal.Instant,
  zone: string,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  return stops.map(({ from, to }) => {
    const since = localTime(from, zone, language);
    const isLasting = Temporal.Instant.compare(to, now) >= 0;
    return isLasting ? words.stoppedSince(since) : words.stopped(since, localTime(to, zone, language));
  });
}
