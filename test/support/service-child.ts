/* The service as the process that an operator starts: signals, exit codes, and what it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { childEnvironment } from '#settings.ts';
import { PROJECT } from './desk.ts';
import { until } from './service-parts.ts';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServiceChild {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly printed: () => string;
  readonly complained: () => string;
  /** Its address, when it serves. */
  readonly address: () => Promise<string>;
  readonly ended: Promise<Ending>;
  readonly signal: (signal: NodeJS.Signals) => Promise<Ending>;
}

/** `reglament serve` with these settings; whatever becomes of it, it is gone after the test. */
export function serve(
  configurationFile: string,
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = ['--port', '0'],
): ServiceChild {
  const launcher = path.join(PROJECT, 'src', 'reglament.mjs');
  const command = [
    'serve',
    '--config',
    configurationFile,
    '--rules',
    path.join(PROJECT, 'rules'),
    '--lang',
    'en',
  ];
  const child = spawn(process.execPath, [launcher, ...command, ...options], {
    env: childEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stdout.on('data', (part) => {
    printed += String(part);
  });
  child.stderr.on('data', (part) => {
    complained += String(part);
  });
  const ended = new Promise<Ending>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    process: child,
    printed: () => printed,
    complained: () => complained,
    ended,
    address: async () => {
      const line = await until(`an address (${complained})`, () => /^\{.*\}$/m.exec(printed)?.[0]);
      return (JSON.parse(line) as { url: string }).url;
    },
    async signal(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
