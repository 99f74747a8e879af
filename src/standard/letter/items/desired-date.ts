import type { CutText, Hit } from '#core/policy/text/cut-text.ts';
import {
  found,
  type ItemReading,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';
import { type TiedTime, tiedTimes } from '#standard/letter/tied-times.ts';

/**
 * By when the customer would like it (5.3.3-5): a date or period that is tied to a wish. What names no time («к лету»,
 * «как можно скорее») is none, however urgent; neither are days of documents, laws and reports, nor the customer's own
 * terms («отчёт сдаём до 15-го»).
 */
export const desiredDate: Recogniser = (letter) => {
  const { cut, words } = letter;
  const lists = new Map(LISTS.map((list) => [list, words(list).hits(cut)]));
  const judged = tiedTimes(cut)
    .slice(0, MOST_TIMES)
    .map((time) => ({ text: wordsOf(cut, time), wished: judge(time, cut, lists) }));
  const wished = (how: Wished) => judged.filter((one) => one.wished === how).map(({ text }) => text);
  if (wished('surely').length > 0) return present(longestOf(wished('surely')));
  const hinted = [...wished('perhaps'), ...found(letter, 'looseDates')];
  return hinted.length > 0 ? unsure(longestOf(hinted)) : vague(letter);
};

const LISTS = ['dateWishes', 'needWords', 'ownDuties', 'bygoneWords', 'datedThings', 'otherTerms'] as const;
type List = (typeof LISTS)[number];

/** Who names more times than this wishes for none of them. */
const MOST_TIMES = 100;

type Wished = 'surely' | 'perhaps' | 'no';

/** Missing all the same, and told which words name no time. */
function vague(letter: RequestLetter): ItemReading {
  return { state: 'missing', evidence: longestOf(found(letter, 'vagueDates')) };
}

function wordsOf({ text }: CutText, { from, to }: TiedTime): string {
  return text.slice(from, to);
}

/** «до конца I квартала» holds «I квартала». */
function longestOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => !texts.some((other) => other !== text && other.includes(text)));
}

/** So many words before a time leave it a part that stands for itself: «и, если можно, до пятницы». */
const FEW = 2;

/** A thing so near before a time has it for its own: «остатки до 15 марта». */
const OF_A_THING = 2;

/** So many words beside a time are no sentence of their own: «До 15 марта, если можно». */
const FRAGMENT = 5;

function judge(time: TiedTime, cut: CutText, lists: ReadonlyMap<List, readonly Hit[]>): Wished {
  const around = aroundOf(time, cut, lists);
  if (around.isOthers) return 'no';
  if (time.tie === 'label') return 'surely';
  const { needed, urged } = around;
  if (around.ofThing) return needed && time.tie !== 'since' ? 'perhaps' : 'no';
  if (around.ownDuty) return needed ? 'perhaps' : 'no';
  if (around.bygone && !urged) return 'no';
  return BY_TIE[time.tie](around);
}

/** What stands around a time, as far as it tells whether it is wished for. */
interface Around {
  /** A range, or a term that another sets. */
  readonly isOthers: boolean;
  /** A wish in the same clause, or a need. */
  readonly urged: boolean;
  readonly needed: boolean;
  readonly ofThing: boolean;
  readonly ownDuty: boolean;
  readonly bygone: boolean;
  /** It stands for itself behind a wish, or a need, of the same sentence. */
  readonly follows: boolean;
  readonly followsWish: boolean;
  /** It is all there is, or nearly: «До 15 марта, если можно». */
  readonly fragment: boolean;
  readonly first: boolean;
}

