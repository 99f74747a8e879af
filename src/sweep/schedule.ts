import { schedule } from 'node-cron';

export interface Schedule {
  readonly stop: () => void;
}

/**
 * Calls a tick by a cron expression, in UTC. It holds no logic: a tick that is missed is no loss, because sweeps ask
 * what is due, not what has just become so; a tick during a tick is left out.
 */
export function startSchedule(expression: string, name: string, tick: () => Promise<void>): Schedule {
  const task = schedule(expression, tick, { timezone: 'Etc/UTC', name, noOverlap: true });
  return { stop: () => void task.stop() };
}
