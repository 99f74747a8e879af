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

const NUMBERED = /^[ \t]{0,8}\d{1,2}[.)][ \t]{1,4}\p{L}/gmu;

/** A letter of more words than this may tell what was done in words of its own. */
const TERSE_WORDS = 25;

/** What the customer did, step by step; two steps tell a story. Only a terse letter surely tells nothing of it. */
export const steps: Recogniser = (letter) => {
  if (letter.subtype === 'administration') return NOT_NEEDED;
  const told = [...found(letter, 'stepWords'), ...matches(letter, NUMBERED)];
  if (told.length >= 2) return present(told);
  const maybe = told.length === 1 || letter.files.some(isVideo) || letter.own.words.length > TERSE_WORDS;
  return maybe || letter.kind === 'consultation' ? unsure(told) : MISSING;
};

const PICTURE = /^image\/|\.(?:png|jpe?g|gif|bmp|webp|heic|tiff?)$/i;
const MAY_HOLD_PICTURES = /\.(?:docx?|pdf|odt|rtf|pptx?|zip|rar|7z|mp4|avi|mov|webm|mkv)$/i;
const VIDEO = /\.(?:mp4|avi|mov|webm|mkv|wmv)$/i;

function isPicture(file: Attachment): boolean {
  return PICTURE.test(file.mimeType) || PICTURE.test(file.name);
}

function isVideo(file: Attachment): boolean {
  return VIDEO.test(file.name);
}

/** A picture that is no signature's. */
export const screenshots: Recogniser = (letter) => {
  if (letter.subtype === 'administration') return NOT_NEEDED;
  const names = (files: readonly Attachment[]) => files.map((file) => file.name);
  const pictures = letter.files.filter(isPicture);
  if (pictures.length > 0) return present(names(pictures));
  const others = letter.files.filter((file) => MAY_HOLD_PICTURES.test(file.name));
  if (others.length > 0) return unsure(names(others));
  // Whoever asks how to do something need not have anything on the screen.
  const promised = found(letter, 'attachedWords');
  return letter.kind === 'consultation' && promised.length === 0 ? unsure([]) : MISSING;
};

/** So far behind such words we look for what it said. */
const LONGEST_QUOTED = 300;

/** So many words behind «пишет» may be what it writes: «пишет не заполнено поле». */
const TOLD_WORDS = 2;
const SENTENCE = /^[^.!?;\n]*/u;
/** From here on a sentence tells when the message came, not what it says. */
const CIRCUMSTANCE = /(?<!\p{L})(?:при|когда|после|and|when|while|after|during|on)(?!\p{L})[\s\S]*/iu;
const ERROR_NAMED =
  /(?<!\p{L})(?:\p{L}*ошибк\p{L}*|какую-то|какая-то|сообщени\p{L}*|окно|an?|the|error|message)(?!\p{L})/giu;

/** How many words of a sentence behind such a word may be the message itself. */
function saidBehind(text: string): number {
  const rest = (SENTENCE.exec(text)?.[0] ?? '').replace(CIRCUMSTANCE, '').replace(ERROR_NAMED, ' ');
  return rest.match(/\p{L}{2,}/gu)?.length ?? 0;
}

function isToldBare({ cut, words }: RequestLetter): boolean {
  return words('messageShown')
    .hits(cut)
    .some(({ to }) => saidBehind(cut.text.slice(to, to + LONGEST_QUOTED)) >= TOLD_WORDS);
}

/** A quotation right behind the words that tell of a message. */
const QUOTED = /^[^«"“„\n]{0,60}([«"“„][^»"”“\n]{6,}[»"”])/u;

/**
 * The text of the message that the system showed. Asked for only where a letter surely says that one was shown, and
 * no picture can hold it.
 */
export const errorText: Recogniser = (letter) => {
  const shown = found(letter, 'messageShown');
  const codes = found(letter, 'errorTexts');
  const quoted = letter
    .words('messageShown')
    .hits(letter.cut)
    .flatMap(({ to }) => QUOTED.exec(letter.cut.text.slice(to, to + LONGEST_QUOTED))?.[1] ?? []);
  const told = [...codes, ...quoted, ...found(letter, 'messageWords')];
  if (told.length > 0) return present(told);
  if (letter.files.length > 0) return unsure(letter.files.map((file) => file.name));
  if (shown.length === 0) return NOT_NEEDED;
  // What stands in quotation marks elsewhere may be it, and so may bare words behind «пишет».
  return /[«"“„]/u.test(letter.cut.text) || isToldBare(letter) ? unsure(shown) : MISSING;
};

/** Which data are wrong, and what they should be. */
export const wrongData: Recogniser = (letter) => {
  const wrong = found(letter, 'wrongDataWords');
  if (wrong.length === 0) return NOT_NEEDED;
  return /\d/.test(letter.own.text) ? present(wrong) : unsure(wrong);
};
