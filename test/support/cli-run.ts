/* The real launcher as a child process: what a person at a prompt, or a script, gets from it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { childEnvironment } from '#settings.ts';

export const HOME = path.resolve(import.meta.dirname, '..', '..');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Where the command is run; by default the folder of the project. */
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

/** Runs `reglament` to its end; a locale that tells no language, unless the test sets another. */
export function reglament(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const launcher = path.join(HOME, 'src', 'reglament.mjs');
  const { cwd = HOME, environment = {}, node = [] } = options;
  return runFile(process.execPath, [...node, launcher, ...args], cwd, { LC_ALL: 'C', ...environment });
}

/** Runs a program to its end, whatever its exit code. */
export function runFile(
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...args],
      { cwd, env: childEnvironment(environment), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** The one JSON document on stdout; anything else there fails the test. */
export function jsonOf<Shape>({ stdout, stderr }: Outcome): Shape {
  if (!/^[[{].*[\]}]\n$/.test(stdout)) throw new Error(`not one JSON document: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Shape;
}
