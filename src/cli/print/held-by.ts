import { isBaseline } from '#core/decision/baseline.ts';
import type { ActiveCap } from '#core/decision/cap.ts';
import type { PlannedEffect } from '#core/decision/decision.ts';
import { isCapped, type Mode, type ModeSettings, modeOf } from '#core/decision/mode.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/** What may keep an effect from being done: modes as they are now, the caps that lower them, the activation. */
export interface HeldBy {
  readonly modes: ModeSettings;
  readonly caps: readonly ActiveCap[];
  /** Absent or `undefined`: not known, so nothing is held back by it. */
  readonly activatedAt?: Temporal.Instant | undefined;
}

/** @returns `undefined` when nothing keeps the effect from being done */
export function withheldBy(
  { modes, activatedAt }: HeldBy,
  effect: PlannedEffect,
  ticket: Ticket,
): Exclude<Mode, 'enforce'> | 'cap' | 'baseline' | undefined {
  if (isBaseline(effect, activatedAt)) return 'baseline';
  const rule = { id: effect.rule, policy: effect.policy };
  const mode = modeOf(modes, rule, ticket);
  if (mode === 'enforce') return undefined;
  return isCapped(modes, rule, ticket) ? 'cap' : mode;
}
