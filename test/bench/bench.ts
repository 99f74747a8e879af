/*
 * The measured promises: `npm run bench` prints them as figures of this run, each by a fixed method, and as ratios to
 * what the machine can do. `--json` prints them as data, `--only decide` measures one thing. Exit code 1: a goal is
 * missed.
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { holds, type Measured } from './figure.ts';
import { table } from './print-table.ts';

type Measure = () => Promise<Measured>;

/** Loaded one at a time: what one measurement needs is no burden to another. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<Measure>>> = {
  intake: async () => (await import('./intake/durable-intake.ts')).durableIntake,
  decide: async () => (await import('./decide-cost.ts')).decideCost,
  forecast: async () => (await import('./forecast-cost.ts')).forecastCost,
  reading: async () => (await import('./reading-cost.ts')).readingCost,
  letters: async () => (await import('./letters-cost.ts')).lettersCost,
  'cold-start': async () => (await import('./cold-start.ts')).coldStarts,
  service: async () => (await import('./webhook-to-act.ts')).serviceUnderLoad,
};

const { json = false, only } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' } },
}).values;

const names = Object.keys(MEASUREMENTS);
if (only !== undefined && !names.includes(only)) throw new Error(`--only takes one of ${names.join(', ')}`);
const all: Measured[] = [];
for (const name of only === undefined ? names : [only]) {
  const measured = only === undefined ? await inProcessOfItsOwn(name) : await measureHere(name);
  all.push(measured);
  if (!json) process.stdout.write(table([measured]));
}
const figures = all.flatMap((measured) => measured.figures);
if (json) process.stdout.write(`${JSON.stringify(all.map(withVerdicts), undefined, 2)}\n`);
process.exitCode = figures.some((figure) => holds(figure) === false) ? 1 : 0;

async function measureHere(name: string): Promise<Measured> {
  const measure = await MEASUREMENTS[name]?.();
  if (measure === undefined) throw new Error(`there is no measurement ${name}`);
  return await measure();
}

/** Heap and compiled code of one measurement would weigh on the next. */
async function inProcessOfItsOwn(name: string): Promise<Measured> {
  const run = promisify(execFile)(process.execPath, [import.meta.filename, '--only', name, '--json']);
  // A missed goal ends the process with 1, and is told all the same; without figures it has broken.
  const { stdout } = await run.catch((error: { stdout?: string }) => {
    if (error.stdout === undefined || error.stdout === '') throw error;
    return { stdout: error.stdout };
  });
  const [measured] = JSON.parse(stdout) as readonly Measured[];
  if (measured === undefined) throw new Error(`${name} gave no figures`);
  return measured;
}

function withVerdicts(measured: Measured): object {
  return {
    ...measured,
    figures: measured.figures.map((figure) => ({ ...figure, holds: holds(figure) })),
  };
}
