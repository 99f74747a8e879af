import type { Language } from '#core/calendar/bilingual.ts';
import { longDate } from '#core/policy/text/long-date.ts';
import type { AdminAct } from './act.ts';
import type { MovedDeadline } from './edited-rules.ts';

const WORDS = {
  ru: {
    edits: 'правит',
    on: 'включает в Jira правило «возвращать по комментарию клиента»',
    off: 'выключает в Jira правило «возвращать по комментарию клиента»',
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
    taken: 'the running service has taken up the new rules',
    nobody: 'it changes no running deadline',
    moved: (key: string, before: string, after: string) =>
      `${key}: may be returned until ${before} → until ${after}`,
    promised: (key: string, day: string) => `${key}: promised in a letter, so it stays until ${day}`,
    killed: 'kill -9: the service was killed in the middle of this letter; a new one stands in its place',
  },
} as const;

/** What the administrator does, to be put behind their name. */
export function adminActInWords(act: AdminAct, language: Language): string {
  const words = WORDS[language];
  return act.does === 'editsPolicy' ? `${words.edits} rules/${act.file}` : words[act.on ? 'on' : 'off'];
}

/** An edit of the rules, and what it changes for tickets. */
export function editInWords(
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
