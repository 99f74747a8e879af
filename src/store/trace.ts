import type { Decision } from '#core/decision/decision.ts';
import type { TicketContext } from '#core/ticket/context.ts';

/**
 * A decision as it is kept: every rule that concerned the event, with each condition, the value seen and the place
 * in the policy file; what was dropped, and why; every deadline with its ledger; what was looked up beside the ticket. Of a customer's
 * text only the words are in it by which it was recognised.
 */
export function traceToJson(decision: Decision, context: TicketContext = {}): object {
  return {
    rules: decision.rules.map(({ rule, clauses, fired, leaves, why }) => ({
      rule: rule.id,
      clauses,
      fired,
      ...(why === undefined ? {} : { why }),
      because: leaves.map(({ leaf, value, seen, holds }) => ({
        fact: leaf.fact.key,
        operator: leaf.operator,
        value,
        seen,
        result: holds,
        at: leaf.place,
      })),
    })),
    dropped: decision.dropped,
    deadlines: decision.deadlines,
    ...(Object.keys(context).length === 0 ? {} : { context }),
  };
}
