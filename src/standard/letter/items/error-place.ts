import { cutText } from '#core/policy/text/cut-text.ts';
import type { Attachment } from '#core/ticket/entry.ts';
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

/** Two or more segments parted by the signs that a navigator path is written with. */
const PATH =
  /\p{L}[\p{L}\d «»"().,-]{1,60}?(?:\s*(?:\\{1,2}|[→⟶⇒➔➜▸▶›|⁄]|[-=–—]*>{1,2}|(?<=\s)»{1,2}(?=\s))\s*[«"]?(?:\d{1,2}[.)]?\s?)?\p{L}[\p{L}\d «»"().,-]{1,60}?)+/gu;
/** Segments parted by a bare slash need spaces around it, or three of them: «и/или» is no path. */
const SLASHED = /\p{L}[\p{L}\d -]{2,40}(?:\s\/\s\p{L}[\p{L}\d -]{2,40}|(?:\/\p{L}[\p{L}\d -]{2,40}){2,})/gu;
/** Names of places with signs between them that may mean something else. */
const MAYBE_PATHS = [
  /\p{Lu}[\p{L}\d ]{2,40}\/\p{Lu}\p{L}{2,}/gu,
  /\p{Lu}[\p{L} ]{3,40}(?:\s[-–—]\s|:\s)\p{Lu}[\p{L} ]{3,40}(?:\s[-–—]\s|:\s)\p{Lu}\p{L}{3,}/gu,
  /\p{Lu}\p{Ll}{3,}[\p{Ll} ]{0,30},\s\p{Lu}\p{Ll}{3,}[\p{Ll} ]{0,30},\s\p{Lu}\p{Ll}{3,}/gu,
];
const NO_ENTITY = /^(?:[a-z]:\\|https?:|www\.)/i;

/** Where in the system it happened: a path of the navigator. Words that only hint at a place make it unsure. */
export const entity: Recogniser = (letter) => {
  const named = found(letter, 'entityPaths');
  if (named.length > 0) return present(named);
  const menus = found(letter, 'menuWords');
  const paths = [...matches(letter, PATH), ...matches(letter, SLASHED)].filter(
    (path) => !NO_ENTITY.test(path) && !menus.some((menu) => path.startsWith(menu)),
  );
  if (paths.length > 0) return present(paths);
  if (letter.subtype === 'system' || letter.subtype === 'administration') return NOT_NEEDED;
  const hinted = [
    ...menus,
    ...found(letter, 'systemWords'),
    ...found(letter, 'placeWords'),
    ...MAYBE_PATHS.flatMap((pattern) => matches(letter, pattern)),
  ];
  const inFile = letter.own.words.length < TERSE_WORDS && letter.files.some(isText);
  const ofNothing = letter.subtype === 'unclear' && !PLACED.some((list) => found(letter, list).length > 0);
  return hinted.length > 0 || ofNothing || inFile ? unsure(hinted) : MISSING;
};

/** So few words beside a document leave it to the document to say where it was. */
const TERSE_WORDS = 12;
const TEXT_FILE = /\.(?:docx?|pdf|odt|rtf|xlsx?|txt)$/i;

function isText({ name }: Attachment): boolean {
  return TEXT_FILE.test(name);
}

/** Whoever speaks of none of these may have no place in the navigator to name: a window's font, a login. */
const PLACED = ['documentWords', 'directoryWords', 'reportWords', 'routeWords'];

const ID = /(?<![\p{L}\p{N}])(?:id|ид|идентификатор)\s{0,3}[:=№#]?\s{0,3}\d{2,20}/giu;
const DATE = String.raw`(?:\d{1,2}[.\/]\d{1,2}(?:[.\/]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[ \t]{1,3}\p{L}{3,12})`;
const NUMBER_AND_DATE = new RegExp(
  `(?:№|#|n[o°]\\.?|номер\\p{L}{0,3})[ \\t]{0,3}[\\p{L}\\d/-]{1,30}[ \\t]{0,3}(?:от|за|of|dated|from|,)?[ \\t]{0,3}${DATE}`,
  'giu',
);
const TAXPAYER = /(?<![\p{L}\p{N}])(?:инн|inn)\s{0,3}:?\s{0,3}\d{10,12}/giu;

/** A number sign with anything behind it, a record called by its name, a name in the middle of a sentence. */
const NUMBERED =
  /(?<!\p{L})(?<!(?:\p{Lu}{2,5}|[Шш]кол\p{L}{0,3}|[Сс]ад\p{L}{0,3}|School|Nursery) )(?:№|#|[Nn]o\.?(?=[ \t]{0,3}\p{L}{0,3}-?\d)|[Nn]umber(?!\p{L})|НОМЕР|[Нн]омер\p{L}{0,3})[ \t]{0,3}[\p{L}\d/-]{1,30}/gu;
const NAMED =
  /(?:карточк\p{L}{0,3}|контрагент\p{L}{0,3}|сотрудник\p{L}{0,3}|договор\p{L}{0,3}|counterparty|employee)[ \t]{1,3}(?:\p{Ll}{1,20}[ \t]{1,3}){0,3}[«"“\p{Lu}]/gu;

/** What surely identifies the document or the record; a bare number may do, and a letter may mean all of them. */
export const documentIds: Recogniser = (letter) => {
  const surely = [ID, NUMBER_AND_DATE, TAXPAYER].flatMap((pattern) => matches(letter, pattern));
  if (surely.length > 0) return present(surely);
  if (letter.subtype !== 'document' && letter.subtype !== 'directory') return unneeded(letter);
  const hinted = [
    ...numbersIn(letter),
    ...matches(letter, NUMBERED),
    ...matches(letter, NAMED),
    ...namesIn(letter),
    ...found(letter, 'anyDocumentWords'),
  ];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

const NAME_WITHIN = /(?<=\p{Ll},? )\p{Lu}\p{L}{2,30}/gu;

/** A line that is nothing but somebody's name signs the letter. */
const NAME_ALONE = /^[ \t]{0,8}\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}.-]{0,30}){1,2}[ \t]{0,8}$/gmu;

/**
 * Names inside the letter's own sentences: of a firm, a person, a form; any may tell which record is meant. What names
 * the customer's organisation does not.
 */
function namesIn({ own, words }: RequestLetter): readonly string[] {
  const organization = words('organizationWords');
  return [...own.text.replace(NAME_ALONE, ' ').matchAll(NAME_WITHIN)]
    .map(([name]) => name)
    .filter((name) => organization.hits(cutText(name)).length === 0);
}

/** Numbers that may be a document's; telephone numbers are not. */
function numbersIn({ cut }: RequestLetter): readonly string[] {
  const rest = PHONE_NUMBERS.reduce((text, pattern) => text.replace(pattern, ' '), cut.text);
  return [...rest.matchAll(/\d{2,}/g)].map(([number]) => number);
}

/** Two things that look like a report's parameters; a picture may show them all. */
export const reportParameters: Recogniser = (letter) => {
  const told = [...found(letter, 'reportParameterWords'), ...matches(letter, new RegExp(DATE, 'gu'))];
  const pictured = letter.files.length > 0;
  if (told.length >= 2 || (pictured && found(letter, 'parameterWords').length > 0)) return present(told);
  if (letter.subtype !== 'report') return unneeded(letter);
  return told.length > 0 || pictured ? unsure(told) : MISSING;
};

const ARCHIVE = /\.(?:zip|rar|7z|log|gz|txt)$/i;
/** Logs that may be behind a link or in another letter. */
const LOGS_TOLD =
  /https?:\/\/\S+|(?<!\p{L})(?:журнал\p{L}{0,3} ошибок|журнал(?:ов|ы)|архив\p{L}{0,4}|логи?|logs?)(?!\p{L})/giu;
/** An archive with nothing in it. */
const EMPTY_BYTES = 50;

/** Journals of all who take part; how many those are, a letter seldom says. */
export const routeLogs: Recogniser = (letter) => {
  const logs = letter.files.filter((file) => ARCHIVE.test(file.name) && file.bytes > EMPTY_BYTES);
  if (logs.length > 1) return present(logs.map((file) => file.name));
  if (letter.subtype !== 'route') return unneeded(letter);
  const hinted = [...letter.files.map((file) => file.name), ...matches(letter, LOGS_TOLD)];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

/** Where nobody can tell what the error is in, nobody can tell whether this is needed. */
function unneeded({ subtype }: RequestLetter) {
  return subtype === 'unclear' ? unsure([]) : NOT_NEEDED;
}
