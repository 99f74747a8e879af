import type { Clock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Log } from '#log.ts';
import type { Metrics } from '#operations/metrics.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import type { OpenedStore } from '#store/open-store.ts';
import type { ConnectedJira } from './connect-jira.ts';
import type { Stops } from './stops-at-work.ts';

/** What a desk at work is made of. */
export interface DeskParts {
  readonly configuration: Configuration;
  readonly rules: CurrentRules;
  readonly store: OpenedStore;
  readonly jira: ConnectedJira;
  readonly deskClock: Clock;
  readonly machineClock: Clock;
  readonly stops: Stops;
  readonly log: Log;
  readonly metrics: Metrics;
}
