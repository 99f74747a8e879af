import { type Change, changeOf, type Entry } from './entry.ts';
import type { Ticket, TicketMapping, TicketState } from './ticket.ts';

/** One move between states, as the mapping reads the statuses of the time. */
export interface Move {
  readonly entry: Change;
  readonly from: TicketState;
  readonly to: TicketState;
}

/** Every change of status, in true order; a move between two statuses of one state is one too. */
export function movesOf(ticket: Ticket): readonly Move[] {
  return ticket.entries.flatMap((entry) => {
    const move = moveIn(ticket, entry);
    return move === undefined ? [] : [move];
  });
}

/** The move that one entry makes, if it makes one. */
export function moveIn({ mapping }: Pick<Ticket, 'mapping'>, entry: Entry | undefined): Move | undefined {
  if (entry?.kind !== 'change') return undefined;
  const known = readMoves.get(entry);
  if (known?.mapping === mapping) return known.move;
  const move = readMove(mapping, entry);
  readMoves.set(entry, { mapping, move });
  return move;
}

/** Every question about a ticket's past goes through the same moves. */
const readMoves = new WeakMap<Change, { readonly mapping: TicketMapping; readonly move: Move | undefined }>();

function readMove(mapping: TicketMapping, entry: Change): Move | undefined {
  const change = changeOf(entry, 'status');
  if (change === undefined) return undefined;
  const stateOf = (id: string | null, name: string | null) =>
    mapping.stateOf({ id: id ?? '', name: name ?? '' });
  return {
    entry,
    from: stateOf(change.from, change.fromText),
    to: stateOf(change.to, change.toText),
  };
}

/** The entry by which the ticket came into its present state; `undefined` when the history does not show it. */
export function entryIntoState(ticket: Ticket): Change | undefined {
  const moves = movesOf(ticket);
  for (let index = moves.length - 1; index >= 0; index -= 1) {
    const move = moves[index];
    if (move === undefined || move.to !== ticket.state) return undefined;
    if (move.from !== ticket.state) return move.entry;
  }
  return undefined;
}
