import type { CutText, WordLists } from '#core/policy/text/word-lists.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import { impolite } from './items/question.ts';
import type { Mail } from './mail.ts';
import { joined, textsOf } from './request-letter.ts';
import { requestWords } from './request-words.ts';
import { placeOf, type Subtype, topicOf } from './subtype.ts';
import { type Sign, signsOf, weightsOf } from './weigh-kind.ts';

/** What kind of request a letter is, as far as it can be told. */
export interface KindReading {
  /** `none`: the letter requests nothing. */
  readonly kind: Kind | 'none';
  readonly subtype: Subtype;
  /** The words by which it was told. */
  readonly evidence: readonly string[];
}

/** Less than this tells nothing. */
const TELLING = 1.8;

/** By sense, not by the name that a customer gives it: a defect is often called a wish, and a wish an error. */
export function readKind(mail: Pick<Mail, 'subject' | 'body'>, words: WordLists): KindReading {
  const { subject, text } = requestWords(mail, words);
  const cut = joined([subject, text.text]);
  const signs = signsOf(cut, words);
  const kind = loudest(signs) ?? (tellsOfPlace(cut, words) ? 'error' : 'unclear');
  const evidence = textsOf(signs.filter((sign) => sign.kind === kind));
  switch (kind) {
    case 'error': {
      const faults = signs.filter(({ list }) => list === 'faults');
      return { kind, subtype: placeOf(cut, subject.length, faults, words), evidence };
    }
    case 'consultation':
      return { kind, subtype: topicOf(cut, signs, words), evidence };
    default:
      return { kind, subtype: 'unclear', evidence };
  }
}

function loudest(signs: readonly Sign[]): Kind | undefined {
  const { consultation, error, changeRequest } = weightsOf(signs);
  const most = Math.max(consultation, error, changeRequest);
  if (most < TELLING) return undefined;
  if (error === most) return 'error';
  return consultation === most ? 'consultation' : 'changeRequest';
}

/** So many words about a document or a report, which ask for nothing, tell what happens with it. */
const STORY_WORDS = 6;
const PLACES = [
  'documentWords',
  'directoryWords',
  'reportWords',
  'routeWords',
  'systemWords',
  'administrationWords',
  'systemSigns',
  'entityPaths',
];

function tellsOfPlace(cut: CutText, words: WordLists): boolean {
  return (
    impolite(cut, words) >= STORY_WORDS &&
    PLACES.some((list) => words(list).hits(cut).length > 0) &&
    words('callMe').hits(cut).length === 0
  );
}
