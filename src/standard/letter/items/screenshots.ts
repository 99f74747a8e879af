import type { Attachment } from '#core/ticket/entry.ts';
import {
  found,
  MISSING,
  matches,
  NOT_NEEDED,
  present,
  type Recogniser,
  unsure,
} from '#standard/letter/request-letter.ts';

const PICTURE = /^image\/|\.(?:png|jpe?g|jfif|gif|bmp|webp|heic|heif|tiff?)$/iu;
const MAY_HOLD_PICTURES =
  /\.(?:docx?|pdf|odt|rtf|pptx?|zip|rar|7z|eml|msg|mht|html?|mp4|avi|mov|webm|mkv|wmv|3gp)$/iu;
/** Logs are packed too, and hold no pictures unless the letter says so. */
const LOGS = /журнал|лог(?!о)|ошиб|log|err/iu;
const PICTURES_TOLD = /картинк|скрин|снимк|снимок|фото|screen|picture/iu;
/** Where pictures are put that a letter only points at. */
const LINK =
  /https?:\/\/\S{0,60}(?:disk|yadi\.sk|drive|cloud|prnt|skr|joxi|imgur|dropbox|share|file|wetransfer|screen)\S{0,200}|(?<![\p{L}.])(?:prnt\.sc|joxi\.ru|skr\.sh|disk\.yandex\.ru|cloud\.mail\.ru)\/\S{1,200}/giu;

export function isPicture(file: Pick<Attachment, 'name' | 'mimeType'>): boolean {
  return PICTURE.test(file.mimeType) || PICTURE.test(file.name);
}

/** A picture that is no signature's (5.3.1-3c, 5.3.2-6b); documents, archives and videos may hold some. */
export const screenshots: Recogniser = (letter) => {
  const pictures = letter.files.filter(isPicture).map(({ name }) => name);
  if (pictures.length > 0) return present(pictures);
  if (letter.subtype === 'administration') return NOT_NEEDED;
  const arePromised = PICTURES_TOLD.test(letter.told.text);
  const others = letter.files
    .filter(({ name }) => arePromised || (MAY_HOLD_PICTURES.test(name) && !LOGS.test(name)))
    .map(({ name }) => name);
  const hinted = [...others, ...matches(letter, LINK)];
  if (hinted.length > 0) return unsure(hinted);
  // Who asks for a password needs none; so long as nobody can tell, nobody is asked for one.
  const mayBeAdministration =
    letter.kind === 'consultation' &&
    letter.subtype === 'unclear' &&
    found(letter, 'administrationWords').length > 0;
  return mayBeAdministration ? unsure([]) : MISSING;
};
