/* The measured promises: `npm run bench` prints them as figures of this run, and as ratios to what the machine can do. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { coldStarts } from './cold-start.ts';
import { serviceUnderLoad } from './webhook-to-act.ts';

const RESULTS = path.resolve(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench.json');

const results = { coldStarts: await coldStarts(), service: await serviceUnderLoad() };
writeFileSync(RESULTS, JSON.stringify(results, undefined, 2));
process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