function aroundOf(time: TiedTime, cut: CutText, lists: ReadonlyMap<List, readonly Hit[]>): Around {
  const sentence = boundsOf(cut.text, time, SENTENCE_ENDS);
  const clause = within(boundsOf(cut.text, time, CLAUSE_ENDS), sentence);
  const has = (list: List, { from, to }: Bounds) =>
    lists.get(list)?.some((hit) => hit.from >= from && hit.to <= to) === true;
  const behind = (count: number, start: number) => ({
    from: startOfWords(cut, time.from, count, start),
    to: time.from,
  });
  const alone = wordsIn(cut, { from: clause.from, to: time.from }) <= FEW;
  const near = { from: Math.max(sentence.from, time.from - 60), to: time.from };
  const wishes = has('dateWishes', sentence);
  return {
    isOthers: isRange(cut.text, time) || has('otherTerms', near),
    urged: has('dateWishes', clause),
    needed: has('dateWishes', clause) || has('needWords', clause),
    ofThing: has('datedThings', behind(OF_A_THING, clause.from)),
    ownDuty: has('ownDuties', clause),
    bygone: has('bygoneWords', behind(FEW, sentence.from)) || has('bygoneWords', clause),
    follows: alone && (wishes || has('needWords', sentence)),
    followsWish: alone && wishes,
    fragment: alone && wordsIn(cut, { from: time.to, to: sentence.to }) <= FRAGMENT,
    first: wordsIn(cut, { from: sentence.from, to: time.from }) <= FEW,
  };
}

/** How a time is wished for, by the word that ties it to the sentence. */
const BY_TIE: Readonly<Record<Exclude<TiedTime['tie'], 'label'>, (around: Around) => Wished>> = {
  until: ({ needed, follows, fragment, first }) =>
    needed || follows || (fragment && first) ? 'surely' : 'no',
  span: ({ needed, followsWish, fragment, first }) => {
    if (needed || followsWish) return 'surely';
    return fragment && first ? 'perhaps' : 'no';
  },
  during: ({ urged, needed, follows, fragment }) => {
    if (urged) return 'surely';
    return needed || (follows && fragment) ? 'perhaps' : 'no';
  },
  since: ({ needed }) => (needed ? 'perhaps' : 'no'),
};

interface Bounds {
  readonly from: number;
  readonly to: number;
}

const SENTENCE_ENDS =
  /[!?;…]|\n|\.(?=\s|$)(?<!(?<!\p{L})(?:г|гг|кв|т|д|п|е|стр|ст|им|ул|тел|янв|фев|мар|апр|авг|сен|сент|окт|ноя|дек|no|approx|e\.g)\.)/giu;
const CLAUSE_ENDS =
  /[!?;…\n()]|[,:](?!\d)|\s[-–—]\s|\.(?=\s|$)(?<!(?<!\p{L})(?:г|гг|кв|т|д|п|е|стр|ст|им|ул|тел|янв|фев|мар|апр|авг|сен|сент|окт|ноя|дек|no|approx|e\.g)\.)/giu;

/** «с 1 по 15 марта», "from January until March". */
const RANGE_BEFORE =
  /(?<!\p{L})(?:со?|from|between|начиная\s{1,3}с)\s{1,3}(?:\d|\p{L}{3,9}\s{0,3}$|\p{L}{3,9}\s\d)[^,;\n]{0,20}$/iu;

function isRange(text: string, { tie, from }: TiedTime): boolean {
  return tie === 'until' && RANGE_BEFORE.test(text.slice(Math.max(0, from - 34), from));
}

/** Nobody's sentence is longer. */
const LONGEST_SENTENCE = 600;

function boundsOf(text: string, { from, to }: TiedTime, ends: RegExp): Bounds {
  const start = Math.max(0, from - LONGEST_SENTENCE);
  const before = [...text.slice(start, from).matchAll(ends)].at(-1);
  const after = text.slice(to, to + LONGEST_SENTENCE).search(new RegExp(ends.source, 'iu'));
  return {
    from: before === undefined ? start : start + before.index + before[0].length,
    to: after === -1 ? Math.min(text.length, to + LONGEST_SENTENCE) : to + after,
  };
}

function within(inner: Bounds, outer: Bounds): Bounds {
  return { from: Math.max(inner.from, outer.from), to: Math.min(inner.to, outer.to) };
}

function wordsIn({ words }: CutText, { from, to }: Bounds): number {
  return words.filter((word) => word.from >= from && word.to <= to).length;
}

function startOfWords({ words }: CutText, end: number, count: number, start: number): number {
  return words.filter((word) => word.from >= start && word.to <= end).at(-count)?.from ?? start;
}
