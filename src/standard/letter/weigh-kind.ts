import type { CutText, Hit, WordLists } from '#core/policy/text/word-lists.ts';
import type { Kind } from '#core/ticket/ticket.ts';

/** A list of words, the kind that they speak for, and how loudly; words within hits of `unless` say nothing. */
interface Voice {
  readonly list: string;
  readonly kind: Exclude<Kind, 'unclear'>;
  readonly weight: number;
  readonly unless?: readonly string[];
}

const VOICES: readonly Voice[] = [
  { list: 'faults', kind: 'error', weight: 3, unless: ['noFaults', 'ownMistakes'] },
  { list: 'errorTexts', kind: 'error', weight: 2 },
  { list: 'faultHints', kind: 'error', weight: 1, unless: ['noFaults'] },
  {
    list: 'wishes',
    kind: 'changeRequest',
    weight: 4,
    unless: ['noWishes', 'recordRequests', 'administrationRequests'],
  },
  {
    list: 'wishHints',
    kind: 'changeRequest',
    weight: 1,
    unless: ['noWishes', 'recordRequests', 'administrationRequests'],
  },
  { list: 'questions', kind: 'consultation', weight: 3, unless: ['noQuestions'] },
  { list: 'questionHints', kind: 'consultation', weight: 0.6, unless: ['noQuestions'] },
  { list: 'administrationRequests', kind: 'consultation', weight: 3.5 },
  { list: 'recordRequests', kind: 'consultation', weight: 3.5 },
  { list: 'ownMistakes', kind: 'consultation', weight: 4 },
  { list: 'installUpdateWords', kind: 'consultation', weight: 1 },
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

/** Everything in a text that speaks for a kind of request. */
export function signsOf(cut: CutText, words: WordLists): readonly Sign[] {
  return VOICES.flatMap(({ list, kind, weight, unless = [] }) => {
    const silencing = unless.flatMap((other) => words(other).hits(cut));
    return words(list)
      .hits(cut)
      .filter((hit) => !silencing.some((other) => other.from < hit.to && hit.from < other.to))
      .map((hit) => ({ ...hit, kind, weight, list }));
  }).sort((a, b) => a.from - b.from);
}

/** How loudly a text speaks for each kind. */
export function weightsOf(signs: readonly Sign[]): Readonly<Record<Sign['kind'], number>> {
  const weights = { consultation: 0, error: 0, changeRequest: 0 };
  for (const { list } of VOICES) {
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
