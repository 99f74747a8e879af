import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { type PersonName, personNames } from '#standard/letter/person-names.ts';
import { MISSING, present, type Recogniser, unsure } from '#standard/letter/request-letter.ts';
import type { SignedLetter } from '#standard/letter/signed-letters.ts';

/**
 * Who asks, with a surname (5.3.1-2a): as the account is called, as a letter is signed, or as it says. A given name, an
 * office or a department is none; and whoever a letter is about has not written it.
 */
export const name: Recogniser = (letter) => {
  const { reporterName, letters, words } = letter;
  const display = fullNames(reporterName.replace(/["'«»“”„]/gu, ' '), words, true);
  if (display.length > 0) return present(display.map(({ text }) => text));
  const read = letters.map((signed) => namesOf(signed, words));
  const told = read.flatMap(({ signs }) => signs);
  if (told.length > 0) return present(told);
  const mentioned = read.flatMap(({ mentioned }) => mentioned);
  return mentioned.length > 0 ? unsure(mentioned) : MISSING;
};

/** «Смирнов, Олег» and «Звягинцева (Петрунина) Алла» too, where nothing else is found. */
function fullNames(text: string, words: WordLists, anyCase: boolean): readonly PersonName[] {
  // Schools and towns are called by two words with a capital, too.
  const office = ['organizationWords', 'departmentWords', 'supportNames'].some(
    (list) => words(list).hits(cutText(text)).length > 0,
  );
  const look = { unknownPairs: !office, anyCase };
  const found = personNames(text, words, look).filter(({ shape }) => shape === 'full');
  if (found.length > 0) return found;
  const loose = text.replace(/,\s?|\([^()]{0,40}\)\s?/g, ' ');
  return personNames(loose, words, look).filter(({ shape }) => shape === 'full');
}

interface Read {
  /** Names by which somebody says who they are. */
  readonly signs: readonly string[];
  /** Names of which nobody can tell. */
  readonly mentioned: readonly string[];
}

function namesOf({ own, signature, sender }: SignedLetter, words: WordLists): Read {
  const signed = [sender, ...signature.split('\n')].flatMap((line) =>
    fullNames(line, words, false).filter(({ from }) => !isAbout(line.slice(0, from), words)),
  );
  const lines = own.split('\n');
  const placed = lines.flatMap((line, index) => {
    // «Прошу завести пользователей:» and a list of people.
    const listed = /:\s*$/.test(lines[index - 1] ?? '') || /^\s*(?:\d{1,2}[.)]|[-•*–])\s/.test(line);
    return sentencesOf(line).flatMap((sentence) => placedIn(sentence, listed, words));
  });
  const at = (wanted: Place) => placed.filter(({ place }) => place === wanted).map(({ text }) => text);
  return { signs: [...signed.map(({ text }) => text), ...at('signs')], mentioned: at('unclear') };
}

type Place = 'signs' | 'about' | 'unclear';

function placedIn(sentence: string, listed: boolean, words: WordLists) {
  return personNames(sentence, words)
    .filter(({ shape }) => shape === 'full')
    .map((found) => ({ text: found.text, place: placeOf(sentence, found, listed, words) }));
}

/** A sentence ends where a word of some length does: not behind initials, «гл.» or «тел.». */
function sentencesOf(line: string): readonly string[] {
  return line.split(
    /(?<=[\p{Ll}\d)»"]{4}[.!?…]{1,3}|[!?;]{1,3}|\p{Lu}{4}[.!?…]{1,3})\s{1,8}|\s?[(|]\s?|\s\/\s/u,
  );
}

/** «Звонила бухгалтер школы 12 Иванова М.П.»: so far from its introduction a name may stand. */
const INTRODUCED_WITHIN = 70;
/** So much around a name tells whose it is. */
const CONTEXT = 200;

function placeOf(sentence: string, { from, to }: PersonName, listed: boolean, words: WordLists): Place {
  const before = sentence.slice(Math.max(0, from - CONTEXT), from);
  const after = sentence.slice(to, to + CONTEXT);
  const introduced = words('introductions')
    .hits(cutText(before))
    .some((hit) => before.length - hit.to <= INTRODUCED_WITHIN);
  if (isAbout(before, words)) return 'about';
  if (introduced) return 'signs';
  if (isOffice(before, words) && ends(after, words)) return listed ? 'about' : 'signs';
  return before.trim() === '' ? 'unclear' : 'about';
}

function isAbout(before: string, words: WordLists): boolean {
  return words('othersWords').hits(cutText(before)).length > 0;
}

/** Nothing but an office and a place stands before the name: «Начальник отдела АСУ МБУ «Заря»». */
function isOffice(before: string, words: WordLists): boolean {
  const cut = cutText(before);
  if (cut.words.length === 0) return true;
  const known = ['roleWords', 'departmentWords', 'organizationWords', 'phoneWords'].flatMap((list) =>
    words(list).hits(cut),
  );
  if (known.length === 0 || cut.words.length > 14) return false;
  const spare = cut.words.filter(
    ({ from, to }) =>
      !known.some((hit) => hit.from <= from && to <= hit.to) && /^\p{Ll}{3}/u.test(before.slice(from, to)),
  );
  return spare.length <= 4 && (known[0]?.from ?? 99) <= 2;
}

/** Behind the name nothing is said of it: the end, a comma, a number, an office. */
function ends(after: string, words: WordLists): boolean {
  if (/^\s*(?:$|[,;|/(—–\d+.•·<[-])/u.test(after)) return true;
  const cut = cutText(after);
  const first = cut.words[0]?.from;
  return ['roleWords', 'departmentWords', 'organizationWords', 'phoneWords'].some((list) =>
    words(list)
      .hits(cut)
      .some(({ from }) => from === first),
  );
}
