import { activeCaps, capModes, type Rival } from '#core/decision/cap.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import { mostTogether } from '#evaluation/bulk-moves.ts';
import type { BulkSettings, EvaluationRecord, SeenMove } from '#evaluation/ports.ts';
import type { ScenarioCaps } from './scenario.ts';

/** What looks at tickets have found beside decisions, and what follows from it for others. */
export interface Watch {
  readonly seen: (ticketKey: string, record: EvaluationRecord) => void;
  readonly modes: (now: Temporal.Instant) => ModeSettings;
  /** Moves by the same account to the same status within so long of this one, itself left out. */
  readonly movesLike: (move: SeenMove, within: Temporal.Duration) => readonly SeenMove[];
  readonly isPartOfBulk: (eventId: string, bulk: BulkSettings) => boolean;
}

const MODES = { default: 'enforce', policies: {}, rules: {}, projects: {}, requestTypes: {} } as const;

/** @param watchedSince the first start of the service */
export function openWatch(caps: ScenarioCaps, watchedSince: Temporal.Instant): Watch {
  const rivals: Rival[] = [];
  const moves: SeenMove[] = [];
  const settings = Object.fromEntries(
    Object.entries(caps).map(([name, { mode, days }]) => [
      name,
      { mode, days, until: 'noRivalFor' as const },
    ]),
  );
  const movesLike: Watch['movesLike'] = (move, within) =>
    moves.filter(
      ({ eventId, actor, toStatus, at }) =>
        eventId !== move.eventId &&
        actor === move.actor &&
        toStatus === move.toStatus &&
        Temporal.Duration.compare(at.since(move.at).abs(), within) <= 0,
    );
  return {
    movesLike,
    seen(ticketKey, { seen }) {
      rivals.push(...(seen?.rivals ?? []).map(({ eventId: _, ...rival }) => ({ ...rival, ticketKey })));
      moves.push(...(seen?.moves ?? []));
    },
    modes: (now) => ({ ...MODES, caps: capModes(settings, activeCaps(settings, watchedSince, rivals, now)) }),
    isPartOfBulk(eventId, { most, within }) {
      const move = moves.find((one) => one.eventId === eventId);
      return move !== undefined && mostTogether([move, ...movesLike(move, within)], move, within) > most;
    },
  };
}
