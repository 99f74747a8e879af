import type { CutText, Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Sign } from './weigh-kind.ts';

/** What an error happens in, or what a consultation is about; `unclear` where a letter could be read either way. */
export const SUBTYPES = [
  'document',
  'directory',
  'report',
  'route',
  'system',
  'usage',
  'administration',
  'installUpdate',
  'unclear',
] as const;

export type Subtype = (typeof SUBTYPES)[number];

/** Which list of words speaks for which subtype. */
const LISTS: readonly (readonly [Exclude<Subtype, 'unclear'>, string])[] = [
  ['document', 'documentWords'],
  ['directory', 'directoryWords'],
  ['report', 'reportWords'],
  ['route', 'routeWords'],
  ['system', 'systemWords'],
  ['administration', 'administrationWords'],
];

/** Only what speaks for one thing is surely of it: a report on documents may err in either. */
export function subtypeOf(cut: CutText, words: WordLists): Subtype {
  const spoken = LISTS.filter(([, list]) => words(list).hits(cut).length > 0).map(([subtype]) => subtype);
  return spoken.length === 1 ? (spoken[0] ?? 'unclear') : 'unclear';
}

/** Where an error can be, and the lists that name the place or tell of what is done there. */
const PLACES = [
  { place: 'document', lists: ['documentWords', 'documentSigns'], worth: 1 },
  { place: 'directory', lists: ['directoryWords', 'directorySigns'], worth: 1.1 },
  { place: 'report', lists: ['reportWords', 'reportSigns'], worth: 1.1 },
  // What is signed and passed on is a document, too.
  { place: 'route', lists: ['routeWords', 'routeSigns'], worth: 1.4 },
  { place: 'system', lists: ['systemWords', 'systemSigns'], worth: 1 },
  // What is exported or printed is meant rather than exporting and printing.
  { place: 'system', lists: ['systemHints'], worth: 0.35 },
] as const;

/** A part of a path in the navigator that says what is listed there. */
const PATH_PARTS = [
  [
    'document',
    /(?<=[\\/|>→›»:]\s{0,3})(?:документы|documents)|(?:документы|documents)(?=\s{0,3}[\\/|>→›»])/giu,
  ],
  [
    'directory',
    /(?<=[\\/|>→›»:]\s{0,3})(?:справочники|directories)|(?:справочники|directories)(?=\s{0,3}[\\/|>→›»])/giu,
  ],
  [
    'report',
    /(?<=[\\/|>→›»:]\s{0,3})(?:отч[её]т(?:ы|ность)|reports|reporting)|(?:отч[её]т(?:ы|ность)|reports|reporting)(?=\s{0,3}[\\/|>→›»])/giu,
  ],
  ['route', /(?<=[\\/|>→›»:]\s{0,3})(?:маршруты|routes)|(?:маршруты|routes)(?=\s{0,3}[\\/|>→›»])/giu],
] as const;
const IN_PATH = 4;

/** A place in the subject says what the letter is about. */
const IN_SUBJECT = 2.5;
/** Right beside the words of the fault. */
const BESIDE = 4;
/** So many characters away half of that is left. */
const HALF_AWAY = 25;
/** Any further mention says little. */
const FURTHER = 0.3;

/** Where an error is most likely. */
export function placeOf(...said: Parameters<typeof likelyPlaces>): Subtype {
  return likelyPlaces(...said)[0] ?? 'unclear';
}

/** The likeliest place is so many times as likely as the next, where it is surely meant. */
const SURELY = 2;

/**
 * Where an error can be: the place that is named nearest to the fault, or in the subject, and those that are nearly as
 * likely, the likeliest first.
 *
 * @param subjectEnds where in the text the subject ends
 * @param faults the words that tell of the fault
 */
export function likelyPlaces(
  cut: CutText,
  subjectEnds: number,
  faults: readonly Hit[],
  words: WordLists,
): readonly Subtype[] {
  const named = PLACES.flatMap(({ place, lists, worth }) =>
    lists.flatMap((list) =>
      words(list)
        .hits(cut)
        .map((hit) => ({ place, hit, worth })),
    ),
  );
  // «Авансовый отчёт» is no report: the longer name wins.
  const whole = named.filter(
    ({ hit }) => !named.some(({ hit: other }) => length(other) > length(hit) && holds(other, hit)),
  );
  const weightOf = (place: Subtype) => {
    const weights = whole
      .filter((one) => one.place === place)
      .map(({ hit, worth }) => worth * ((hit.from < subjectEnds ? IN_SUBJECT : 1) + nearness(hit, faults)))
      .sort((a, b) => b - a);
    const inPath = PATH_PARTS.some(([part, pattern]) => part === place && cut.text.search(pattern) !== -1);
    return weights.reduce(
      (sum, weight, index) => sum + (index === 0 ? weight : weight * FURTHER),
      inPath ? IN_PATH : 0,
    );
  };
  const weighed = ERROR_PLACES.map((place) => ({ place, weight: weightOf(place) })).sort(
    (a, b) => b.weight - a.weight,
  );
  const most = weighed[0]?.weight ?? 0;
  return weighed.filter(({ weight }) => weight > 0 && weight * SURELY > most).map(({ place }) => place);
}

const ERROR_PLACES = ['document', 'directory', 'report', 'route', 'system'] as const;

function nearness(hit: Hit, faults: readonly Hit[]): number {
  const away = Math.min(...faults.map((fault) => Math.max(0, fault.from - hit.to, hit.from - fault.to)));
  return BESIDE / (1 + away / HALF_AWAY);
}

function length({ from, to }: Hit): number {
  return to - from;
}

function holds(outer: Hit, inner: Hit): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** What a consultation is about: who may do what, how the program gets onto a computer, or else how it is used. */
export function topicOf(cut: CutText, signs: readonly Sign[], words: WordLists): Subtype {
  const count = (list: string) => signs.filter((sign) => sign.list === list).length;
  const guessed = words('noAdministration').hits(cut);
  const named = words('administrationWords')
    .hits(cut)
    .filter((hit) => !guessed.some((guess) => holds(guess, hit)));
  const administration = 2 * (count('administrationRequests') + count('lostAccess')) + named.length;
  const installUpdate = 2 * count('installUpdateWords');
  if (administration === 0 && installUpdate === 0) return 'usage';
  return administration >= installUpdate ? 'administration' : 'installUpdate';
}
