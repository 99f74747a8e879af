import { watch } from 'node:fs';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { Fault, reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';

/** A reglament as it was loaded, or what is wrong with it. */
export interface Loaded {
  readonly reglament: Reglament | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The reglament in force. A new one takes its place whole; one with errors never does. */
export interface CurrentRules {
  readonly reglament: () => Reglament;
  /** Why the newest files are not in force, if they are not. */
  readonly problem: () => string | undefined;
  readonly reload: () => void;
  /** Calls back whenever another reglament has come into force. */
  readonly onChange: (listener: () => void) => void;
  readonly close: () => void;
}

/** Editors write a file in several steps; so long after the last one we read. */
const SETTLES_AFTER_MILLISECONDS = 300;

/**
 * Keeps a rules folder loaded: watches it, and swaps the reglament when the files are good.
 *
 * @param load never keeps anything from before
 * @throws RGL9003 when the first load has errors
 */
export function currentRules(folder: string, load: () => Loaded, log: Log): CurrentRules {
  const first = load();
  if (first.reglament === undefined) {
    const words = { ru: 'в политике есть ошибки', en: 'the policy has errors' };
    throw new Fault('RGL9003', words, { findings: first.diagnostics.length });
  }
  let current = first.reglament;
  let problem: string | undefined;
  const listeners: (() => void)[] = [];
  const reload = () => {
    const next = attempt(load);
    if ('problem' in next) {
      problem = next.problem;
      log.warn('the new policy has errors; the last good one stays in force', {
        problem,
        version: current.version,
      });
      return;
    }
    problem = undefined;
    if (next.reglament.version === current.version) return;
    log.info('a new policy is in force', { version: next.reglament.version, before: current.version });
    current = next.reglament;
    for (const listener of listeners) listener();
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLES_AFTER_MILLISECONDS);
  });
  watcher.on('error', (error) => log.warn('the rules folder cannot be watched', { why: reasonOf(error) }));
  return {
    reglament: () => current,
    problem: () => problem,
    reload,
    onChange: (listener) => void listeners.push(listener),
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

function attempt(load: () => Loaded): { readonly reglament: Reglament } | { readonly problem: string } {
  try {
    const { reglament, diagnostics } = load();
    if (reglament !== undefined) return { reglament };
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const place =
      first === undefined
        ? ''
        : ` ${first.file}:${first.line}:${first.column} ${first.code} ${first.message.en}`;
    return { problem: `${diagnostics.length} findings, the first:${place}` };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}
