import type { Language } from '#core/calendar/bilingual.ts';
import type { PrintedCap } from '#core/decision/cap-to-json.ts';

const DID = {
  ru: { reopened: 'сам вернул в работу', parked: 'сам перевёл в ожидание' },
  en: { reopened: 'reopened', parked: 'parked' },
} as const;

/** Why a rule or policy goes no further than a mode, and until when. */
export function capInWords({ name, mode, rival, until }: PrintedCap, language: Language): string {
  const ru = language === 'ru';
  const head = ru ? `${name} – не дальше ${mode}` : `${name} – no further than ${mode}`;
  const end = until === undefined ? '' : ` ${ru ? 'до' : 'until'} ${until}`;
  if (rival === undefined) {
    return `${head}${end}: ${ru ? 'чужой автоматики ещё не ждали достаточно долго' : 'rival automations were not watched for long enough yet'}`;
  }
  const who = `${rival.name} (${rival.account})`;
  const what = `${DID[language][rival.did]} ${rival.ticket}, ${rival.at}`;
  return `${head}${end}: ${who} ${what}`;
}
