import type { Situation } from '#core/policy/language/situation.ts';
import { changeOf } from '#core/ticket/entry.ts';

/** A stretch of time in which nothing was done by itself. */
interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** When the hold label was on the ticket, by its history; one that is still there holds until now. */
export function heldStretches({ ticket, desk, now }: Situation): readonly Stretch[] {
  const { holdLabel } = desk;
  if (holdLabel === undefined) return [];
  const has = (labels: string | null) => (labels ?? '').split(' ').includes(holdLabel);
  const stretches: Stretch[] = [];
  let heldFrom: Temporal.Instant | undefined;
  for (const entry of ticket.entries) {
    const change = changeOf(entry, 'labels');
    if (change === undefined) continue;
    if (has(change.toText)) heldFrom ??= entry.at;
    else if (heldFrom !== undefined || has(change.fromText)) {
      stretches.push({ from: heldFrom ?? ticket.createdAt, to: entry.at });
      heldFrom = undefined;
    }
  }
  return heldFrom === undefined ? stretches : [...stretches, { from: heldFrom, to: now }];
}
