import type { Item } from '#core/ticket/item.ts';
import type { Kind, Named, TicketMapping, TicketState } from '#core/ticket/ticket.ts';

/** How the site calls things, from `config/reglament.json`; every list holds names or ids, any case. */
export interface SiteMapping {
  readonly statuses: Readonly<Partial<Record<Exclude<TicketState, 'unmapped'>, readonly string[]>>>;
  readonly kinds: Readonly<Partial<Record<Exclude<Kind, 'unclear'>, readonly string[]>>>;
  readonly channels: {
    /** Labels that say a request came by phone. */
    readonly phoneLabels: readonly string[];
    /** A field whose text names the channel, by id or name. */
    readonly field?: string;
  };
  /** Fields of Jira Service Management whose ids differ from site to site, by id or name. */
  readonly fields: {
    readonly requestType: readonly string[];
    readonly participants: readonly string[];
    readonly organizations: readonly string[];
    readonly approvers: readonly string[];
  };
  /** Fields of the request's form that hold a piece of information, by id or name. */
  readonly items: Readonly<Partial<Record<Item, readonly string[]>>>;
  readonly priorities: {
    /** Nobody is asked anything by a machine while these burn. */
    readonly urgent: readonly string[];
  };
  /** Resolutions that say: this goes on in another request. */
  readonly duplicates: readonly string[];
  /** Link types between a clone and its original. */
  readonly cloneLinks: readonly string[];
}

/** The mapping as the ticket uses it: names of the present and of the past are read alike. */
export function ticketMapping(mapping: SiteMapping): TicketMapping {
  const states = byName(mapping.statuses);
  const kinds = byName(mapping.kinds);
  const urgent = new Set(mapping.priorities.urgent.map(folded));
  const duplicates = new Set(mapping.duplicates.map(folded));
  const cloneLinks = new Set(mapping.cloneLinks.map(folded));
  return {
    stateOf: (status) => lookUp(states, status) ?? 'unmapped',
    kindOf: (issueType, requestType) =>
      (requestType === undefined ? undefined : lookUp(kinds, requestType)) ??
      lookUp(kinds, issueType) ??
      'unclear',
    isUrgent: (priority) =>
      priority !== undefined && (urgent.has(folded(priority.name)) || urgent.has(folded(priority.id))),
    isDuplicate: ({ name, id }) => duplicates.has(folded(name)) || duplicates.has(folded(id)),
    isCloneLink: (type) => cloneLinks.has(folded(type)),
  };
}

function byName<Value extends string>(
  lists: Readonly<Partial<Record<Value, readonly string[]>>>,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [value, names] of Object.entries(lists) as [Value, readonly string[]][]) {
    for (const name of names) values.set(folded(name), value);
  }
  return values;
}

function lookUp<Value>(values: ReadonlyMap<string, Value>, named: Named): Value | undefined {
  return values.get(folded(named.name)) ?? values.get(folded(named.id));
}

/** Names are compared as people read them: any case, ё as е, spaces trimmed. */
export function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е');
}
