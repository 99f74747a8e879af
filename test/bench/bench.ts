/*
 * The measured promises: `npm run bench` prints them as figures of this run, each by a fixed method, and as ratios to
 * what the machine can do. `--json` prints them as data. Exit code 1: a goal is missed.
 */
import { parseArgs } from 'node:util';
import { coldStarts } from './cold-start.ts';
import { decideCost } from './decide-cost.ts';
import { holds, type Measured } from './figure.ts';
import { forecastCost } from './forecast-cost.ts';
import { durableIntake } from './intake/durable-intake.ts';
import { table } from './print-table.ts';
import { readingCost } from './reading-cost.ts';
import { serviceUnderLoad } from './webhook-to-act.ts';

const { json } = parseArgs({ options: { json: { type: 'boolean' } } }).values;

const MEASUREMENTS: readonly (() => Promise<Measured>)[] = [
  durableIntake,
  decideCost,
  forecastCost,
  readingCost,
  coldStarts,
  serviceUnderLoad,
];

const all: Measured[] = [];
for (const measure of MEASUREMENTS) {
  const measured = await measure();
  all.push(measured);
  if (json !== true) process.stdout.write(table([measured]));
}
const missed = all.flatMap(({ figures }) => figures).filter((figure) => holds(figure) === false);
if (json === true) {
  const withVerdicts = all.map((measured) => ({
    ...measured,
    figures: measured.figures.map((figure) => ({ ...figure, holds: holds(figure) })),
  }));
  process.stdout.write(`${JSON.stringify(withVerdicts, undefined, 2)}\n`);
}
process.exitCode = missed.length === 0 ? 0 : 1;
