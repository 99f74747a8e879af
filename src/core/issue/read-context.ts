import type { StopStretch, TicketContext } from '#core/ticket/context.ts';
import { readInstant } from './jira-instant.ts';
import { type JsonObject, objectAt, objectsAt, own } from './json.ts';

/** What a ticket file may hold beside Jira's own keys, as the service would have looked it up. */
export function readContext(issue: JsonObject): { context?: TicketContext } {
  const context = objectAt(issue, 'context');
  if (context === undefined) return {};
  const stops = objectsAt(context, 'stops').flatMap((stop): readonly StopStretch[] => {
    const from = readInstant(own(stop, 'from'));
    const to = readInstant(own(stop, 'to'));
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  return { context: { stops } };
}
