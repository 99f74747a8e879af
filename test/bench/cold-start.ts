import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import { percentile, rounded } from './figures.ts';

const LAUNCHER = path.resolve(import.meta.dirname, '..', '..', 'src', 'reglament.mjs');
const RUNS = 11;

/** How long a command takes from nothing to its end, beside a Node that does nothing. */
export async function coldStarts(): Promise<object> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
  try {
    const file = path.join(folder, 'issue.json');
    writeFileSync(file, JSON.stringify(anIssue()));
    const node = medianOf(['-e', '']);
    const measured = (args: readonly string[]) => {
      const seconds = medianOf([LAUNCHER, ...args]);
      return { seconds: rounded(seconds), timesBareNode: rounded(seconds / node) };
    };
    return {
      bareNode: { seconds: rounded(node) },
      deadline: measured(['deadline', '--from', '2027-02-19T17:30+03:00', '--business-days', '2', '--json']),
      explain: measured(['explain', '--ticket', file, '--at', '2027-02-25T09:00+03:00', '--json']),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function anIssue(): object {
  return new RawIssue('2027-02-16 14:00')
    .ofKind('Ошибка')
    .says(OLGA, '2027-02-16 14:20', 'Пришлите, пожалуйста, номер документа.')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer')
    .toJson();
}

function medianOf(args: readonly string[]): number {
  const seconds = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, [...args]);
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
    return (performance.now() - started) / 1000;
  });
  return percentile(seconds, 0.5);
}
