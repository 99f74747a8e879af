import type { Kysely } from 'kysely';
import type { StopStretch } from '#core/ticket/context.ts';
import { readFact, setFact } from './facts.ts';
import { fromMilliseconds, toMilliseconds } from './instants.ts';
import type { StopsTable, Tables } from './tables.ts';

export type StopCause = StopsTable['cause'];

/** The fact that says until when the service was surely running. */
const HEARTBEAT = 'heartbeat';

/** Stretches in which nothing was done, by the desk's clock. */
export interface StopStore {
  /** Begins a stretch, unless one of that cause lasts already. */
  readonly begin: (cause: StopCause, at: Temporal.Instant) => Promise<void>;
  readonly end: (cause: StopCause, at: Temporal.Instant) => Promise<void>;
  readonly add: (cause: StopCause, from: Temporal.Instant, to: Temporal.Instant) => Promise<void>;
  /** Those that ended after an instant; one that lasts ends now. */
  readonly since: (since: Temporal.Instant, now: Temporal.Instant) => Promise<readonly StopStretch[]>;
  readonly lastBeat: () => Promise<Temporal.Instant | undefined>;
  readonly beat: (at: Temporal.Instant) => Promise<void>;
}

export function stopStore(db: Kysely<Tables>): StopStore {
  return {
    async begin(cause, at) {
      const lasting = await db
        .selectFrom('stops')
        .select('id')
        .where('cause', '=', cause)
        .where('to', 'is', null)
        .executeTakeFirst();
      if (lasting !== undefined) return;
      await db
        .insertInto('stops')
        .values({ cause, from: toMilliseconds(at), to: null })
        .execute();
    },
    async end(cause, at) {
      await db
        .updateTable('stops')
        .set({ to: toMilliseconds(at) })
        .where('cause', '=', cause)
        .where('to', 'is', null)
        .execute();
    },
    async add(cause, from, to) {
      await db
        .insertInto('stops')
        .values({ cause, from: toMilliseconds(from), to: toMilliseconds(to) })
        .execute();
    },
    async since(since, now) {
      const rows = await db
        .selectFrom('stops')
        .select(['from', 'to'])
        .where((where) => where.or([where('to', 'is', null), where('to', '>', toMilliseconds(since))]))
        .orderBy('from')
        .execute();
      return rows.map(({ from, to }) => ({
        from: fromMilliseconds(Number(from)),
        to: to === null ? now : fromMilliseconds(Number(to)),
      }));
    },
    async lastBeat() {
      const beat = await readFact(db, HEARTBEAT);
      return beat === undefined ? undefined : Temporal.Instant.from(beat);
    },
    beat: (at) => setFact(db, HEARTBEAT, at.toString()),
  };
}
