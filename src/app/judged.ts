import type { EvaluationRecord } from '#evaluation/ports.ts';
import type { Looked } from '#sweep/ports.ts';

/** What a look at a ticket came to, for whoever counts. */
export function judged({ ticketKey, decisions }: EvaluationRecord): Looked & { readonly kind: 'judged' } {
  return {
    kind: 'judged',
    decisions: decisions.length,
    effects: decisions.flatMap(({ effects }) =>
      effects.map(({ effect, withheld }) => ({ ticketKey, effect, withheld })),
    ),
  };
}
