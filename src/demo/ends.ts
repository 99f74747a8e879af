import type { KnownTicket } from '#app/known-in-store.ts';
import type { StoredDecision, StoredEffect } from '#app/look-at-store.ts';
import { forecast } from '#core/decision/forecast.ts';
import { quotation } from '#core/policy/text/quotation.ts';
import { legendOf } from '#core/timeline/legend.ts';
import { pictureOf } from '#core/timeline/picture.ts';
import { type Timeline, timelineOf } from '#core/timeline/timeline.ts';
import type { Story } from './act.ts';
import { type Page, wrapped } from './page.ts';
import type { DemoReport, ReportedTicket } from './report.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { endInWords } from './story-ends.ts';

export interface EndsParts {
  readonly page: Page;
  readonly report: DemoReport;
  readonly stories: readonly Story[];
  readonly rules: RulesInForce;
  readonly decisions: readonly StoredDecision[];
  readonly effects: readonly StoredEffect[];
  readonly read: (key: string) => Promise<KnownTicket | undefined>;
}

const WORDS = {
  ru: { ends: 'Чем кончились истории', legend: 'Что есть что на рисунках (день – столбец)' },
  en: { ends: 'How the stories ended', legend: 'What is what in the pictures (a day is a column)' },
} as const;

const MARGIN = ' '.repeat(4);

/** For each story: what happened to its tickets, why, and how their time went. */
export async function printEnds(parts: EndsParts): Promise<void> {
  const { page, report, stories } = parts;
  const words = WORDS[page.language];
  const drawn: Timeline[] = [];
  page.print('');
  page.print(page.paint('bold', `══ ${words.ends} ${'═'.repeat(50)}`));
  for (const story of stories) {
    page.print('');
    page.print(`  ${page.paint('bold', `${story.number}. ${story.title[page.language]}`)}`);
    for (const ticket of report.tickets.filter((own) => own.story === story.number)) {
      drawn.push(...(await printEnd(parts, ticket)));
      await page.breathe();
    }
  }
  page.print('');
  page.print(page.paint('dim', `  ${words.legend}:`));
  for (const line of legendOf(drawn, page.language)) page.print(page.paint('dim', line));
  await page.breathe();
}

/** @returns what was drawn */
async function printEnd(parts: EndsParts, ended: ReportedTicket): Promise<readonly Timeline[]> {
  const { page, report, rules, decisions, effects, read } = parts;
  const { key } = ended;
  page.print(`  ${page.paint('bold', key)} ${quotation(ended.summary, page.language)} – ${standing(ended)}`);
  const sentence = endInWords(key, decisions, effects, rules.latest(), page.language);
  for (const line of wrapped(sentence, MARGIN)) page.print(line);
  if (ended.effects.length === 0) return [];
  const known = await read(key);
  if (known === undefined) return [];
  const { ticket, activatedAt } = known;
  const now = Temporal.Instant.from(report.virtual.to);
  // Drawn by the rules by which it was last treated.
  const lastAct = ended.effects.at(-1)?.at;
  const reglament = lastAct === undefined ? rules.latest() : rules.at(Temporal.Instant.from(lastAct));
  const next = await forecast(reglament, ticket, now, activatedAt);
  const timeline = timelineOf(reglament, ticket, now, next);
  for (const line of pictureOf(timeline, page.language)) page.print(page.paint('dim', `${MARGIN}${line}`));
  return [timeline];
}

function standing({ status, resolution }: ReportedTicket): string {
  return resolution === null ? status : `${status} (${resolution})`;
}
