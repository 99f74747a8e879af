/** Lets one task at a time run for a key; the others for that key wait their turn. */
export interface KeyedLock {
  readonly run: <Value>(key: string, task: () => Promise<Value>) => Promise<Value>;
}

export function keyedLock(): KeyedLock {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, task) {
      const before = last.get(key) ?? Promise.resolve();
      const turn = before.then(task, task);
      const settled = turn.catch(() => {});
      last.set(key, settled);
      try {
        return await turn;
      } finally {
        if (last.get(key) === settled) last.delete(key);
      }
    },
  };
}
