import { existsSync } from 'node:fs';

/** True while the file exists: whoever can make a file can stop everything, in one step, without any program. */
export function killSwitch(file: string): () => boolean {
  return () => existsSync(file);
}
