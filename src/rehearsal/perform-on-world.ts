import { isObject } from '#core/issue/json.ts';
import { MARKER_PROPERTY, readMarker, readMarkerValue, writeMarker } from '#core/issue/marker.ts';
import { ticketMapping } from '#core/issue/site-mapping.ts';
import {
  type FileReference,
  markerOf,
  NEW_KEY,
  type NoteData,
  type OpenTicketData,
  type ReplyData,
  type TransitionData,
} from '#core/policy/language/effect-data.ts';
import { isAsGoodAs } from '#core/ticket/ticket.ts';
import type { EffectPerformer, OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';
import { assign } from '#simulator/acts/assign.ts';
import type { Comment, Issue, Transition } from '#simulator/model.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { BOT } from './people.ts';
import type { RehearsedJira } from './rehearsed-jira.ts';

/**
 * Performs effects on the rehearsed Jira as the gateway performs them over the wire. Nothing is lost on the way here,
 * so nothing is ever of unknown outcome.
 */
export function worldPerformer(jira: RehearsedJira): EffectPerformer {
  return {
    async perform(effect, opened) {
      const issue = jira.world.find(effect.ticketKey);
      if (issue === undefined) return { kind: 'refused', why: `there is no ${effect.ticketKey}` };
      const { data } = effect;
      switch (data.kind) {
        case 'reply':
          return comment(jira, effect, data, issue, opened);
        case 'note':
          return note(jira, effect, data, issue, opened);
        case 'transition':
          return transition(jira, issue, data);
        case 'assign':
          assign(jira.world, issue, BOT, null);
          return { kind: 'done' };
        case 'label':
          jira.world.label(issue, BOT, data.add, data.remove);
          return { kind: 'done' };
        case 'openTicket':
          return openTicket(jira, effect, data, issue);
      }
    },
    async readBack(): Promise<ReadBack> {
      return { kind: 'absent' };
    },
  };
}

function comment(
  { world }: RehearsedJira,
  effect: OwedEffect,
  data: ReplyData | NoteData,
  issue: Issue,
  opened: string | undefined,
): Performed {
  if (opened === undefined && data.text.includes(NEW_KEY)) {
    return { kind: 'refused', why: 'the new ticket that this text tells of is not known' };
  }
  const { id } = world.comment(issue, {
    by: BOT,
    body: documentOf(data.text.replaceAll(NEW_KEY, opened ?? '')),
    public: data.kind === 'reply',
    properties: [{ key: MARKER_PROPERTY, value: writeMarker(markerOf(effect, data, opened)) }],
  });
  return { kind: 'done', remoteId: id };
}

function note(
  jira: RehearsedJira,
  effect: OwedEffect,
  data: NoteData,
  issue: Issue,
  opened: string | undefined,
): Performed {
  const closing = data.onFollowUpOf;
  const place =
    closing === undefined ? issue : findOpened(jira, issue, (key) => key.endsWith(`/openTicket/${closing}`));
  if (place === undefined) return { kind: 'refused', why: 'there is no follow-up to write to' };
  copyFiles(jira, data.files ?? [], issue, place);
  // The decision saw its own ticket, but not what stands on another one.
  const before = place === issue ? undefined : findComment(place, effect.key);
  if (before !== undefined) return { kind: 'done', remoteId: before.id };
  return comment(jira, effect, data, place, opened);
}

function findComment({ comments }: Issue, key: string): Comment | undefined {
  return comments.find(({ properties }) => readMarker(properties)?.key === key);
}

function transition({ world, mapping }: RehearsedJira, issue: Issue, data: TransitionData): Performed {
  const { stateOf } = ticketMapping(mapping);
  const state = stateOf(issue.status);
  if (isAsGoodAs(state, data.to)) return { kind: 'done' };
  if (state !== data.from) return { kind: 'overtaken', why: `the ticket is ${state} now` };
  const targetOf = ({ to }: Transition) => world.site.statuses.find(({ id }) => id === to);
  const fitting = world.transitionsOf(issue).filter((way) => {
    const to = targetOf(way);
    return to !== undefined && isAsGoodAs(stateOf(to), data.to);
  });
  const best =
    fitting.find((way) => targetOf(way)?.name === data.status) ??
    fitting.find((way) => stateOf(targetOf(way) ?? issue.status) === data.to) ??
    fitting[0];
  if (best === undefined)
    return { kind: 'refused', why: `the workflow offers no way to ${data.to} from here` };
  const { resolutions } = mapping;
  const names = resolutions[data.resolution as keyof typeof resolutions] ?? [data.resolution];
  const resolution =
    best.resolution === 'required' || best.resolution === 'optional'
      ? world.site.resolutions.find(({ name }) => names.includes(name))
      : undefined;
  if (best.resolution === 'required' && resolution === undefined) {
    return { kind: 'refused', why: 'the transition wants a resolution' };
  }
  world.transition(issue, BOT, best, resolution);
  return { kind: 'done' };
}

function openTicket(jira: RehearsedJira, effect: OwedEffect, data: OpenTicketData, old: Issue): Performed {
  const { world } = jira;
  const there = findOpened(jira, old, (key) => key === effect.key);
  const issueType = world.site.issueTypes.find(({ id }) => id === data.issueType.id);
  if (issueType === undefined) return { kind: 'refused', why: 'the site has no such issue type' };
  const priority = world.site.priorities.find(({ id }) => id === data.priority?.id);
  const securityLevel = world.site.securityLevels.find(({ id }) => id === data.securityLevel?.id);
  const marker = {
    key: effect.key,
    rule: effect.rule,
    message: 'follow-up',
    policyVersion: effect.policyVersion,
  };
  const issue =
    there ??
    world.create({
      by: BOT,
      reporter: data.reporter ?? BOT,
      summary: data.summary,
      description: documentOf(data.description),
      issueType,
      channel: 'jira',
      labels: data.labels,
      components: data.components,
      participants: data.participants,
      organizations: data.organizations,
      properties: [{ key: MARKER_PROPERTY, value: writeMarker(marker) }],
      ...(priority === undefined ? {} : { priority }),
      ...(securityLevel === undefined ? {} : { securityLevel }),
    });
  if (there === undefined) world.link(issue, old, 'Relates', BOT);
  copyFiles(jira, data.files, old, issue);
  return { kind: 'done', remoteId: issue.key };
}

/** Among the linked issues the newest that bears a marker of ours with such a key. */
function findOpened(
  { world }: RehearsedJira,
  { links }: Issue,
  isWanted: (key: string) => boolean,
): Issue | undefined {
  return links
    .toReversed()
    .map(({ other }) => world.issues.get(other))
    .find((other) => {
      const value = other?.properties.get(MARKER_PROPERTY);
      const marker = isObject(value) ? readMarkerValue(value) : undefined;
      return marker !== undefined && isWanted(marker.key);
    });
}

function copyFiles({ world }: RehearsedJira, files: readonly FileReference[], from: Issue, to: Issue): void {
  const there = to.files.map(({ name, content }) => ({ name, bytes: content.byteLength }));
  for (const { id, name, bytes } of files) {
    const known = there.findIndex((file) => file.name === name && file.bytes === bytes);
    if (known !== -1) {
      there.splice(known, 1);
      continue;
    }
    const source = from.files.find((file) => file.id === id);
    if (source !== undefined) world.attach(to, BOT, name, source.mimeType, source.content);
  }
}
