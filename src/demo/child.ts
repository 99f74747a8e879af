import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Fault } from '#faults.ts';
import { childEnvironment } from '#settings.ts';

/** A command of this program that runs as a process of its own and serves at an address. */
export interface Child {
  readonly url: string;
  /** Resolves when the process is gone, however it went. */
  readonly ended: Promise<void>;
  /** Asks it to end in good order, and waits. */
  readonly end: () => Promise<void>;
  /** SIGKILL: it gets no chance to do anything. */
  readonly kill: () => Promise<void>;
}

const LAUNCHER = fileURLToPath(new URL('../reglament.mjs', import.meta.url));

/**
 * Starts a command and waits until it has told its address, the first line that it prints. It ends by itself when
 * this process is gone, because its standard input closes then.
 *
 * @param errors file that takes what it writes to stderr
 * @throws RGL9302 when it ends before it serves
 */
export async function startChild(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  errors: string,
): Promise<Child> {
  const child = spawn(process.execPath, [LAUNCHER, ...command], {
    stdio: ['pipe', 'pipe', openSync(errors, 'a')],
    env: childEnvironment(environment),
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await addressOf(child, ended, command[0] ?? '', errors);
  return {
    url,
    ended,
    async end() {
      child.stdin?.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function addressOf(
  child: ChildProcess,
  ended: Promise<void>,
  command: string,
  errors: string,
): Promise<string> {
  if (child.stdout === null) throw new Error('the child has no stdout');
  const lines = createInterface({ input: child.stdout });
  const firstLine = new Promise<string>((resolve) => lines.once('line', resolve));
  const line = await Promise.race([firstLine, ended.then(() => undefined)]);
  if (line === undefined) {
    const words = {
      ru: `«reglament ${command}» не запустилась; причина – в ${errors}`,
      en: `"reglament ${command}" did not start; the reason stands in ${errors}`,
    };
    throw new Fault('RGL9302', words, { command });
  }
  return (JSON.parse(line) as { url: string }).url;
}
