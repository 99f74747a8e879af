import type { Timeline, TimelineDay } from './timeline.ts';

/** A day, or the number of days left out. */
export type Column = TimelineDay | number;

/** A longer stretch on which nothing happens and nothing is counted is one column. */
const LONGEST_QUIET_DAYS = 7;

/** As many as two digits can tell; more are several columns. */
const MOST_DAYS_LEFT_OUT = 99;

/** The columns of the picture; long quiet stretches are left out. */
export function columnsOf(timeline: Timeline): readonly Column[] {
  const columns: Column[] = [];
  let quiet: TimelineDay[] = [];
  const settle = () => {
    columns.push(...(quiet.length > LONGEST_QUIET_DAYS ? leftOut(quiet.length) : quiet));
    quiet = [];
  };
  for (const day of timeline.days) {
    if (isQuiet(timeline, day)) quiet.push(day);
    else {
      settle();
      columns.push(day);
    }
  }
  settle();
  return columns;
}

function leftOut(days: number): readonly number[] {
  return days > MOST_DAYS_LEFT_OUT ? [MOST_DAYS_LEFT_OUT, ...leftOut(days - MOST_DAYS_LEFT_OUT)] : [days];
}

function isQuiet({ rows }: Timeline, { date, marks }: TimelineDay): boolean {
  return marks.length === 0 && rows.every(({ cells }) => !cells.has(date.toString()));
}
