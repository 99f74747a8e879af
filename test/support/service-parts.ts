/* Small parts that rooms of the service are tested with: folders, stores, a log that is heard, and patience. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log, LogData } from '#log.ts';
import { type OpenedStore, openEmptyStore, openStore } from '#store/open-store.ts';

export interface HeardLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly sentence: string;
  readonly data: LogData;
}

/** A log whose lines a test can look at. */
export interface HeardLog extends Log {
  readonly lines: readonly HeardLine[];
  /** The data of the first line with this sentence. */
  readonly saying: (sentence: string) => LogData | undefined;
}

export function heardLog(): HeardLog {
  const lines: HeardLine[] = [];
  const hear = (level: HeardLine['level']) => (sentence: string, data?: LogData) =>
    void lines.push({ level, sentence, data: data ?? {} });
  return {
    lines,
    saying: (sentence) => lines.find((line) => line.sentence === sentence)?.data,
    info: hear('info'),
    warn: hear('warn'),
    error: hear('error'),
  };
}

/** A folder of the test's own, gone after it. */
export function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on disk as the service opens it; closed after the test, unless the test has done so. */
export async function storeIn(folder: string): Promise<OpenedStore> {
  const store = await openStore(folder);
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await store.close();
  };
  onTestFinished(close);
  return { db: store.db, close };
}

/** The same tables, with nothing on disk. */
export async function storeInMemory(): Promise<OpenedStore> {
  const store = await openEmptyStore();
  onTestFinished(store.close);
  return store;
}

const LONGEST_PATIENCE_MILLISECONDS = 20_000;
const LOOK_AGAIN_MILLISECONDS = 15;

/** Looks until there is something to see. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  const end = performance.now() + LONGEST_PATIENCE_MILLISECONDS;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
  }
  throw new Error(`waited in vain for: ${what}`);
}
