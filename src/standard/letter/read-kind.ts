import type { CutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { Mail } from './mail.ts';
import { problemsIn } from './read-problems.ts';
import { joined, textsOf } from './request-letter.ts';
import { requestWords } from './request-words.ts';
import { tellsOfPlace, tellsStory } from './story.ts';
import { likelyPlaces, type Subtype, topicOf } from './subtype.ts';
import { type Sign, signsOf, weightsOf } from './weigh-kind.ts';

/** What kind of request a letter is, as far as it can be told. */
export interface KindReading {
  readonly kind: Kind;
  readonly subtype: Subtype;
  /** What it may be as well: whatever one of these does not need may not be called missing. */
  readonly rivals: readonly Kind[];
  /** Where an error may be as well. */
  readonly otherPlaces: readonly Subtype[];
  /** The words by which it was told. */
  readonly evidence: readonly string[];
}

/** Less than this tells nothing. */
const TELLING = 1.8;

/**
 * By sense, not by the name that a customer gives it: a defect is often called a wish, and a wish an error. Where a
 * letter holds several problems, it is of the kind of the first.
 */
export function readKind(mail: Pick<Mail, 'subject' | 'body'>, words: WordLists): KindReading {
  const request = requestWords(mail, words);
  const [first] = problemsIn(request, words);
  // «Два предложения: 1. В документ … 2. В отчёт …»: what is not told of the first alone is told of all.
  if (first !== undefined && loudest(signsOf(first, words)) !== undefined) return kindOf(first, 0, words);
  const { subject, text } = request;
  return kindOf(joined([subject, text.text]), subject.length, words);
}

function kindOf(cut: CutText, subjectEnds: number, words: WordLists): KindReading {
  const signs = signsOf(cut, words);
  const kind = loudest(signs) ?? hinted(cut, signs, words);
  const evidence = textsOf(signs.filter((sign) => sign.kind === kind));
  const rivals = rivalsOf(kind, signs);
  switch (kind) {
    case 'error': {
      const faults = signs.filter(({ list }) => list === 'faults');
      const [subtype = 'unclear', ...otherPlaces] = likelyPlaces(cut, subjectEnds, faults, words);
      return { kind, subtype, rivals, otherPlaces, evidence };
    }
    case 'consultation':
      return { kind, subtype: topicOf(cut, signs, words), rivals, otherPlaces: [], evidence };
    default:
      return { kind, subtype: 'unclear', rivals, otherPlaces: [], evidence };
  }
}

/** The loudest kind is heard so many times as loudly as the next. */
const LOUD_ALONE = 1.5;

/** Kinds that are nearly as loud; where nothing is aloud, it may be of none that we know. */
function rivalsOf(kind: Kind, signs: readonly Sign[]): readonly Kind[] {
  const weights = weightsOf(signs);
  const most = Math.max(...Object.values(weights));
  if (most < TELLING) return ['unclear'];
  return (['consultation', 'error', 'changeRequest'] as const).filter(
    (other) => other !== kind && weights[other] * LOUD_ALONE > most,
  );
}

function loudest(signs: readonly Sign[]): Kind | undefined {
  const { consultation, error, changeRequest } = weightsOf(signs);
  const most = Math.max(consultation, error, changeRequest);
  if (most < TELLING) return undefined;
  if (error === most) return 'error';
  return consultation === most ? 'consultation' : 'changeRequest';
}

/** Where nothing tells aloud, a hint at a question asks, and a story about a document tells of a fault. */
function hinted(cut: CutText, signs: readonly Sign[], words: WordLists): Kind {
  if (!tellsStory(cut, words)) return 'unclear';
  const { consultation, error, changeRequest } = weightsOf(signs);
  if (consultation > Math.max(error, changeRequest)) return 'consultation';
  if (changeRequest > error) return 'changeRequest';
  return error > 0 || tellsOfPlace(cut, words) ? 'error' : 'unclear';
}
