import type { Clock } from '#clock.ts';
import type { PrintedCap } from '#core/decision/cap-to-json.ts';
import { effectToJson } from '#core/decision/effect-to-json.ts';
import { callsBetween } from '#jira/count-calls.ts';
import type { SweepReport } from '#sweep/ports.ts';
import type { ConnectedJira } from './connect-jira.ts';
import type { StopReport } from './stops-at-work.ts';

/** One sweep as `reglament sweep --json` prints it. */
export interface PrintableSweep {
  /** When it began, by the desk's clock. */
  readonly sweep: string;
  readonly looked: number;
  /** How many of them were looked at because their time had come. */
  readonly due: number;
  readonly failed: number;
  readonly decisions: number;
  readonly effects: readonly object[];
  /** What it asked of Jira, by kind of request. */
  readonly calls: Readonly<Record<string, number>>;
  /** Of a dry run: by what everything is stopped, if it is. */
  readonly stop?: StopReport;
  /** Of a dry run: what lowers modes for the time being, and why. */
  readonly caps?: readonly PrintedCap[];
}

export interface SweepActs {
  readonly due: () => Promise<SweepReport>;
  readonly net: () => Promise<SweepReport>;
}

/** Looks at what is due, then at what changed, and says what came of both. */
export async function sweepAll(
  acts: SweepActs,
  deskClock: Clock,
  jira: ConnectedJira,
): Promise<PrintableSweep> {
  const startedAt = deskClock.now();
  const before = jira.calls();
  const due = await acts.due();
  const net = await acts.net();
  return {
    sweep: startedAt.toString(),
    looked: due.looked + net.looked,
    due: due.looked,
    failed: due.failed + net.failed,
    decisions: due.decisions + net.decisions,
    effects: [...due.effects, ...net.effects].map(({ ticketKey, effect, withheld }) => ({
      ticket: ticketKey,
      ...effectToJson(effect, withheld),
    })),
    calls: callsBetween(before, jira.calls()),
  };
}
