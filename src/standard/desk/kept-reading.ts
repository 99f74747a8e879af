import type { Situation } from '#core/policy/language/situation.ts';
import type { Message } from '#core/ticket/entry.ts';

type Read<Reading> = (situation: Situation, message: Message) => Reading;

/** A reading, and all that it rests on besides the message itself. */
interface Kept<Reading> extends Pick<Situation, 'words' | 'calendar'> {
  readonly reading: Reading;
}

/**
 * Reads each message once, however often its ticket is judged: for every event, and for every step of a forecast.
 *
 * @param read rests on nothing but the message, the word lists and the calendar; other words are read anew
 */
export function keptReading<Reading>(read: Read<Reading>): Read<Reading> {
  const readings = new WeakMap<Message, Kept<Reading>>();
  return (situation, message) => {
    const { words, calendar } = situation;
    const known = readings.get(message);
    if (known?.words === words && known.calendar === calendar) return known.reading;
    const reading = read(situation, message);
    readings.set(message, { words, calendar, reading });
    return reading;
  };
}
