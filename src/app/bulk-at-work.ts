import type { Configuration } from '#configuration/configuration.ts';
import { mostTogether } from '#evaluation/bulk-moves.ts';
import type { BulkSettings, EvaluationRecord, SeenMove } from '#evaluation/ports.ts';
import type { Log } from '#log.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { moveBy, movesLike } from '#store/sightings.ts';

/** A bulk change as it was seen: one line for all of it. */
export interface BulkChange {
  readonly actor: string;
  readonly toStatus: string;
  readonly moves: number;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export interface Bulk {
  readonly settings: BulkSettings;
  readonly isPartOfBulk: RelayParts['isPartOfBulk'];
  /** Looks through what a look at a ticket has found. */
  readonly seen: (record: EvaluationRecord) => void;
  /** The latest first. */
  readonly changes: () => readonly BulkChange[];
}

/** So many bulk changes are told of. */
const MOST_TOLD = 20;

/** Knows bulk changes: what they set off is only observed, and one line is said of each. */
export function bulkAtWork({ fuse }: Pick<Configuration, 'fuse'>, { db }: OpenedStore, log: Log): Bulk {
  const settings = {
    most: fuse.likeTransitions,
    within: Temporal.Duration.from({ minutes: fuse.likeTransitionMinutes }),
  };
  let changes: readonly BulkChange[] = [];
  const note = (move: SeenMove, moves: number) => {
    const known = changes.find((change) => isOf(change, move, settings));
    if (known === undefined) {
      const { actor, toStatus } = move;
      log.warn('a bulk change: what it sets off is only observed', { actor, toStatus, moves });
    }
    const others = changes.filter((change) => change !== known);
    changes = [joined(known, move, moves), ...others].slice(0, MOST_TOLD);
  };
  return {
    settings,
    changes: () => changes,
    seen({ context, seen }) {
      for (const { event, like } of context?.bulkMoves ?? []) {
        const move = seen?.moves.find(({ eventId }) => eventId === event);
        if (move !== undefined) note(move, like);
      }
    },
    async isPartOfBulk({ eventId }) {
      const move = await moveBy(db, eventId);
      if (move === undefined) return false;
      const like = mostTogether(
        [move, ...(await movesLike(db, move, settings.within))],
        move,
        settings.within,
      );
      if (like <= settings.most) return false;
      note(move, like);
      return true;
    },
  };
}

function isOf(change: BulkChange, { actor, toStatus, at }: SeenMove, { within }: BulkSettings): boolean {
  return (
    change.actor === actor &&
    change.toStatus === toStatus &&
    Temporal.Instant.compare(at, change.from.subtract(within)) >= 0 &&
    Temporal.Instant.compare(at, change.until.add(within)) <= 0
  );
}

function joined(known: BulkChange | undefined, { actor, toStatus, at }: SeenMove, moves: number): BulkChange {
  if (known === undefined) return { actor, toStatus, moves, from: at, until: at };
  return {
    ...known,
    moves: Math.max(known.moves, moves),
    from: Temporal.Instant.compare(at, known.from) < 0 ? at : known.from,
    until: Temporal.Instant.compare(at, known.until) > 0 ? at : known.until,
  };
}
