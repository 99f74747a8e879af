import { median, sum } from './statistics.ts';

/** A way to work on one thing; several are compared on the same things. */
export type Way<Thing> = (thing: Thing) => unknown;

/** One block of rounds: what each way costs on average, in microseconds a thing. */
export type Block = readonly number[];

export const BLOCKS = 5;
export const ROUNDS = 9;
const WARM_UP_ROUNDS = 10;

/**
 * Compares ways on the same things, thing by thing in turn, so that whatever else the machine does hits all alike.
 * Each round another way begins: who comes first finds the thing's memory cold. Of each thing the median of a block's
 * rounds counts: an interruption is not measured.
 *
 * @returns {@link BLOCKS} blocks, whose differences are the noise
 */
export async function interleaved<Thing>(
  things: readonly Thing[],
  ways: readonly Way<Thing>[],
): Promise<readonly Block[]> {
  await roundsOf(things, ways, WARM_UP_ROUNDS);
  const blocks: Block[] = [];
  for (let block = 0; block < BLOCKS; block += 1) blocks.push(await roundsOf(things, ways, ROUNDS));
  return blocks;
}

async function roundsOf<Thing>(
  things: readonly Thing[],
  ways: readonly Way<Thing>[],
  rounds: number,
): Promise<Block> {
  const times = ways.map(() => things.map((): number[] => []));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, thing] of things.entries()) {
      for (let turn = 0; turn < ways.length; turn += 1) {
        const number = (round + turn) % ways.length;
        const started = performance.now();
        await ways[number]?.(thing);
        times[number]?.[index]?.push(performance.now() - started);
      }
    }
  }
  return times.map((ofWay) => (sum(ofWay.map(median)) / things.length) * 1000);
}

export function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
