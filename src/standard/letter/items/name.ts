import { cutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { filledIn } from '#standard/letter/form-fields.ts';
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
  const hidden = letters.map((signed) => namesAtEdges(signed, words));
  const signing = hidden.flatMap(({ signs }) => signs);
  if (signing.length > 0) return present(signing);
  const mentioned = [...read, ...hidden].flatMap(({ mentioned }) => mentioned);
  return mentioned.length > 0 ? unsure([...new Set(mentioned)]) : MISSING;
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
  const signed = [sender, ...signature.split('\n').filter((line) => !isOfMailProgram(line, words))].flatMap(
    (line) => fullNames(line, words, false).filter(({ from }) => !isAbout(line.slice(0, from), words)),
  );
  const filled = filledIn(own, 'nameFields', words).flatMap((value) => fullNames(value, words, true));
  const lines = own.split('\n');
  const placed = lines.flatMap((line, index) => {
    // «Прошу завести пользователей:» and a list of people.
    const listed = /:\s*$/.test(lines[index - 1] ?? '') || LISTED.test(line);
    return sentencesOf(line).flatMap((sentence) => placedIn(sentence, listed, words));
  });
  const at = (wanted: Place) => placed.filter(({ place }) => place === wanted).map(({ text }) => text);
  const signs = [...signed, ...filled].map(({ text }) => text);
  return { signs: [...signs, ...at('signs')], mentioned: at('unclear') };
}

/** «Отправлено из мобильной Яндекс Почты» has capitals, too. */
function isOfMailProgram(line: string, words: WordLists): boolean {
  return words('mailProgramLines').hits(cutText(line)).length > 0;
}

const LISTED = /^\s*(?:\d{1,2}[.)]|[-•*–])\s/;

type Place = 'signs' | 'about' | 'unclear';

function placedIn(sentence: string, listed: boolean, words: WordLists) {
  return [...personNames(sentence, words), ...introducedIn(sentence, words)]
    .filter(({ shape }) => shape === 'full')
    .map((found) => ({ text: found.text, place: placeOf(sentence, found, listed, words) }));
}

/** «меня зовут вострикова инна леонидовна»: right behind its introduction a name needs no capitals. */
function introducedIn(sentence: string, words: WordLists): readonly PersonName[] {
  const introductions = words('introductions').hits(cutText(sentence));
  if (introductions.length === 0) return [];
  return personNames(sentence, words, { anyCase: true }).filter(({ from }) =>
    introductions.some(({ to }) => to <= from && /^[\s:,–-]{1,3}$/u.test(sentence.slice(to, from))),
  );
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
  // Behind «Аксёнов Роман Викт.» another sentence may begin.
  const isEnd = ends(after, words) || (sentence[to - 1] === '.' && /^\s{1,3}\p{Lu}/u.test(after));
  if ((isOffice(before, words) || isOfficeOf(before, words)) && isEnd) return listed ? 'about' : 'signs';
  return before.trim() === '' ? 'unclear' : 'about';
}

/** So many sentences at the beginning and at the end of a letter may say whose it is. */
const FIRST_SENTENCES = 2;
const LAST_SENTENCES = 4;
/** A longer sentence tells something. */
const LONGEST_SIGNING = 160;

/**
 * Names that nothing but their place tells: «Precious Okafor, Highmoor Academy Trust», «иванова татьяна петровна
 * 8912…». They sign where an office, an organisation or a number stands beside them; else nobody can tell.
 */
function namesAtEdges({ own, signature }: SignedLetter, words: WordLists): Read {
  const sentences = own
    .split('\n')
    .filter((line) => !LISTED.test(line))
    .flatMap((line) => line.split(SENTENCE_END))
    .filter((sentence) => sentence.trim() !== '');
  const first = sentences.slice(0, Math.min(FIRST_SENTENCES, Math.max(0, sentences.length - LAST_SENTENCES)));
  const edges = [...first, ...sentences.slice(-LAST_SENTENCES), ...signature.split('\n')];
  const found = edges
    .filter((edge) => edge.length <= LONGEST_SIGNING && !isOfMailProgram(edge, words))
    .flatMap((edge) => namesInParts(edge, words));
  return {
    signs: found.filter(({ signs }) => signs).map(({ text }) => text),
    mentioned: found.filter(({ signs }) => !signs).map(({ text }) => text),
  };
}

