import { forecast } from '#core/decision/forecast.ts';
import { theReglament } from '#test/support/desk.ts';
import type { Measured } from './figure.ts';
import { BLOCKS, interleaved, ROUNDS, rangeOf } from './interleaved.ts';
import { median, sum } from './statistics.ts';
import { toldLooks } from './told-looks.ts';

/** What `explain` pays for telling what time alone will do. */
export async function forecastCost(): Promise<Measured> {
  const looks = toldLooks();
  const steps: number[] = [];
  for (const { ticket, at } of looks) steps.push((await forecast(theReglament(), ticket, at)).length);
  const blocks = await interleaved(looks, [({ ticket, at }) => forecast(theReglament(), ticket, at)]);
  const times = blocks.map(([time]) => time ?? Number.NaN);
  return {
    title: 'forecast',
    method: `The same ${looks.length} looks, letters read before; ${BLOCKS} blocks of ${ROUNDS} rounds, medians as above.`,
    figures: [
      { name: 'forecast of one ticket', value: median(times), unit: 'µs', range: rangeOf(times) },
      { name: 'steps that a forecast foresees, on average', value: sum(steps) / steps.length, unit: 'steps' },
    ],
  };
}
