import { doTransition, getIssue, getTransitions } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, type JsonObject, objectAt, objectsAt, own, textAt } from '#core/issue/json.ts';
import { readNamed } from '#core/issue/read-fields.ts';
import { folded, type SiteMapping, ticketMapping } from '#core/issue/site-mapping.ts';
import type { TransitionData } from '#core/policy/language/effect-data.ts';
import { isAsGoodAs, type Named, type TicketState } from '#core/ticket/ticket.ts';
import type { Performed, ReadBack } from '#outbox/ports.ts';
import { checkedKey } from './ticket-key.ts';

export interface TransitionSettings {
  readonly mapping: SiteMapping & { readonly resolutions: Readonly<Record<string, readonly string[]>> };
}

/**
 * Moves a ticket to a state, by a transition that its workflow offers from where it is.
 *
 * A ticket that is there already is left alone; one that somebody has moved since the decision is left to them.
 */
export async function performTransition(
  client: Client,
  ticketKey: string,
  data: TransitionData,
  settings: TransitionSettings,
): Promise<Performed> {
  const issueIdOrKey = checkedKey(ticketKey);
  const state = await stateOf(client, issueIdOrKey, settings);
  if (isAsGoodAs(state, data.to)) return { kind: 'done' };
  if (state !== data.from) return { kind: 'overtaken', why: `the ticket is ${state} now` };
  const answer = (await getTransitions(client, { issueIdOrKey, expand: 'transitions.fields' })) as unknown;
  const transition = choose(isObject(answer) ? objectsAt(answer, 'transitions') : [], data, settings);
  if (transition === undefined)
    return { kind: 'refused', why: `the workflow offers no way to ${data.to} from here` };
  const fields = fieldsFor(transition, data, settings);
  if ('missing' in fields) return { kind: 'refused', why: `the transition wants ${fields.missing}` };
  await doTransition(client, {
    issueIdOrKey,
    transition: { id: textAt(transition, 'id') ?? '' },
    ...(fields.resolution === undefined ? {} : { fields: { resolution: fields.resolution } }),
  });
  return { kind: 'done' };
}

export async function findTransition(
  client: Client,
  ticketKey: string,
  data: TransitionData,
  settings: TransitionSettings,
): Promise<ReadBack> {
  const state = await stateOf(client, checkedKey(ticketKey), settings);
  return isAsGoodAs(state, data.to) ? { kind: 'found' } : { kind: 'absent' };
}

async function stateOf(
  client: Client,
  issueIdOrKey: string,
  settings: TransitionSettings,
): Promise<TicketState> {
  const issue = (await getIssue(client, { issueIdOrKey, fields: ['status'] })) as unknown;
  const status = isObject(issue) ? readNamed(own(objectAt(issue, 'fields') ?? {}, 'status')) : undefined;
  return status === undefined ? 'unmapped' : ticketMapping(settings.mapping).stateOf(status);
}

/** Where a workflow knows no separate status for it, a ticket in work may as well wait for support. */
const AS_GOOD: Readonly<Partial<Record<TicketState, TicketState>>> = {
  inProgress: 'open',
  open: 'inProgress',
};

/** The wanted status first, then in the order of the mapping. */
function choose(
  transitions: readonly JsonObject[],
  data: TransitionData,
  { mapping }: TransitionSettings,
): JsonObject | undefined {
  const { stateOf } = ticketMapping(mapping);
  const targets = [data.to, AS_GOOD[data.to]].filter((state) => state !== undefined);
  for (const target of targets) {
    const order = (target === 'unmapped' ? [] : (mapping.statuses[target] ?? [])).map(folded);
    const fitting = transitions
      .flatMap((transition) => {
        const to = readNamed(own(transition, 'to'));
        return to !== undefined && stateOf(to) === target
          ? [{ transition, rank: rankOf(to, data, order) }]
          : [];
      })
      .sort((a, b) => a.rank - b.rank);
    if (fitting[0] !== undefined) return fitting[0].transition;
  }
  return undefined;
}

function rankOf(to: Named, { status }: TransitionData, order: readonly string[]): number {
  if (status !== undefined && folded(to.name) === folded(status)) return -1;
  const position = Math.max(order.indexOf(folded(to.name)), order.indexOf(folded(to.id)));
  return position === -1 ? order.length : position;
}

type TransitionFields = { readonly resolution?: { readonly name: string } } | { readonly missing: string };

/** A resolution can be given only where the transition's screen asks for it. */
function fieldsFor(
  transition: JsonObject,
  data: TransitionData,
  { mapping }: TransitionSettings,
): TransitionFields {
  const screen = objectAt(transition, 'fields') ?? {};
  const others = Object.keys(screen).find((id) => {
    const field = objectAt(screen, id) ?? {};
    return id !== 'resolution' && own(field, 'required') === true && own(field, 'hasDefaultValue') !== true;
  });
  if (others !== undefined) return { missing: `the field ${others}` };
  const field = objectAt(screen, 'resolution');
  if (field === undefined) return {};
  const allowed = objectsAt(field, 'allowedValues').map((value) => textAt(value, 'name') ?? '');
  const wanted =
    data.resolution === undefined ? [] : (mapping.resolutions[data.resolution] ?? [data.resolution]);
  const name = wanted.find((candidate) => allowed.length === 0 || allowed.includes(candidate));
  if (name !== undefined) return { resolution: { name } };
  const required = own(field, 'required') === true && own(field, 'hasDefaultValue') !== true;
  return required ? { missing: `a resolution, one of: ${allowed.join(', ')}` } : {};
}
