import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import { monthName, weekdayName } from '#core/policy/text/long-date.ts';
import { type Column, columnsOf } from './columns.ts';
import { countCell, deskCell, GAP, marksCell, statesCell } from './glyphs.ts';
import type { Timeline, TimelineDay } from './timeline.ts';

/** The names that the shipped deadlines have in the picture; others are called as the policy calls them. */
const ROW_NAMES: Readonly<Record<string, Bilingual>> = {
  clarification: { ru: 'ждём ответ', en: 'answer due' },
  reopen: { ru: 'можно вернуть', en: 'may return' },
};

const WORDS = {
  ru: { desk: 'рабочие дни', ticket: 'обращение', events: 'события' },
  en: { desk: 'business days', ticket: 'ticket', events: 'events' },
} as const;

const LABEL_WIDTH = 15;
const CELL_WIDTH = 3;
const GAP_WIDTH = 4;
/** With the label, and the margin of who prints it, less than a hundred characters. */
const DAYS_A_BAND = 27;

/**
 * A ticket's time as text, a day a column, 27 days a band, at most 96 characters wide; a line an element. What the
 * glyphs mean is told by the legend.
 */
export function pictureOf(timeline: Timeline, language: Language): readonly string[] {
  const columns = columnsOf(timeline);
  const lines: string[] = [];
  for (let from = 0; from < columns.length; from += DAYS_A_BAND) {
    lines.push(...band(timeline, columns.slice(from, from + DAYS_A_BAND), language));
  }
  return lines;
}

function band({ rows }: Timeline, columns: readonly Column[], language: Language): readonly string[] {
  const words = WORDS[language];
  const row = (
    label: string,
    cell: (day: TimelineDay) => string,
    gap: (days: number) => string = () => GAP,
  ) =>
    line(
      label,
      columns.map((column) =>
        (typeof column === 'number' ? gap(column) : cell(column)).padEnd(widthOf(column)),
      ),
    );
  const counted = rows.filter(({ cells }) => columns.some((column) => cells.has(dateIn(column))));
  return [
    monthsOver(columns, language),
    row(
      '',
      ({ date }) => weekdayName(date, language).slice(0, 2),
      () => '',
    ),
    row(
      '',
      ({ date }) => String(date.day).padStart(2),
      (days) => `${GAP}${days}`,
    ),
    row(words.desk, deskCell),
    row(words.ticket, statesCell),
    row(words.events, ({ marks }) => marksCell(marks)),
    ...counted.map(({ name, cells }) =>
      row(ROW_NAMES[name]?.[language] ?? name, ({ date }) => countCell(cells.get(date.toString()))),
    ),
  ];
}

function widthOf(column: Column): number {
  return typeof column === 'number' ? GAP_WIDTH : CELL_WIDTH;
}

function dateIn(column: Column): string {
  return typeof column === 'number' ? '' : column.date.toString();
}

function line(label: string, cells: readonly string[]): string {
  return `${label.slice(0, LABEL_WIDTH - 1).padEnd(LABEL_WIDTH)}${cells.join('')}`.trimEnd();
}

/** The months' names, each over its first day here. */
function monthsOver(columns: readonly Column[], language: Language): string {
  let text = '';
  let month: number | undefined;
  let place = LABEL_WIDTH;
  for (const column of columns) {
    if (typeof column !== 'number' && column.date.month !== month) {
      month = column.date.month;
      text = `${text.padEnd(place)}${monthName(column.date, language)} `;
    }
    place += widthOf(column);
  }
  return text.trimEnd();
}
