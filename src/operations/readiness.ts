import { reasonOf } from '#faults.ts';
import type { Readiness } from './health-router.ts';

/** Where each part of the service is asked how it does. */
export interface ReadinessParts {
  readonly policy: () => { readonly version: string; readonly problem: string | undefined };
  readonly counts: () => Promise<object>;
  /** @throws when nothing can be stored now */
  readonly mustBeWritable: () => Promise<void>;
  readonly parked: () => Promise<readonly object[]>;
  readonly stop: () => { readonly stopped: boolean };
  /** What holds us back beside that: caps with whoever is seen, fuses, bulk changes, waits without a question. */
  readonly safety: () => Promise<object>;
  readonly agentsTrouble: () => string | undefined;
  readonly unreadTooLong: () => number;
  readonly defaultMode: () => string;
  readonly isStopping: () => boolean;
}

/**
 * Ready means: deliveries are stored and a policy is in force. Jira being away does not make us unready: what it
 * sends is kept, and what we owe it waits.
 */
export async function readinessOf(parts: ReadinessParts): Promise<Readiness> {
  const policy = parts.policy();
  const stop = parts.stop();
  const details = {
    policy: { version: policy.version, ...(policy.problem === undefined ? {} : { problem: policy.problem }) },
    mode: parts.defaultMode(),
    killSwitch: stop.stopped ? 'on' : 'off',
    ...(stop.stopped ? { stop } : {}),
    ...optional('agents', parts.agentsTrouble()),
    unreadMessages: parts.unreadTooLong(),
  };
  if (parts.isStopping()) return { ready: false, details: { ...details, stopping: true } };
  try {
    await parts.mustBeWritable();
    const [counts, parked, safety] = await Promise.all([parts.counts(), parts.parked(), parts.safety()]);
    return { ready: true, details: { ...details, ...safety, store: counts, parked } };
  } catch (error) {
    return { ready: false, details: { ...details, store: reasonOf(error) } };
  }
}

function optional(key: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [key]: value };
}
