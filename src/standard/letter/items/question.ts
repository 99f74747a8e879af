import { type CutText, cutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import {
  MISSING,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';
import { PHONE_NUMBERS } from './phone.ts';
import { isPicture } from './screenshots.ts';

/** So many words that are neither mere politeness nor about talking of it later can say what somebody wants. */
const TELLING_WORDS = 4;

/** Whoever wants to be called says more words that say nothing. */
const TELLING_BESIDES_A_CALL = 9;

/** A line that is nothing but somebody's name, an address or a number signs the letter. */
const SIGNING = [
  /^[ \t]{0,8}(?:организация|учреждение|заявитель|контактн\p{L}{2} лицо|телефон|тел|e-?mail|почта|фио|должность|organi[sz]ation|name|phone|company)\.?[ \t]{0,3}:[^\n]{0,200}$/gimu,
  /^[ \t]{0,8}\p{Lu}[\p{L}.-]{1,30}(?:[ \t]{1,3}\p{Lu}[\p{L}.-]{0,30}){0,3}[ \t,.]{0,8}$/gmu,
  /(?<!\p{L})\p{Lu}\p{Ll}{1,25}(?:[ \t]{1,3}\p{Lu}(?:\p{Ll}{1,25}|\.)){1,2}/gu,
  /[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/gu,
  ...PHONE_NUMBERS,
];

/** What the customer wants to know is told (5.3.1-3a); «есть вопрос, позвоните» tells that there is something. */
export const question: Recogniser = (letter) => {
  const sentences = sentencesOf(letter.told.text);
  const asking = sentences.filter((sentence) => isAsking(letter, sentence));
  const telling = asking.filter((sentence) => contentWords(letter, sentence) >= 2);
  if (telling.length > 0) return present(telling);
  const told = contentWords(letter, letter.told.text);
  const wantsCall = WANTS_CALL.some((list) => letter.words(list).hits(letter.told).length > 0);
  // A picture shows something, and asks nothing.
  const mayBeTold = letter.files.some((file) => !isPicture(file)) || asking.length > 0;
  // Whoever looks for somebody to talk to, and is understood to want nothing else, keeps the rest for the talk.
  if (wantsCall && letter.kind === 'unclear') return mayBeTold ? unsure(asking) : MISSING;
  // Somebody who was understood to ask for something has said it, in however few words.
  const enough = wantsCall ? TELLING_BESIDES_A_CALL : letter.kind === 'consultation' ? 3 : TELLING_WORDS;
  if (told >= enough) {
    return present(sentences.filter((sentence) => contentWords(letter, sentence) >= 2).slice(0, 1));
  }
  return told >= (wantsCall ? 4 : 2) || mayBeTold ? unsure(asking) : MISSING;
};

/** With a question mark, or with words that ask, and not for a call. */
function isAsking({ words }: RequestLetter, sentence: string): boolean {
  const cut = cutText(sentence);
  const has = (list: string) => words(list).hits(cut).length > 0;
  return (sentence.endsWith('?') || has('askWords')) && !WANTS_CALL.some(has);
}

const WANTS_CALL = ['callMeWords', 'someoneWanted'];

function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^.!?\n]{1,600}[.!?]{0,3}/gu) ?? []).map((sentence) => sentence.trim());
}

function contentWords({ words }: RequestLetter, text: string): number {
  const cut = cutText(SIGNING.reduce((kept, pattern) => kept.replace(pattern, ' '), text));
  const empty = [...EMPTY, 'questionAnnounced', 'callMe', 'someoneWanted', 'organizationWords', 'phoneWords'];
  const hits = empty.flatMap((list) => words(list).hits(cut));
  return wordsOutside({ ...cut, words: cut.words.filter(({ folded }) => /\p{L}/u.test(folded)) }, hits);
}

const EMPTY = ['greetings', 'pleasantries', 'thanks'];

/** How many words say more than that somebody is polite. */
export function impolite(cut: CutText, words: WordLists): number {
  return wordsOutside(
    cut,
    EMPTY.flatMap((list) => words(list).hits(cut)),
  );
}
