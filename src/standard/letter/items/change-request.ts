import { namedDays } from '#standard/letter/read-day.ts';
import {
  found,
  MISSING,
  NOT_NEEDED,
  present,
  type Recogniser,
  unsure,
} from '#standard/letter/request-letter.ts';
import { impolite } from './question.ts';

/** Fewer words do not describe a change. */
const DESCRIBING_WORDS = 8;

export const changeDescription: Recogniser = ({ own, cut, files, words }) => {
  const said = impolite(own, words);
  if (said >= DESCRIBING_WORDS) return present([]);
  if (said > 0 || files.length > 0 || cut.words.length >= DESCRIBING_WORDS) return unsure([]);
  return MISSING;
};

/** Only what was promised is missed: words may be all that is needed. */
export const changeFiles: Recogniser = (letter) => {
  const { files } = letter;
  if (files.length > 0) return present(files.map((file) => file.name));
  return found(letter, 'attachedWords').length > 0 ? MISSING : NOT_NEEDED;
};

/** A day that has nothing to do with now is enough to know that one was named. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');

export const desiredDate: Recogniser = (letter) => {
  const told = found(letter, 'desiredDates');
  const days = namedDays(letter.cut.text, ANY_DAY).map(({ text }) => text);
  if (told.length > 0 && (days.length > 0 || found(letter, 'datedPeriods').length > 0)) {
    return present([...told, ...days]);
  }
  const hinted = [...told, ...days, ...found(letter, 'datedPeriods'), ...found(letter, 'vagueDates')];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};