const SENTENCE_END = /(?<=[\p{Ll}\d)»"]{4}[.!?…]{1,3}|[!?;]{1,3}|\p{Lu}{4}[.!?…]{1,3})\s{1,8}/u;
/** What sets apart a name, an office and a number in one line. */
const BETWEEN_PARTS = /[,;|/()•]|\s[-–—]\s|^[-–—]\s/u;
const CALLED_AT = /\d[\d\s()-]{6,20}\d/;

function namesInParts(sentence: string, words: WordLists) {
  const parts = sentence.split(BETWEEN_PARTS);
  const isSigned = CALLED_AT.test(sentence) || isKnown(sentence, words);
  return parts.flatMap((part, index) => {
    const name = namePart(part, words);
    if (name === undefined || isAbout(parts.slice(0, index + 1).join(' '), words)) return [];
    return [{ text: name, signs: isSigned && (index === 0 || isKnown(part, words)) }];
  });
}

function isKnown(text: string, words: WordLists): boolean {
  const cut = cutText(text);
  return OFFICE.some((list) => words(list).hits(cut).length > 0);
}

/** The name in a part that holds nothing else but offices and numbers. */
function namePart(part: string, words: WordLists): string | undefined {
  const found = fullNames(part, words, false)[0] ?? smallName(part, words);
  if (found === undefined) return undefined;
  const around = cutText(part.replace(found.text, ' '));
  const known = [...OFFICE, 'introductions', 'signatureStarts'].flatMap((list) => words(list).hits(around));
  const proper = around.words.filter(({ from }) => /[\p{Lu}\d№]/u.test(around.text[from] ?? ''));
  return wordsOutside(around, [...known, ...proper]) === 0 ? found.text : undefined;
}

const FEMALE_SURNAME = /(?:[оеё]ва|[иы]на|[сц]кая)$/iu;
const MALE_SURNAME = /(?:[оеё]в|[иы]н|[сц]кий)$/iu;

/** «петрова анна», «иванова татьяна петровна»: of words in small letters, only those that agree. */
function smallName(part: string, words: WordLists): PersonName | undefined {
  return personNames(part, words, { anyCase: true }).find(({ text, shape }) => {
    if (shape !== 'full' || !/^\p{Ll}/u.test(text)) return false;
    const tokens = text.split(/\s{1,4}/);
    const given = tokens.find((token) => words('givenNames').hits(cutText(token)).length > 0);
    if (given === undefined) return false;
    const surname = /[ая]$/u.test(given) ? FEMALE_SURNAME : MALE_SURNAME;
    return tokens.some((token) => token !== given && surname.test(token));
  });
}

function isAbout(before: string, words: WordLists): boolean {
  return words('othersWords').hits(cutText(before)).length > 0;
}

const OFFICE = ['roleWords', 'departmentWords', 'organizationWords', 'phoneWords'];

/** Nothing but an office and a place stands before the name: «Начальник отдела АСУ МБУ «Заря»». */
function isOffice(before: string, words: WordLists): boolean {
  const cut = cutText(before);
  // «10:20. Цой Наталья, финотдел»: notes of calls begin so.
  if (!/\p{L}/u.test(before)) return true;
  const known = OFFICE.flatMap((list) => words(list).hits(cut));
  if (known.length === 0 || cut.words.length > 14) return false;
  const spare = cut.words.filter(
    ({ from, to }) =>
      !known.some((hit) => hit.from <= from && to <= hit.to) && /^\p{Ll}{3}/u.test(before.slice(from, to)),
  );
  return spare.length <= 4 && (known[0]?.from ?? 99) <= 2;
}

/** «… было шт. ДДТ Радуга ИНН 6318402753 Климов Сергей Ильич»: behind a dot an institution may stand. */
function isOfficeOf(before: string, words: WordLists): boolean {
  const behind = /[.!?)]\s{1,3}([^.!?)]{1,120})$/u.exec(before)?.[1] ?? '';
  return (
    words('organizationWords')
      .hits(cutText(behind))
      .some(({ to, text }) => to <= text.length + 1) && isOffice(behind, words)
  );
}

/** Behind the name nothing is said of it: the end, a comma, a number, an office. */
function ends(after: string, words: WordLists): boolean {
  if (/^\s*(?:$|[,;|/(—–\d+.•·<[-])/u.test(after)) return true;
  const cut = cutText(after);
  const first = cut.words[0]?.from;
  return OFFICE.some((list) =>
    words(list)
      .hits(cut)
      .some(({ from }) => from === first),
  );
}
