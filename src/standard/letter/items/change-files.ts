import {
  found,
  MISSING,
  present,
  type Recogniser,
  type RequestLetter,
} from '#standard/letter/request-letter.ts';

/** Whatever is sent along with a wish (5.3.3-4b). */
export const changeFiles: Recogniser = ({ files }) =>
  files.length > 0 ? present(files.map((file) => file.name)) : MISSING;

/** Whether the letter speaks of files that it does not bring: «во вложении». */
export function speaksOfFiles(letter: RequestLetter): boolean {
  return found(letter, 'attachedWords').length > 0;
}
