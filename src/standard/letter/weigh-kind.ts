import { type CutText, cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import { askingSentences } from './asking-sentences.ts';
import { keptByText } from './kept-by-text.ts';

/** A list of words, the kind that they speak for, and how loudly. */
interface Voice {
  readonly list: string;
  readonly kind: Exclude<Kind, 'unclear'>;
  readonly weight: number;
  /** What only looks like it: a word that such a phrase holds says nothing. */
  readonly unless?: readonly string[];
  /** What else may be asked for with the same verb: the nearer object is meant. */
  readonly unlessNearer?: readonly string[];
}

const RECORDS = ['recordRequests', 'administrationRequests'];
const EMPTY_QUESTIONS = ['noQuestions', 'callMe', 'someoneWanted'];
const VOICES: readonly Voice[] = [
  { list: 'faults', kind: 'error', weight: 3, unless: ['noFaults', 'ownMistakes'] },
  { list: 'errorTexts', kind: 'error', weight: 2 },
  // Customers call wishes errors, and defects improvements: a bare name says little.
  { list: 'faultNames', kind: 'error', weight: 1.9, unless: ['noFaults', 'ownMistakes'] },
  { list: 'faultHints', kind: 'error', weight: 0.7, unless: ['noFaults'] },
  { list: 'wishes', kind: 'changeRequest', weight: 4, unless: ['noWishes'], unlessNearer: RECORDS },
  // «Такого у вас никогда не было»: what is called an error cannot be one.
  { list: 'newThings', kind: 'changeRequest', weight: 6 },
  { list: 'wishNames', kind: 'changeRequest', weight: 1.9, unless: ['noWishes'] },
  { list: 'wishHints', kind: 'changeRequest', weight: 0.7, unless: ['noWishes'] },
  { list: 'questions', kind: 'consultation', weight: 3, unless: EMPTY_QUESTIONS },
  { list: 'questionHints', kind: 'consultation', weight: 0.6, unless: ['noQuestions'] },
  {
    list: 'administrationRequests',
    kind: 'consultation',
    weight: 3.5,
    unless: ['noAdministration'],
    unlessNearer: ['wishes'],
  },
  // Whoever cannot get in for that reason tells of no fault, in whatever words the program refuses.
  { list: 'lostAccess', kind: 'consultation', weight: 5 },
  { list: 'recordRequests', kind: 'consultation', weight: 3.5, unlessNearer: ['wishes'] },
  { list: 'ownMistakes', kind: 'consultation', weight: 5 },
  { list: 'installUpdateWords', kind: 'consultation', weight: 1, unless: ['noInstallUpdate'] },
];

/** Of several words in one list each further one says a third, and no more than so many are heard. */
const FURTHER = 1 / 3;
const HEARD = 4;

/** What speaks for a kind, in the order of the text. */
export interface Sign extends Hit {
  readonly kind: Exclude<Kind, 'unclear'>;
  readonly weight: number;
  readonly list: string;
}

/** Everything in a text that speaks for a kind of request, in its order. */
export function signsOf(cut: CutText, words: WordLists): readonly Sign[] {
  return signsOfText(cut.text, words, cut);
}

const signsOfText = keptByText((_text, words: WordLists, cut: CutText): readonly Sign[] => {
  const heard = withoutNuisances(heardSigns(cut, words), cut, words);
  const asked = askedSigns(cut, heard, words);
  return withoutOutcries([...heard, ...asked], cut).toSorted((a, b) => a.from - b.from);
});

/** «Сейчас дата не видна, вынесите её в список»: what is wished for is told by what is not so today. */
function withoutNuisances(signs: readonly Sign[], cut: CutText, words: WordLists): readonly Sign[] {
  if (!signs.some(({ list }) => list === 'wishes' || list === 'newThings')) return signs;
  const nuisances = words('nuisances').hits(cut);
  return signs.filter(
    (sign) => sign.list !== 'faults' || !nuisances.some((nuisance) => overlaps(nuisance, sign)),
  );
}

/** So few words ask for nothing but what the fault before them asks for anyway: «Как это вернуть?» */
const OUTCRY_WORDS = 4;

function withoutOutcries(signs: readonly Sign[], cut: CutText): readonly Sign[] {
  const fault = signs.find(({ list }) => list === 'faults');
  if (fault === undefined) return signs;
  const outcries = askingSentences(cut.text)
    .filter(({ from, text }) => from >= fault.to && cutText(text).words.length <= OUTCRY_WORDS + 1)
    .map((sentence) => ({ ...sentence, to: sentence.from + sentence.text.length + 1 }));
  return signs.filter(
    (sign) => sign.kind !== 'consultation' || !outcries.some((outcry) => overlaps(outcry, sign)),
  );
}

/** Sentences that ask, and in which no other sign is heard. */
function askedSigns(cut: CutText, heard: readonly Sign[], words: WordLists): readonly Sign[] {
  const why = words('whyWords').hits(cut);
  const empty = EMPTY_QUESTIONS.flatMap((list) => words(list).hits(cut));
  return askingSentences(cut.text)
    .map((sentence) => ({ ...sentence, to: sentence.from + sentence.text.length + 1 }))
    .filter((hit) => !empty.some((other) => overlaps(hit, other)))
    .filter(
      (hit) => !heard.some((sign) => sign.kind !== 'consultation' && sign.weight > 1 && overlaps(hit, sign)),
    )
    .map((hit) => ({ ...hit, ...(why.some((other) => overlaps(hit, other)) ? ASKED_WHY : ASKED) }));
}

/** Whoever asks why the program does something holds it to be wrong. */
const ASKED_WHY = { list: 'askedWhy', kind: 'error', weight: 2.4 } as const;
const ASKED = { list: 'asked', kind: 'consultation', weight: 2 } as const;

function heardSigns(cut: CutText, words: WordLists): readonly Sign[] {
  const hits = (lists: readonly string[] = []) => lists.flatMap((list) => words(list).hits(cut));
  const footers = hits(['footers']);
  return VOICES.flatMap(({ list, kind, weight, unless, unlessNearer }) => {
    const silencing = [...footers, ...hits(unless)];
    const nearer = hits(unlessNearer);
    return longest(words(list).hits(cut))
      .filter((hit) => !silencing.some((other) => overlaps(hit, other)))
      .filter((hit) => !nearer.some((other) => overlaps(hit, other) && other.to < hit.to))
      .map((hit) => ({ ...hit, kind, weight, list }));
  }).sort((a, b) => a.from - b.from);
}

function overlaps(one: Hit, other: Hit): boolean {
  return other.from < one.to && one.from < other.to;
}

/** A phrase that two entries of a list know is heard once. */
export function longest(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    (hit, index) =>
      !hits.some(
        (other, place) =>
          place !== index &&
          other.from <= hit.from &&
          hit.to <= other.to &&
          (other.to - other.from > hit.to - hit.from || place < index),
      ),
  );
}

/** How loudly a text speaks for each kind. */
export function weightsOf(signs: readonly Sign[]): Readonly<Record<Sign['kind'], number>> {
  const weights = { consultation: 0, error: 0, changeRequest: 0 };
  for (const { list } of [...VOICES, ASKED, ASKED_WHY]) {
    const heard = [
      ...new Map(signs.filter((sign) => sign.list === list).map((sign) => [fold(sign), sign])).values(),
    ];
    for (const [index, sign] of heard.slice(0, HEARD).entries()) {
      weights[sign.kind] += index === 0 ? sign.weight : sign.weight * FURTHER;
    }
  }
  return weights;
}

function fold({ text }: Hit): string {
  return text.trim().toLowerCase();
}
