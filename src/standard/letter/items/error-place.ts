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
import { PHONE_NUMBERS } from './contacts.ts';

/** Two or more segments parted by the signs that a navigator path is written with. */
const PATH =
  /\p{L}[\p{L}\d «»"().,-]{1,60}?(?:\s*(?:\\|→|⟶|\s»\s|›|\||>|->|⁄)\s*\p{L}[\p{L}\d «»"().,-]{1,60}?)+/gu;
/** Segments parted by a bare slash need spaces around it, or three of them: «и/или» is no path. */
const SLASHED = /\p{L}[\p{L}\d -]{2,40}(?:\s\/\s\p{L}[\p{L}\d -]{2,40}|(?:\/\p{L}[\p{L}\d -]{2,40}){2,})/gu;
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
  if (letter.subtype === 'system') return NOT_NEEDED;
  const hinted = [...menus, ...found(letter, 'systemWords'), ...found(letter, 'placeWords')];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

const ID = /(?<![\p{L}\p{N}])(?:id|ид|идентификатор)\s*[:=№#]?\s*\d{2,}/giu;
const DATE = String.raw`(?:\d{1,2}[.\/]\d{1,2}(?:[.\/]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}{3,})`;
const NUMBER_AND_DATE = new RegExp(
  `(?:№|#|n[o°]\\.?|номер\\p{L}*)\\s*[\\p{L}\\d/-]+\\s*(?:от|за|of|dated|from|,)?\\s*${DATE}`,
  'giu',
);
const TAXPAYER = /(?<![\p{L}\p{N}])(?:инн|inn)\s*:?\s*\d{10,12}/giu;

/** What surely identifies the document or the record; a bare number may do, and a letter may mean all of them. */
export const documentIds: Recogniser = (letter) => {
  const surely = [ID, NUMBER_AND_DATE, TAXPAYER].flatMap((pattern) => matches(letter, pattern));
  if (surely.length > 0) return present(surely);
  if (letter.subtype !== 'document' && letter.subtype !== 'directory') return unneeded(letter);
  const hinted = [...numbersIn(letter), ...found(letter, 'anyDocumentWords')];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

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
/** An archive with nothing in it. */
const EMPTY_BYTES = 50;

/** Journals of all who take part; how many those are, a letter seldom says. */
export const routeLogs: Recogniser = (letter) => {
  const logs = letter.files.filter((file) => ARCHIVE.test(file.name) && file.bytes > EMPTY_BYTES);
  if (logs.length > 1) return present(logs.map((file) => file.name));
  if (letter.subtype !== 'route') return unneeded(letter);
  return logs.length > 0 ? unsure(logs.map((file) => file.name)) : MISSING;
};

/** Where nobody can tell what the error is in, nobody can tell whether this is needed. */
function unneeded({ subtype }: RequestLetter) {
  return subtype === 'unclear' ? unsure([]) : NOT_NEEDED;
}
