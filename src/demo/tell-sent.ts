import type { Language } from '#core/calendar/bilingual.ts';
import type { Act } from './act.ts';
import { timeOfDay } from './page.ts';

const WORDS = {
  ru: (time: string) => `отправляет письмо; в Jira оно появится только в ${time}`,
  en: (time: string) => `sends a mail; Jira will show it only at ${time}`,
} as const;

/** @returns `undefined` for what Jira shows at once */
export function sentInWords(
  act: Act,
  now: Temporal.Instant,
  zone: string,
  language: Language,
): string | undefined {
  if (act.does !== 'mails' || act.delaySeconds === undefined) return undefined;
  return WORDS[language](timeOfDay(now.add({ seconds: act.delaySeconds }), zone));
}
