import { type Clock, machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import { changedSince } from '#jira/search-changed.ts';
import { silentLog } from '#log.ts';
import { evaluationStore } from '#store/evaluations.ts';
import { activationToLook } from '#store/facts.ts';
import { type OpenedStore, openEmptyStore, openStoreToLook } from '#store/open-store.ts';
import { rivalsIn } from '#store/sightings.ts';
import { sweepStore } from '#store/sweeps.ts';
import type { SweepReport } from '#sweep/ports.ts';
import { bulkAtWork } from './bulk-at-work.ts';
import { capsAtWork } from './caps-at-work.ts';
import { connectJira } from './connect-jira.ts';
import { withheldByAll } from './dry-report.ts';
import { fuseAtWork } from './fuse-at-work.ts';
import { inForceBy } from './in-force-by.ts';
import { judged } from './judged.ts';
import { stopNow } from './stop-now.ts';
import { stopsToLook } from './stops-to-look.ts';
import { type PrintableSweep, sweepAll } from './sweep-report.ts';

/** Before there is a store, a dry run looks so far back: enough to see every deadline that could be running. */
const FIRST_LOOK_BACK = Temporal.Duration.from({ hours: 24 * 30 });

/**
 * What a sweep would do, without doing or keeping any of it: the store is only read, and nothing is sent. On a site
 * where the service was never started it judges as if it had been on for the whole time that it looks back, so that
 * an admin sees what would have been done.
 */
export async function drySweep(
  configuration: Configuration,
  reglament: Reglament,
  deskClock: Clock,
): Promise<PrintableSweep> {
  const jira = connectJira(configuration, machineClock, silentLog);
  const now = deskClock.now();
  const opened: OpenedStore | undefined = await openStoreToLook(configuration.store);
  const store = opened ?? (await openEmptyStore());
  try {
    const lookBack = now.subtract(FIRST_LOOK_BACK);
    const activatedAt = (await activationToLook(store.db, configuration.activation)) ?? lookBack;
    const sweeps = sweepStore(store.db, activatedAt);
    const watchedSince = opened === undefined ? undefined : activatedAt;
    const caps = capsAtWork(configuration, watchedSince, await rivalsIn(store.db), deskClock, silentLog);
    const bulk = bulkAtWork(configuration, store, silentLog);
    const fuse = await fuseAtWork(configuration, store, deskClock, silentLog);
    const look = async (keys: Iterable<string> | AsyncIterable<string>): Promise<SweepReport> => {
      const parts = {
        fetchIssue: jira.fetchIssue,
        store: evaluationStore(store.db, machineClock),
        deskClock,
        stopsSince: stopsToLook(store, configuration, reglament),
        inForce: () => ({
          ...inForceBy(configuration, reglament, caps.modes(), activatedAt),
          fuse,
          bulk: bulk.settings,
        }),
      };
      const reports: SweepReport[] = [];
      const seen = new Set<string>();
      for await (const ticketKey of keys) {
        if (seen.has(ticketKey)) continue;
        seen.add(ticketKey);
        const evaluation = await evaluateTicket(parts, { ticketKey, because: 'sweep' });
        const effects = evaluation.kind === 'evaluated' ? judged(evaluation.record) : undefined;
        reports.push({
          looked: 1,
          failed: 0,
          decisions: effects?.decisions ?? 0,
          effects: effects?.effects ?? [],
        });
      }
      return sumOf(reports);
    };
    const overlap = Temporal.Duration.from({ minutes: configuration.sweep.overlapMinutes });
    const since = (await sweeps.cursor()).subtract(overlap);
    const due = new Set(await sweeps.dueTickets(now));
    const changed = changedSince(jira.client, configuration.projects, jira.dialect);
    const report = await sweepAll(
      { due: () => look(due), net: () => look(without(changed(since), due)) },
      deskClock,
      jira,
    );
    const stop = await stopNow(configuration, jira, store);
    return withheldByAll(report, { stop, most: configuration.fuse.effectsPerRun, caps: caps.active() });
  } finally {
    await store.close();
  }
}

async function* without(keys: AsyncIterable<string>, known: ReadonlySet<string>): AsyncIterable<string> {
  for await (const key of keys) if (!known.has(key)) yield key;
}

function sumOf(reports: readonly SweepReport[]): SweepReport {
  return {
    looked: reports.length,
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
    decisions: reports.reduce((sum, { decisions }) => sum + decisions, 0),
    effects: reports.flatMap(({ effects }) => effects),
  };
}
