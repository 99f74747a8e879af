import type { Language } from '#core/calendar/bilingual.ts';
import type { PrintedCap } from '#core/decision/cap-to-json.ts';
import { printedTime } from './printed-time.ts';

const WORDS = {
  ru: {
    upTo: (mode: string) => `не дальше режима ${mode}`,
    until: 'до',
    unwatched: 'ещё не прошло достаточно времени, чтобы заметить чужую автоматику',
    rival: (name: string, did: string) => `чужая автоматика ${name} ${did}`,
    did: { reopened: 'вернула в работу', parked: 'перевела в ожидание' },
  },
  en: {
    upTo: (mode: string) => `no further than ${mode}`,
    until: 'until',
    unwatched: 'too little time has passed to notice rival automations',
    rival: (name: string, did: string) => `the rival automation ${name} ${did}`,
    did: { reopened: 'reopened', parked: 'parked' },
  },
} as const;

/** Why a rule or policy goes no further than a mode, and until when. */
export function capInWords(
  { name, mode, rival, until }: PrintedCap,
  zone: string,
  language: Language,
): string {
  const words = WORDS[language];
  const end = until === undefined ? '' : ` ${words.until} ${printedTime(until, zone, language)}`;
  const head = `${name}: ${words.upTo(mode)}${end}`;
  if (rival === undefined) return `${head} – ${words.unwatched}`;
  const who = words.rival(`${rival.name} (${rival.account})`, words.did[rival.did]);
  return `${head} – ${who} ${rival.ticket}, ${printedTime(rival.at, zone, language)}`;
}
