import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';
import type { Figure, Measured } from './figure.ts';
import { rangeOf } from './interleaved.ts';
import { median } from './statistics.ts';

const LAUNCHER = path.resolve(import.meta.dirname, '..', '..', 'src', 'reglament.mjs');
const RUNS = 11;

/** How long a command takes from nothing to its end, beside a Node that does nothing. */
export async function coldStarts(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
  try {
    const file = path.join(folder, 'issue.json');
    writeFileSync(file, JSON.stringify(anIssue()));
    const commands: readonly (readonly string[])[] = [
      ['-e', ''],
      [LAUNCHER, 'deadline', '--from', '2027-02-19T17:30+03:00', '--business-days', '2', '--json'],
      [LAUNCHER, 'explain', '--ticket', file, '--at', '2027-02-25T09:00+03:00', '--json'],
    ];
    const rounds = Array.from({ length: RUNS }, () => commands.map(millisecondsOf));
    const figures = (name: string, index: number): readonly Figure[] => {
      const times = rounds.map((round) => round[index] ?? Number.NaN);
      const ratios = rounds.map((round) => (round[index] ?? Number.NaN) / (round[0] ?? Number.NaN));
      const time = { name, value: median(times), unit: 'ms', range: rangeOf(times) };
      const ratio = { name: `${name} / bare node`, value: median(ratios), unit: 'x', range: rangeOf(ratios) };
      return index === 0 ? [time] : [time, ratio];
    };
    return {
      title: 'cold start',
      method: `A process from its start to its end, ${RUNS} rounds of all commands in turn; medians (lowest–highest).`,
      figures: [...figures('bare node', 0), ...figures('deadline', 1), ...figures('explain', 2)],
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

function millisecondsOf(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [...args]);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - started;
}
