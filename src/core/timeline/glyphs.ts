import type { TicketState } from '#core/ticket/ticket.ts';
import type { CountCell } from './counted-rows.ts';
import type { Mark } from './marks.ts';
import type { TimelineDay } from './timeline.ts';

/* What stands in a cell of the picture, three characters wide. The legend names what stands in it. */

export const STATE_GLYPHS: Readonly<Record<TicketState, string>> = {
  open: '█',
  inProgress: '█',
  waitingForCustomer: '░',
  closed: '─',
  unmapped: '~',
};

export const MARK_GLYPHS: Readonly<Record<Mark, string>> = {
  created: '+',
  asked: '?',
  reminded: '!',
  customerWrote: '<',
  teamWrote: '>',
  noted: '*',
  closed: '×',
  reopened: '^',
  now: '▲',
};

export const DESK_GLYPHS = { works: '══', moved: '═*', short: "'", off: '··', unknown: '??' } as const;
export const COUNT_GLYPHS = { off: '·', held: '~', last: ']' } as const;

/** Days that are left out. */
export const GAP = '…';

/** Where a day has more marks than fit, these go first. */
const LESSER_MARKS: readonly Mark[] = ['noted', 'teamWrote', 'customerWrote'];
const MOST_MARKS = 3;

export function deskCell({ calendar }: TimelineDay): string {
  if (calendar === undefined) return DESK_GLYPHS.unknown;
  if (!calendar.counts) return DESK_GLYPHS.off;
  const worked = calendar.why === 'workingWeekend' ? DESK_GLYPHS.moved : DESK_GLYPHS.works;
  return `${worked}${calendar.short ? DESK_GLYPHS.short : ''}`;
}

export function statesCell({ states }: TimelineDay): string {
  return states.map((state) => (state === undefined ? ' ' : STATE_GLYPHS[state])).join('');
}

/** In order; the same mark twice in a row is told once. */
export function marksCell(marks: readonly Mark[]): string {
  let shown = marks.filter((mark, index) => mark !== marks[index - 1]);
  for (const lesser of LESSER_MARKS) {
    if (shown.length > MOST_MARKS) shown = shown.filter((mark) => mark !== lesser);
  }
  return shown
    .slice(0, MOST_MARKS)
    .map((mark) => MARK_GLYPHS[mark])
    .join('');
}

export function countCell(cell: CountCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'off') return ` ${COUNT_GLYPHS.off}`;
  const what = cell.kind === 'held' ? COUNT_GLYPHS.held : String(cell.number);
  return `${what.padStart(2)}${cell.last ? COUNT_GLYPHS.last : ''}`;
}
