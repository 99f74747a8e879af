import type { Clock } from '#clock.ts';
import { type ModeSettings, modeOf } from '#core/decision/mode.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { BulkSettings } from '#evaluation/ports.ts';
import { silentLog } from '#log.ts';
import { noteOfFailure, noteOfFiles } from '#outbox/notes-of-relay.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import type { DeskMemory } from './desk-memory.ts';
import { worldPerformer } from './perform-on-world.ts';
import type { RehearsedJira } from './rehearsed-jira.ts';
import type { Watch } from './watch.ts';

export interface RelayOnWorld {
  readonly reglament: Reglament;
  readonly jira: RehearsedJira;
  readonly memory: DeskMemory;
  readonly clock: Clock;
  readonly modes: () => ModeSettings;
  readonly watch: Watch;
  readonly bulk: BulkSettings;
  readonly isStopped: () => boolean;
}

/** What the real relay needs to carry what is owed to the rehearsed Jira. */
export function relayOnWorld(parts: RelayOnWorld): RelayParts {
  const { reglament, jira, memory, clock, modes, watch, bulk, isStopped } = parts;
  return {
    queue: memory.queue,
    jira: worldPerformer(jira),
    deskClock: clock,
    machineClock: clock,
    settings: { requestTimeoutSeconds: 30, sendWindowSeconds: 10, quiesceSeconds: 120, attempts: 8 },
    newToken: () => 'rehearsed',
    isStopped,
    policyVersion: () => reglament.version,
    isPartOfBulk: async ({ eventId }) => watch.isPartOfBulk(eventId, bulk),
    modeOf({ rule, policy, place: { projectKey, requestType } }) {
      const type = requestType === undefined ? undefined : { name: requestType };
      return modeOf(modes(), { id: rule, policy }, { projectKey, requestType: type });
    },
    noteOfFailure: (effect, why) => noteOfFailure(reglament, effect, why),
    noteOfFiles: (files) => noteOfFiles(reglament, files),
    log: silentLog,
    onSettled() {},
  };
}
