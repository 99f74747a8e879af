import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** How many webhooks it has accepted (the store: has in it). */
  readonly accepted: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** In the child: listens, tells the port, answers every question with the number of accepted webhooks. */
export function answerParent(server: Server, accepted: () => Promise<number>): void {
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', async () => process.send?.(await accepted()));
  process.on('disconnect', () => process.exit());
}

export async function openServer(file: string, ...args: readonly string[]): Promise<ServerProcess> {
  const child = fork(path.join(import.meta.dirname, file), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await answerOf(child);
  return {
    port,
    accepted() {
      child.send('accepted?');
      return answerOf(child);
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** @throws Error when the process ends instead */
export async function answerOf<Answer = number>(child: ChildProcess): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${child.spawnfile} ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as Answer);
    });
  });
}
