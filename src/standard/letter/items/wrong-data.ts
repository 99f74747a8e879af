import { cutText } from '#core/policy/text/cut-text.ts';
import {
  found,
  MISSING,
  matches,
  NOT_NEEDED,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';
import { PHONE_NUMBERS } from './phone.ts';

/** Numbers that are no data: dates, years, codes of forms, accounts, numbers of documents and institutions. */
const NO_AMOUNTS = [
  ...PHONE_NUMBERS,
  /\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?!\d)(?![ \u00a0]?\d{3})/g,
  /(?<!\d)(?:19|20)\d{2}(?!\d)(?:\s?г)?/g,
  /(?<!\d)05\d{5}(?!\d)/g,
  /(?:№|#|(?<!\p{L})(?:no\.?|номер\p{L}{0,2}|id|ид|кфо|квфо|инн|сч[её]т\p{L}{0,2}|account|form|форм\p{L}{1,2}|строк\p{L}{1,2}|граф\p{L}{1,2}|кбк|косгу|квр))[ \t:=]{0,3}\d[\d./-]{0,25}/giu,
];
const AMOUNT = /\d{1,3}(?:[ \u00a0,]\d{3}(?!\d)){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?/g;

/** One value against another: «показывает 0, должно 40», «стоит 01.01.1900, должна быть 15.09.2014». */
const CONTRAST =
  /(?<![\p{L}\d№])\d[\d., \u00a0]{0,18}%?(?:\s\p{L}{1,4}\.?)?,?\s{1,3}(?:а |но |but )?(?:долж\p{L}{1,3}(?: быть| стоять)?|надо|нужно|правильно|(?:система|программа|отч[её]т) показывает|it should be|should be|should read|(?:but )?ought to be|i'd expect|we'd expect)\s{1,2}\d[\d.,]{0,18}/giu;

/** Which data are wrong, and what they should be (5.3.2-6d). Needed only where a letter tells of wrong data. */
export const wrongData: Recogniser = (letter) => {
  const story = { ...letter, cut: letter.told };
  const vague = found(story, 'wrongDataWords');
  const named = found(story, 'namedWrongWords');
  const expected = found(story, 'expectedDataWords');
  const amounts = amountsIn(letter);
  const contrasts = matches(story, CONTRAST);
  if (contrasts.length > 0) return present(contrasts);
  const wrong = [...vague, ...named];
  const told = [...wrong, ...expected, ...amounts];
  if (expected.length > 0 && (amounts.length > 0 || wrong.length > 0)) return present(told);
  if (amounts.length >= 2 && (wrong.length > 0 || amounts.filter(isMoney).length >= 2)) return present(told);
  if (isOfData(letter, 'wrongDataWords')) {
    return amounts.length > 0 || named.length > 0 ? unsure(told) : MISSING;
  }
  return isOfData(letter, 'namedWrongWords') ? unsure(told) : NOT_NEEDED;
};

function isMoney(amount: string): boolean {
  return /[ \u00a0,]\d{3}|[.,]\d{2}$/u.test(amount);
}

function amountsIn({ told }: RequestLetter): readonly string[] {
  const text = NO_AMOUNTS.reduce((rest, pattern) => rest.replace(pattern, ' '), told.text);
  return [...text.matchAll(AMOUNT)].map(([amount]) => amount);
}

/** A form may be the wrong one with all its data right. */
const OF_FORMS =
  /wrong (?:printed |print )?(?:form|template|layout)|не т[уа] (?:печатн\p{L}{2,3} )?(?:форм|шаблон|бланк)\p{L}{0,3}/giu;

/** Said in the same sentence of sums, balances, figures: a password may be wrong as well. */
function isOfData({ told, words }: RequestLetter, list: string): boolean {
  return told.text
    .replace(OF_FORMS, ' ')
    .split(/[.!?\n]/u)
    .some((sentence) => {
      const cut = cutText(sentence);
      return [list, 'dataWords'].every((id) => words(id).hits(cut).length > 0);
    });
}
