import type { Story } from '#demo/act.ts';
import { adminsMinute } from './admins-minute.ts';
import { fiveAgainstTwo } from './five-against-two.ts';
import { oneAsk } from './one-ask.ts';
import { passedToDevelopers } from './passed-to-developers.ts';
import { phone } from './phone.ts';
import { printerTwins } from './printer-twins.ts';
import { thanks } from './thanks.ts';
import { twoMinutesToMidnight } from './two-minutes-to-midnight.ts';
import { twoNeighbours } from './two-neighbours.ts';
import { vacation } from './vacation.ts';

/** From Monday 15 February to Wednesday 10 March 2027: Saturday 20.02 works; 22-23.02 and 08.03 are off. */
export const DEMO_STARTS_AT = Temporal.Instant.from('2027-02-15T09:00+03:00');
export const DEMO_ENDS_AT = Temporal.Instant.from('2027-03-10T18:00+03:00');

export const STORIES: readonly Story[] = [
  oneAsk,
  twoMinutesToMidnight,
  passedToDevelopers,
  twoNeighbours,
  thanks,
  fiveAgainstTwo,
  vacation,
  phone,
  printerTwins,
  adminsMinute,
];
