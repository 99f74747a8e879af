import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mail } from '#standard/letter/mail.ts';
import { readLetter } from '#standard/letter/read-letter.ts';
import { HOSTILE_PIECES, hostileText } from '#test/letters/hostile-texts.ts';
import { lettersIn } from '#test/letters/labelled-letters.ts';
import { PROJECT, theReglament } from '#test/support/desk.ts';
import type { Measured } from './figure.ts';
import { median } from './statistics.ts';

const OPEN = path.join(PROJECT, 'test', 'fixtures', 'letters', 'open.jsonl');
const BYTES = 1500;
const ROUNDS = 15;
const MANY = 20_000;
const MEGABYTE = 1_000_000;

/** Reading letters: one, many through the command, and texts that were made to be slow. */
export async function lettersCost(): Promise<Measured> {
  const mails = lettersOf(BYTES);
  const hostile = hostileTimes();
  const slowest = Math.max(...hostile.values());
  const { seconds, megabytes } = await manyThroughCommand(mails);
  return {
    title: 'reading letters',
    method:
      `${mails.length} strangers' letters, each filled up with the words of the next to ${BYTES} bytes, of each the median of ${ROUNDS} rounds. ` +
      `${MANY} such letters through a process of "reglament read --json", from its start to its end. ` +
      `${Object.keys(HOSTILE_PIECES).length} texts of 1 MB, each one piece of text again and again; the slowest counts.`,
    figures: [
      { name: 'a letter of 1.5 kB', value: medianLetter(mails), unit: 'µs', goal: { atMost: 500 } },
      { name: `${MANY} letters through reglament read`, value: seconds, unit: 's', goal: { atMost: 15 } },
      { name: 'its memory, at most', value: megabytes, unit: 'MB', goal: { atMost: 400 } },
      { name: '1 MB of hostile text', value: slowest, unit: 'ms', goal: { atMost: 2000 } },
    ],
  };
}

/** Real letters, filled up with those behind them. */
function lettersOf(bytes: number): readonly Mail[] {
  const mails = lettersIn(OPEN).map(({ mail }) => mail);
  return mails.map((mail, index) => {
    let body = mail.body;
    for (let next = index + 1; Buffer.byteLength(body) < bytes; next += 1) {
      body = `${body}\n\n${mails[next % mails.length]?.body ?? ''}`;
    }
    return { ...mail, body: cutToBytes(body, bytes) };
  });
}

function cutToBytes(text: string, bytes: number): string {
  let cut = text.slice(0, bytes);
  while (Buffer.byteLength(cut) > bytes) cut = cut.slice(0, -1);
  return cut;
}

function medianLetter(mails: readonly Mail[]): number {
  const { words } = theReglament();
  const times = mails.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, mail] of mails.entries()) {
      const started = performance.now();
      // A new letter each time: nothing is known of it from before.
      readLetter({ ...mail }, words);
      times[index]?.push(performance.now() - started);
    }
  }
  return median(times.map(median)) * 1000;
}

/** By piece, in milliseconds. */
function hostileTimes(): ReadonlyMap<string, number> {
  const { words } = theReglament();
  return new Map(
    Object.entries(HOSTILE_PIECES).map(([name, piece]) => {
      const body = hostileText(piece, MEGABYTE);
      const started = performance.now();
      readLetter({ channel: 'email', subject: '', from: '', body, attachments: [] }, words);
      return [name, performance.now() - started];
    }),
  );
}

async function manyThroughCommand(mails: readonly Mail[]): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
  try {
    const file = path.join(folder, 'letters.jsonl');
    const lines = Array.from({ length: MANY }, (_, id) =>
      JSON.stringify({ id, ...mails[id % mails.length] }),
    );
    writeFileSync(file, lines.join('\n'));
    const started = performance.now();
    const launcher = path.join(PROJECT, 'src', 'reglament.mjs');
    const child = spawn(process.execPath, [launcher, 'read', file, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let highest = 0;
    const watching = setInterval(() => {
      highest = Math.max(highest, peakOf(child.pid));
    }, 100);
    let read = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) read += 1;
    });
    const [code] = await once(child, 'close');
    clearInterval(watching);
    if (code !== 0 || read !== MANY) throw new Error(`read ended with ${code} after ${read} letters`);
    return { seconds: (performance.now() - started) / 1000, megabytes: highest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The most memory that a process had, in MB, as Linux tells it; 0 when it is gone or elsewhere. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
