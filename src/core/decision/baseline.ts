import type { PlannedEffect } from './decision.ts';

/**
 * Whether an effect is only observed, because its cause came about before we were switched on.
 *
 * @param activatedAt absent: nobody knows of a time before which causes do not count
 */
export function isBaseline(
  { causedAt }: Pick<PlannedEffect, 'causedAt'>,
  activatedAt: Temporal.Instant | undefined,
): boolean {
  return activatedAt !== undefined && Temporal.Instant.compare(causedAt, activatedAt) < 0;
}
