import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { BOT } from './cast.ts';
import type { CollectedMail } from './mailbox.ts';
import { brokenAt, type Page, wrapped } from './page.ts';
import type { DemoReport } from './report.ts';

const WORDS = {
  ru: {
    title: 'Что сделано по каждому пункту',
    clause: 'пункт',
    about: 'о чём',
    unused: 'на этот раз не понадобились',
    fired: 'сработал',
    effects: 'действий',
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
    title: 'What was done for each clause',
    clause: 'clause',
    about: 'about',
    unused: 'not needed this time',
    fired: 'fired',
    effects: 'effects',
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
const ABOUT_WIDTH = 66;

/** What was done for each clause. */
export function printClauses(page: Page, report: DemoReport, reglament: Reglament): void {
  const words = WORDS[page.language];
  page.print('');
  page.print(page.paint('bold', words.title));
  page.print(page.paint('dim', row(words.clause, words.about, words.fired, words.effects)));
  const unused: string[] = [];
  for (const [id, { fired, effects }] of Object.entries(report.clauses)) {
    if (fired === 0) unused.push(id);
    else for (const line of rows(reglament, id, fired, effects, page.language)) page.print(line);
  }
  if (unused.length > 0) page.print(page.paint('dim', `  ${words.unused}: ${unused.join(', ')}`));
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

/** A clause whole, on as many lines as it needs: what it is about often stands at its end. */
function rows(
  reglament: Reglament,
  id: string,
  fired: number,
  effects: number,
  language: Language,
): readonly string[] {
  const [first = '', ...more] = brokenAt(reglament.clauses.get(id)?.text[language] ?? '', ABOUT_WIDTH);
  return [
    row(id, first, String(fired), String(effects)),
    ...more.map((line) => row('', line, '', '').trimEnd()),
  ];
}

function row(clause: string, about: string, fired: string, effects: string): string {
  return `  ${clause.padEnd(CLAUSE_WIDTH)} ${about.padEnd(ABOUT_WIDTH)} ${fired.padStart(8)} ${effects.padStart(9)}`;
}
