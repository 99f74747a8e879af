import type { Language } from '#core/calendar/bilingual.ts';
import type { PrintedRival } from '#core/decision/cap-to-json.ts';
import { longDate } from '#core/policy/text/long-date.ts';
import type { AdminAct } from './act.ts';
import { STOP_LABEL } from './admin-at-work.ts';
import type { MovedDeadline } from './edited-rules.ts';

const WORDS = {
  ru: {
    edits: 'правит',
    on: 'включает в Jira правило «возвращать по комментарию клиента»',
    off: 'выключает в Jira правило «возвращать по комментарию клиента»',
    stops: (ticket: string) => `ставит на ${ticket} метку ${STOP_LABEL}: Регламент замирает`,
    resumes: (ticket: string) => `снимает метку с ${ticket}: Регламент продолжает`,
    reopens: (name: string, ticket: string) =>
      `/readyz называет соперника: ${name}, вернул из закрытых ${ticket}`,
    parks: (name: string, ticket: string) =>
      `/readyz называет соперника: ${name}, принял наше письмо за вопрос в ${ticket}`,
    taken: 'служба взяла новые правила на ходу',
    nobody: 'ни одного идущего срока это не меняет',
    moved: (key: string, before: string, after: string) => `${key}: вернуть можно до ${before} → до ${after}`,
    promised: (key: string, day: string) => `${key}: обещано письмом, поэтому остаётся до ${day}`,
    killed: 'kill -9: служба убита посреди этого письма, на её месте поднялась новая',
  },
  en: {
    edits: 'edits',
    on: 'switches Jira’s rule “reopen on customer comment” on',
    off: 'switches Jira’s rule “reopen on customer comment” off',
    stops: (ticket: string) => `puts the label ${STOP_LABEL} on ${ticket}: Reglament stands still`,
    resumes: (ticket: string) => `takes the label off ${ticket}: Reglament goes on`,
    reopens: (name: string, ticket: string) => `/readyz names a rival: ${name}, which reopened ${ticket}`,
    parks: (name: string, ticket: string) =>
      `/readyz names a rival: ${name}, which took our letter for a question on ${ticket}`,
    taken: 'the running service has taken up the new rules',
    nobody: 'it changes no running deadline',
    moved: (key: string, before: string, after: string) =>
      `${key}: may be returned until ${before} → until ${after}`,
    promised: (key: string, day: string) => `${key}: promised in a letter, so it stays until ${day}`,
    killed: 'kill -9: the service was killed in the middle of this letter; a new one stands in its place',
  },
} as const;

/** What the service makes of what the administrator did. */
export interface AdminOutcome {
  /** What an edit of the rules changes for tickets. */
  readonly moved: readonly MovedDeadline[];
  /** Who was seen doing what our rules do. */
  readonly rivals: readonly PrintedRival[];
  readonly controlTicket: string;
}

/** What the administrator does, to be put behind their name. */
export function adminActInWords(act: AdminAct, { controlTicket }: AdminOutcome, language: Language): string {
  const words = WORDS[language];
  switch (act.does) {
    case 'editsPolicy':
      return `${words.edits} rules/${act.file}`;
    case 'switchesReopening':
      return words[act.on ? 'on' : 'off'];
    case 'stopsEverything':
      return words[act.on ? 'stops' : 'resumes'](controlTicket);
  }
}

/** What came of it, line by line. */
export function outcomeInWords(
  act: AdminAct,
  { moved, rivals }: AdminOutcome,
  language: Language,
): readonly string[] {
  if (act.does === 'editsPolicy') return editInWords(act, moved, language);
  const seen = rivals.at(-1);
  if (act.does !== 'switchesReopening' || act.on || seen === undefined) return [];
  const words = WORDS[language][seen.did === 'reopened' ? 'reopens' : 'parks'];
  return [`→ ${words(seen.name, seen.ticket)}`];
}

/** An edit of the rules, and what it changes for tickets. */
function editInWords(
  { from, to }: AdminAct & { does: 'editsPolicy' },
  moved: readonly MovedDeadline[],
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const day = (date: Temporal.PlainDate) => longDate(date, language);
  const lines = moved.map(({ key, before, after, promised }) =>
    promised ? words.promised(key, day(after)) : words.moved(key, day(before), day(after)),
  );
  const after = [words.taken, ...(lines.length === 0 ? [words.nobody] : lines)];
  return [`- ${from}`, `+ ${to}`, ...after.map((line) => `→ ${line}`)];
}

export function killInWords(language: Language): string {
  return WORDS[language].killed;
}
