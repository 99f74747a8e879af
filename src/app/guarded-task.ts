import type { Log } from '#log.ts';

/** A loop's task never rejects: what went wrong is told, and the loop's next turn tries again. */
export async function guardedTask(log: Log, what: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error('work was interrupted by an unforeseen error', {
      what,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
