import type { TicketContext } from '#core/ticket/context.ts';
import { changeOf } from '#core/ticket/entry.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { BulkSettings, EvaluationStore, SeenMove } from './ports.ts';

/** Changes of status among events, as far as it is known who made them. */
export function movesIn(events: readonly TicketEvent[]): readonly SeenMove[] {
  return events.flatMap(({ entry }) => {
    const change = entry?.kind === 'change' ? changeOf(entry, 'status') : undefined;
    const toStatus = change?.to ?? change?.toText;
    if (entry?.author === undefined || toStatus === undefined || toStatus === null) return [];
    return [{ eventId: entry.id, actor: entry.author.id, toStatus, at: entry.at }];
  });
}

/** Which of these moves are part of a bulk change, and how many like them there are. */
export async function bulkMoves(
  store: Pick<EvaluationStore, 'movesLike'>,
  moves: readonly SeenMove[],
  { most, within }: BulkSettings,
): Promise<NonNullable<TicketContext['bulkMoves']>> {
  const found: { event: string; like: number }[] = [];
  for (const move of moves) {
    const others = await store.movesLike(move, within);
    const like = mostTogether([move, ...others], move, within);
    if (like > most) found.push({ event: move.eventId, like });
  }
  return found;
}

/** The most moves that any stretch of this length holds together with the one in question. */
export function mostTogether(
  moves: readonly Pick<SeenMove, 'at'>[],
  { at }: Pick<SeenMove, 'at'>,
  within: Temporal.Duration,
): number {
  const isIn = (from: Temporal.Instant) => (move: Pick<SeenMove, 'at'>) =>
    Temporal.Instant.compare(move.at, from) >= 0 && Temporal.Instant.compare(move.at, from.add(within)) <= 0;
  const starts = moves
    .map((move) => move.at)
    .filter((from) => Temporal.Instant.compare(from, at) <= 0 && isIn(from)({ at }));
  return Math.max(0, ...starts.map((from) => moves.filter(isIn(from)).length));
}
