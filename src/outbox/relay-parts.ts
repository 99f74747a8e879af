import type { Clock } from '#clock.ts';
import type { OutboxSettings } from '#configuration/configuration.ts';
import type { Mode } from '#core/decision/mode.ts';
import type { NoteData } from '#core/policy/language/effect-data.ts';
import type { Log } from '#log.ts';
import type { EffectPerformer, EffectQueue, OwedEffect } from './ports.ts';

export interface RelayParts {
  readonly queue: EffectQueue;
  readonly jira: EffectPerformer;
  readonly deskClock: Clock;
  readonly machineClock: Clock;
  readonly settings: OutboxSettings;
  /** Unpredictable, so that no two senders share one. */
  readonly newToken: () => string;
  /** True while we are stopped: nothing is begun. */
  readonly isStopped: () => boolean;
  /** The version in force; what another one planned is judged again. */
  readonly policyVersion: () => string;
  /** Whether the event turned out to be one of a bulk change, which is only observed. */
  readonly isPartOfBulk: (effect: OwedEffect) => Promise<boolean>;
  /** The mode that a planned effect has now; it may have been lowered since. */
  readonly modeOf: (effect: OwedEffect) => Mode;
  /** What the agent is told when something decided could not be done. */
  readonly noteOfFailure: (effect: OwedEffect, why: string) => NoteData | undefined;
  /** What the agent is told when files could not be copied. */
  readonly noteOfFiles: (files: readonly string[]) => NoteData | undefined;
  readonly log: Log;
  readonly onSettled: (
    effect: OwedEffect,
    state: 'done' | 'parked' | 'withheld' | 'unknown' | 'later',
  ) => void;
}
