import type { ActiveCap } from '#core/decision/cap.ts';
import { capToJson } from '#core/decision/cap-to-json.ts';
import type { StopReport } from './stops-at-work.ts';
import type { PrintableSweep } from './sweep-report.ts';

/** What holds back a sweep as a whole. */
export interface HeldBack {
  readonly stop: StopReport;
  /** More effects than this, and none of them is done. */
  readonly most: number;
  readonly caps: readonly ActiveCap[];
}

/** A dry run says of every effect why it would not be done, also where that holds for all of them. */
export function withheldByAll(report: PrintableSweep, { stop, most, caps }: HeldBack): PrintableSweep {
  const effects = report.effects as readonly { readonly withheld?: true }[];
  const free = effects.filter(({ withheld }) => withheld === undefined).length;
  const because = stop.stopped ? 'stop' : free > most ? 'fuse' : undefined;
  return {
    ...report,
    effects:
      because === undefined
        ? effects
        : effects.map((effect) =>
            effect.withheld === undefined ? { ...effect, withheld: true, withheldBecause: because } : effect,
          ),
    ...(stop.stopped ? { stop } : {}),
    ...(caps.length === 0 ? {} : { caps: caps.map(capToJson) }),
  };
}
