import type { HistoryItem, Named } from './model.ts';

/** An entry of history for a field that holds something with an id and a name. */
export function changedItem(field: string, from: Named | null, to: Named | null): HistoryItem {
  return {
    field,
    fieldId: field,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  };
}
