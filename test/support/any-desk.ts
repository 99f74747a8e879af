/* Randomly lived weeks of a whole desk: several tickets, people, letters, stops, and a Jira that gets in the way. */
import fc from 'fast-check';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Item } from '#core/ticket/item.ts';
import type { Act, Deed } from '#rehearsal/deed.ts';
import { JIRA_SETTINGS } from '#rehearsal/jira-settings.ts';
import {
  AGENTS_WORDS,
  anyDoing,
  both,
  DOCUMENT_TOLD,
  type Doing,
  ERROR_TOLD,
  move,
  PLACE_TOLD,
  SCREENSHOT,
  type Sense,
  SHOWN,
} from './any-doing.ts';
import { msk } from './moscow-time.ts';

export type AnyStep =
  | {
      readonly kind: 'act';
      readonly at: Temporal.Instant;
      readonly act: Act;
      readonly sense: Sense;
      readonly holds: readonly Item[];
    }
  | { readonly kind: 'desk'; readonly at: Temporal.Instant; readonly away: boolean };

export interface AnyDesk {
  readonly language: Language;
  /** Name among the settings of Jira. */
  readonly jira: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** In the order of time. */
  readonly steps: readonly AnyStep[];
}

const gap = fc.oneof(
  fc.integer({ min: 1, max: 180 }),
  fc.integer({ min: 180, max: 12 * 3600 }),
  fc.integer({ min: 12 * 3600, max: 6 * 86_400 }),
);

const ASKED: readonly (readonly [number, Doing])[] = [
  [600, { who: 'olga', ...(AGENTS_WORDS[0] as Omit<Doing, 'who'>) }],
  [30, { who: 'olga', ...move('waiting') }],
];
const SOLVED: readonly (readonly [number, Doing])[] = [
  [600, { who: 'igor', ...(AGENTS_WORDS[3] as Omit<Doing, 'who'>) }],
  [30, { who: 'igor', ...move('resolved') }],
];

interface Life {
  readonly startsAfter: number;
  readonly opening: { readonly deed: Deed; readonly holds: readonly Item[] };
  readonly doings: readonly (readonly [after: number, doing: Doing])[];
}

/** The first letter: what is told in it at random. */
const SUBJECT = both('Не проводится документ', 'A document cannot be posted');
const TEXT = both(
  'Документ не проводится, программа выдаёт ошибку.',
  'The document cannot be posted, there is an error.',
);

const anyText = fc.subarray([PLACE_TOLD, DOCUMENT_TOLD, ERROR_TOLD]).map((told) => ({
  text: both(
    [TEXT.ru, ...told.map(([{ ru }]) => ru)].join('\n'),
    [TEXT.en, ...told.map(([{ en }]) => en)].join('\n'),
  ),
  holds: told.flatMap(([, , holds = []]) => holds),
}));

const anyLife: fc.Arbitrary<Life> = fc.record({
  startsAfter: fc.integer({ min: 0, max: 3 * 86_400 }),
  opening: fc
    .tuple(
      fc.constantFrom('consultation' as const, 'error' as const, 'error' as const, 'changeRequest' as const),
      anyText,
      fc.constantFrom([], [], [SCREENSHOT]),
    )
    .chain(([kind, { text, holds }, files]) =>
      fc
        .constantFrom<Deed>(
          { does: 'mails', kind, subject: SUBJECT, text, files },
          { does: 'asksOnPortal', kind, subject: SUBJECT, text, files },
          { does: 'asksOnPortal', kind, subject: SUBJECT, text, files, with: ['kirill'] },
        )
        .map((deed) => ({ deed, holds: files.length === 0 ? holds : [...holds, ...SHOWN] })),
    ),
  doings: fc
    .tuple(
      fc.constantFrom<Life['doings']>([], ASKED, ASKED, SOLVED),
      fc.array(fc.tuple(gap, anyDoing), { maxLength: 6 }),
    )
    .map(([beginning, rest]) => [...beginning, ...rest]),
});

const anyStop = fc.record({
  after: fc.integer({ min: 0, max: 14 * 86_400 }),
  seconds: fc.integer({ min: 60, max: 4 * 86_400 }),
});

/** Desks of 2027, whose days off lie in every week of them. */
export const anyDesk: fc.Arbitrary<AnyDesk> = fc
  .record({
    language: fc.constantFrom<Language>('ru', 'en'),
    jira: fc.constantFrom(...Object.keys(JIRA_SETTINGS)),
    minute: fc.integer({ min: 0, max: 320 * 24 * 60 }),
    lives: fc.array(anyLife, { minLength: 2, maxLength: 4 }),
    stop: fc.option(anyStop, { freq: 4 }),
  })
  .map(({ language, jira, minute, lives, stop }) => {
    const startsAt = msk('2027-01-01 00:00').add({ minutes: minute });
    const acts = lives.flatMap((life, index) => actsOf(life, `ticket ${index + 1}`, startsAt));
    const stops = stop === null ? [] : stopOf(stop, startsAt);
    const steps = [...acts, ...stops].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
    const last = steps.at(-1)?.at ?? startsAt;
    return { language, jira, startsAt, endsAt: last.add({ hours: 24 * 16 }), steps };
  });

function actsOf(
  { startsAfter, opening, doings }: Life,
  ticket: string,
  from: Temporal.Instant,
): readonly AnyStep[] {
  let at = from.add({ seconds: 60 + startsAfter });
  const { deed: first, holds: told } = opening;
  const steps: AnyStep[] = [
    { kind: 'act', at, act: { ...first, who: 'marina', ticket }, sense: 'none', holds: told },
  ];
  for (const [after, { who, deed, sense, holds = [] }] of doings) {
    at = at.add({ seconds: after });
    const delay = deed.does === 'mails' ? (deed.shownMinutesLater ?? 0) : 0;
    steps.push({ kind: 'act', at: at.add({ minutes: delay }), act: { ...deed, who, ticket }, sense, holds });
  }
  return steps;
}

function stopOf(
  { after, seconds }: { readonly after: number; readonly seconds: number },
  from: Temporal.Instant,
): readonly AnyStep[] {
  const at = from.add({ seconds: after });
  return [
    { kind: 'desk', at, away: true },
    { kind: 'desk', at: at.add({ seconds }), away: false },
  ];
}
