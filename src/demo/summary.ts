import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { BOT } from './cast.ts';
import type { CollectedMail } from './mailbox.ts';
import { type Page, wrapped } from './page.ts';
import type { DemoReport } from './report.ts';

const WORDS = {
  ru: {
    title: 'По каким пунктам что-то сделано, и сколько действий',
    kinds: {
      reply: 'писем клиентам',
      note: 'заметок сотрудникам',
      transition: 'переходов',
      label: 'меток',
      openTicket: 'новых обращений',
    },
    tickets: 'обращений',
    mails: (ours: number, twice: number) => `Писем от Регламента: ${ours}, из них посланных дважды: ${twice}`,
    done: 'Регламент сделал',
    run: (days: number, seconds: string) => `${days} дн. службы за ${seconds} с`,
  },
  en: {
    title: 'For which clauses something was done, and how many acts',
    kinds: {
      reply: 'letters to customers',
      note: 'notes to agents',
      transition: 'transitions',
      label: 'labels',
      openTicket: 'new requests',
    },
    tickets: 'requests',
    mails: (ours: number, twice: number) => `Mails from Reglament: ${ours}, of them sent twice: ${twice}`,
    done: 'Reglament did',
    run: (days: number, seconds: string) => `${days} days of the desk in ${seconds} s`,
  },
} as const;

const CLAUSE_WIDTH = 9;
const ABOUT_WIDTH = 82;

/** What was done for each clause, one line each: those for which something was. */
export function printClauses(page: Page, report: DemoReport, reglament: Reglament): void {
  const words = WORDS[page.language];
  page.print('');
  page.print(page.paint('bold', words.title));
  for (const [id, { effects }] of Object.entries(report.clauses)) {
    if (effects === 0) continue;
    const about = reglament.clauses.get(id)?.text[page.language] ?? '';
    page.print(`  ${id.padEnd(CLAUSE_WIDTH)} ${String(effects).padStart(3)}  ${cut(about)}`);
  }
}

function cut(text: string): string {
  if (text.length <= ABOUT_WIDTH) return text;
  return `${text.slice(0, ABOUT_WIDTH).replace(/\s+\S*$/u, '')}…`;
}

/** The run in one line. */
export function printTotals(page: Page, report: DemoReport, mails: readonly CollectedMail[]): void {
  const words = WORDS[page.language];
  const { from, to } = report.virtual;
  const days = Math.round(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('days'));
  const seconds = report.wallSeconds.toLocaleString(page.language === 'ru' ? 'ru-RU' : 'en-GB');
  const kinds = Object.entries(report.effects).map(
    ([kind, count]) => `${kindName(kind, page.language)}: ${count}`,
  );
  page.print('');
  for (const line of wrapped(
    `${words.run(days, seconds)}; ${words.tickets}: ${report.tickets.length}; ${words.done} – ${kinds.join(', ')}`,
    '',
  ))
    page.print(line);
  const ours = mails.filter(({ causedBy }) => causedBy.accountId === BOT);
  page.print(words.mails(ours.length, ours.length - new Set(ours.map(lettersKey)).size));
}

/** The same words to the same person on the same request are one letter. */
function lettersKey({ issueKey, to, text }: CollectedMail): string {
  return JSON.stringify([issueKey, to.accountId, text]);
}

function kindName(kind: string, language: Language): string {
  const names: Readonly<Record<string, string>> = WORDS[language].kinds;
  return names[kind] ?? kind;
}
