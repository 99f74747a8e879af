import { type CutText, cutText, type Hit, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { isLoneSurname, personNames } from './person-names.ts';

/** A line that sets a signature apart; in the forms of portals the description may stand under it. */
const RULE = /^\s*(?:--|[_=*]{2,40}|[—–]{2,40}|-{3,40})\s*$/;
/** «Тел.: …», «Исп. …»: a field of a form begins so, too. */
const CONTACT = /^\s*(?:тел|исп|контакт|phone|tel|mob)/iu;
/** A line of more words is no part of a signature. */
const MOST_OF_SIGNATURE = 16;

/**
 * What of a line stands before a signature. A signature starts at the beginning of a line that follows others, or
 * right after a sentence; or it is a mail program's own line.
 *
 * @param under some lines behind it: where whole sentences follow a number or a ruled line, those sign nothing
 */
export function closesLetter(
  line: string,
  follows: boolean,
  under: readonly string[],
  words: WordLists,
): string {
  const goesOn = () => under.some((next) => cutText(next).words.length > MOST_OF_SIGNATURE);
  if (follows && RULE.test(line)) return line.trim() !== '--' && goesOn() ? line : '';
  const start = words('signatureStarts')
    .hits(cutText(line))
    .map(({ from }) => line.slice(0, from))
    .find((before) => (before.trim() === '' ? follows : /[.!?…)]\s*$/.test(before)));
  if (start === undefined || (CONTACT.test(line.slice(start.length)) && goesOn())) return line;
  return start;
}

/** Whether closing words begin a signature: all of it stands behind them. */
export function isClosed(start: string | undefined, words: WordLists): boolean {
  if (start === undefined || CONTACT.test(start)) return false;
  return RULE.test(start) || words('signatureStarts').hits(cutText(start)).length > 0;
}

/** Longer blocks at the end of a letter are more than a signature. */
const MOST_LINES = 9;
/** «Областная филармония», «Вечерняя сменная школа». */
const MOST_OF_TITLE = 6;

/**
 * Where the lines begin that only sign a letter without closing words: a name, an office, an organisation, numbers.
 * Something has to be written above them, and it must not announce them («Согласующие:»).
 *
 * @returns the number of lines when there are none
 */
export function unclosedSignature(lines: readonly string[], words: WordLists): number {
  let start = lines.length;
  let signs = false;
  while (start > 0 && lines.length - start < MOST_LINES) {
    const line = lines[start - 1] ?? '';
    const role = line.trim() === '' ? 'blank' : lineRole(line, words);
    if (role === 'words') break;
    signs ||= role === 'signs';
    start -= 1;
  }
  while (start < lines.length && (lines[start] ?? '').trim() === '') start += 1;
  const above = lines.slice(0, start).findLast((line) => line.trim() !== '');
  return signs && above !== undefined && !/[:,]\s*$/.test(above) ? start : lines.length;
}

type LineRole = 'signs' | 'belongs' | 'words';

/** Pictures of the signature: «[логотип]», "[cid:image001.png@01D]". */
const PICTURE = /^\s*[[<][^\]>]{0,80}[\]>]\s*$/;
/** A question, a path, a document's number or a point of a list say something. */
const SAYS = /[?!:]\s*$|[\\>→]|№\s?\d{1,9} от|^\s*(?:\d{1,2}[.)]|[-•*])\s/u;
const SAYING = /^(?:не|нет|нужн\p{L}{0,4}|надо|прошу|просим|спасибо|thanks|please|not)$/u;
const REACHED = /[\w.+-]{1,64}@[\w-]{1,64}\.|(?:\d[\s().-]{0,2}){9,14}\d|\d{1,3}-\d{2}-\d{2}/u;
const REACHED_WHOLE = /[\w.+-]{1,64}@[\w.-]{1,80}|https?:\S{1,200}|[+(]?\d[\d\s().-]{3,24}\d/gu;
const LONGEST_LINE = 140;

/** What a line does at the end of a letter: signs it, may belong to a signature, or says something. */
function lineRole(line: string, words: WordLists): LineRole {
  if (PICTURE.test(line)) return 'belongs';
  if (line.length > LONGEST_LINE || SAYS.test(line)) return 'words';
  const reached = REACHED.test(line);
  const plain = line.replace(REACHED_WHOLE, ' ');
  const cut = cutText(plain);
  const names = personNames(plain, words).filter(({ shape }) => shape === 'full');
  const known = KNOWN.flatMap((list) => words(list).hits(cut));
  const isSaid = cut.words.some(({ folded }) => SAYING.test(folded)) || isWordy(plain, cut, known, names);
  if (isSaid || (/[.!]\s*$/.test(plain.trim()) && names.length === 0 && !reached)) return 'words';
  if (names.length > 0 || reached || isLoneName(plain, cut, known, words)) return 'signs';
  return belongs(plain, cut, known) ? 'belongs' : 'words';
}

const KNOWN = ['roleWords', 'departmentWords', 'organizationWords', 'phoneWords', 'givenNames'];

/** Words that are no office, no name and no capital letter's; beside an office a few say which one it is. */
function isWordy(
  plain: string,
  cut: CutText,
  known: readonly Hit[],
  names: readonly Pick<Hit, 'from' | 'to'>[],
) {
  const proper = cut.words.filter(({ from, to }) =>
    /^[\p{Lu}\d]|^.{1,2}$|^(?:доб|вн|внутр|ext|mail|почта|адрес)$/u.test(plain.slice(from, to)),
  );
  return wordsOutside(cut, [...known, ...names, ...proper]) > (known.length > 0 ? 4 : 1);
}

function isLoneName(plain: string, cut: CutText, known: readonly Hit[], words: WordLists): boolean {
  if (cut.words.length !== 1) return false;
  return words('givenNames').hits(cut).length > 0 || (known.length === 0 && isLoneSurname(plain, words));
}

function belongs(plain: string, cut: CutText, known: readonly Hit[]): boolean {
  const first = cut.words[0];
  if (first === undefined) return true;
  const isTitle = cut.words.length <= MOST_OF_TITLE && /\p{Lu}/u.test(plain[first.from] ?? '');
  return known.some(({ from }) => from <= first.from + 1) || (known.length > 0 && isTitle);
}
