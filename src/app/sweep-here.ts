import { type Clock, machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Log } from '#log.ts';
import { openMetrics } from '#operations/metrics.ts';
import type { CurrentRules } from '#policies/current-rules.ts';
import { countStore } from '#store/look.ts';
import { openStore } from '#store/open-store.ts';
import { connectJira } from './connect-jira.ts';
import { openDesk } from './desk-at-work.ts';
import { openStops } from './stops-at-work.ts';
import { type PrintableSweep, sweepAll } from './sweep-report.ts';

/**
 * One sweep without a running service: opens the store for itself, looks, acts, and leaves.
 *
 * @throws RGL9101 when a service holds the store
 */
export async function sweepHere(
  configuration: Configuration,
  rules: CurrentRules,
  deskClock: Clock,
  log: Log,
): Promise<PrintableSweep> {
  const jira = connectJira(configuration, machineClock, log);
  const store = await openStore(configuration.store);
  const reglament = rules.reglament;
  const stops = await openStops(configuration, jira, store, { deskClock, reglament, log });
  const metrics = openMetrics(async () => ({
    ...(await countStore(store.db)),
    stopped: stops.isStopped(),
    lookWaiting: desk.unreadTooLong(),
  }));
  const desk = await openDesk({
    configuration,
    rules,
    store,
    jira,
    deskClock,
    machineClock,
    stops,
    log,
    metrics,
  });
  try {
    const report = await sweepAll({ due: desk.sweepDue, net: desk.sweepNet }, deskClock, jira);
    desk.relay.nudge();
    return report;
  } finally {
    await desk.settled();
    await store.close();
  }
}
