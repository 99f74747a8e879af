import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { TicketState } from '#core/ticket/ticket.ts';
import { columnsOf } from './columns.ts';
import type { CountedRow } from './counted-rows.ts';
import { COUNT_GLYPHS, DESK_GLYPHS, GAP, MARK_GLYPHS, STATE_GLYPHS } from './glyphs.ts';
import type { Mark } from './marks.ts';
import type { Timeline, TimelineDay } from './timeline.ts';

type Meaning = Bilingual & { readonly glyph: string };

const WIDTH = 96;
const MARGIN = '  ';

const STATES: readonly (readonly [TicketState, Bilingual])[] = [
  ['inProgress', { ru: 'в работе', en: 'in work' }],
  ['waitingForCustomer', { ru: 'пауза: ждём клиента', en: 'paused: waiting for the customer' }],
  ['closed', { ru: 'закрыто', en: 'closed' }],
  ['unmapped', { ru: 'статус не сопоставлен', en: 'status not mapped' }],
];

const MARKS: Readonly<Record<Mark, Bilingual>> = {
  created: { ru: 'создано', en: 'created' },
  asked: { ru: 'вопрос клиенту', en: 'question to the customer' },
  reminded: { ru: 'напоминание', en: 'reminder' },
  customerWrote: { ru: 'пишет клиент', en: 'customer writes' },
  teamWrote: { ru: 'пишет служба', en: 'desk writes' },
  noted: { ru: 'заметка сотруднику', en: 'note to the agent' },
  closed: { ru: 'закрыто', en: 'closed' },
  reopened: { ru: 'возвращено', en: 'reopened' },
  now: { ru: 'сейчас', en: 'now' },
};

/** What each glyph means that stands in the pictures; thirds of a day are eight hours. */
export function legendOf(timelines: readonly Timeline[], language: Language): readonly string[] {
  const days = timelines.flatMap((timeline) => timeline.days);
  const rows = timelines.flatMap((timeline) => timeline.rows);
  const leavesOut = timelines.some((timeline) =>
    columnsOf(timeline).some((column) => typeof column === 'number'),
  );
  const meanings = [
    ...desk(days),
    ...states(days),
    ...marks(days),
    ...counts(rows),
    ...(leavesOut ? [LEFT_OUT] : []),
  ];
  const lines: string[] = [];
  let line = '';
  for (const meaning of meanings) {
    const words = `${meaning.glyph} ${meaning[language]}`;
    const longer = line === '' ? `${MARGIN}${words}` : `${line}   ${words}`;
    if (longer.length <= WIDTH) line = longer;
    else {
      lines.push(line);
      line = `${MARGIN}${words}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const LEFT_OUT: Meaning = {
  glyph: `${GAP}8`,
  ru: 'столько дней без событий',
  en: 'so many days without events',
};

function desk(days: readonly TimelineDay[]): readonly Meaning[] {
  const has = (test: (day: TimelineDay) => boolean) => days.some(test);
  return [
    { glyph: DESK_GLYPHS.works, ru: 'рабочий день', en: 'business day' },
    ...(has(({ calendar }) => calendar?.why === 'workingWeekend')
      ? [{ glyph: DESK_GLYPHS.moved, ru: 'рабочая по переносу', en: 'working by transfer' }]
      : []),
    ...(has(({ calendar }) => calendar?.short === true)
      ? [{ glyph: DESK_GLYPHS.short, ru: 'на час короче', en: 'an hour shorter' }]
      : []),
    ...(has(({ calendar }) => calendar?.counts === false)
      ? [{ glyph: DESK_GLYPHS.off, ru: 'выходной или праздник', en: 'day off' }]
      : []),
    ...(has(({ calendar }) => calendar === undefined)
      ? [{ glyph: DESK_GLYPHS.unknown, ru: 'нет календаря', en: 'no calendar' }]
      : []),
  ];
}

function states(days: readonly TimelineDay[]): readonly Meaning[] {
  const seen = new Set(days.flatMap((day) => day.states));
  return STATES.filter(([state]) => seen.has(state) || (state === 'inProgress' && seen.has('open'))).map(
    ([state, words]) => ({ glyph: STATE_GLYPHS[state], ...words }),
  );
}

function marks(days: readonly TimelineDay[]): readonly Meaning[] {
  const seen = new Set(days.flatMap((day) => day.marks));
  return Object.entries(MARKS).flatMap(([mark, words]) =>
    seen.has(mark as Mark) ? [{ glyph: MARK_GLYPHS[mark as Mark], ...words }] : [],
  );
}

function counts(rows: readonly CountedRow[]): readonly Meaning[] {
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  if (cells.length === 0) return [];
  return [
    {
      glyph: `0 1 2${COUNT_GLYPHS.last}`,
      ru: 'счёт рабочих дней до последнего',
      en: 'business days counted, to the last',
    },
    ...(cells.some(({ kind }) => kind === 'held')
      ? [{ glyph: COUNT_GLYPHS.held, ru: 'ждём дольше счёта', en: 'held longer than the count' }]
      : []),
  ];
}
