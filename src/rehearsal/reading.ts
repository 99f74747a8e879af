import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';

/** What a scenario is read by, and where its findings go. */
export interface Reading {
  readonly document: JsonDocument;
  readonly reglament: Reglament;
  readonly year: number;
  readonly people: readonly string[];
  readonly tickets: Set<string>;
  readonly found: Diagnostic[];
}

/** A story can only speak of tickets that it has opened, or that continue them. */
export function checkTicket({ document, tickets, found }: Reading, path: JsonPath, ticket: string): void {
  const origin = ticket.replace(/^(follow-up of )+/, '');
  if (!tickets.has(origin)) found.push(unknownName(document, 'RGL1202', path, ticket, tickets));
}
