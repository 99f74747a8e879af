import type { Situation } from '#core/policy/language/situation.ts';
import type { Message } from '#core/ticket/entry.ts';

type Read<Of, Reading> = (situation: Situation, of: Of) => Reading;

/** A reading, and all that it rests on besides what was read. */
interface Kept<Reading> extends Pick<Situation, 'words' | 'calendar'> {
  readonly reading: Reading;
}

/**
 * Reads each message or ticket once, however often it is judged: for every event, and for every step of a forecast.
 *
 * @param read rests on nothing but what is read, the word lists and the calendar; other words are read anew
 */
export function keptReading<Reading, Of extends object = Message>(
  read: Read<Of, Reading>,
): Read<Of, Reading> {
  const readings = new WeakMap<Of, Kept<Reading>>();
  return (situation, of) => {
    const { words, calendar } = situation;
    const known = readings.get(of);
    if (known?.words === words && known.calendar === calendar) return known.reading;
    const reading = read(situation, of);
    readings.set(of, { words, calendar, reading });
    return reading;
  };
}
