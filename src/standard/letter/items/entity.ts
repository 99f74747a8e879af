import {
  found,
  MISSING,
  NOT_NEEDED,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';
import { pathsIn } from './navigator-path.ts';

/** Whoever speaks of none of these may have no place in the navigator to name: a window's font, a login. */
const PLACED = ['documentWords', 'directoryWords', 'reportWords', 'routeWords'];

/**
 * Where in the system it happened (5.3.2-3): a path of the navigator. A place that is told in prose may do; a document
 * or a report that is only named is no place.
 */
export const entity: Recogniser = (letter) => {
  const { surely, perhaps } = pathsIn(letter.cut.text, letter.words);
  const named = [...found(letter, 'entityPaths'), ...surely];
  if (named.length > 0) return present(named);
  if (letter.subtype === 'system' || letter.subtype === 'administration') return NOT_NEEDED;
  const hinted = [...perhaps, ...found({ ...letter, cut: letter.told }, 'placeWords')];
  return hinted.length > 0 || mayBeOfNoPlace(letter) || isLeftToFile(letter) ? unsure(hinted) : MISSING;
};

function mayBeOfNoPlace(letter: RequestLetter): boolean {
  const isPlaced = PLACED.some((list) => found(letter, list).length > 0);
  return letter.kind === 'error' && letter.subtype === 'unclear' && !isPlaced;
}

/** So few words beside a document leave it to the document to say where it was. */
const TERSE_WORDS = 12;
const TEXT_FILE = /\.(?:docx?|pdf|odt|rtf)$/iu;

function isLeftToFile({ own, files }: RequestLetter): boolean {
  return own.words.length < TERSE_WORDS && files.some(({ name }) => TEXT_FILE.test(name));
}
