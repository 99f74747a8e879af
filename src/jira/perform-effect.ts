import { editIssue, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { type Clock, machineClock } from '#clock.ts';
import { isObject, objectAt, own } from '#core/issue/json.ts';
import type { LabelData, NoteData, ReplyData } from '#core/policy/language/effect-data.ts';
import { isFault } from '#faults.ts';
import type { EffectPerformer, OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';
import { CLOUD } from './cloud.ts';
import { copyFiles } from './copy-files.ts';
import type { Dialect } from './dialect.ts';
import { limitedWrites } from './limited-writes.ts';
import { findFollowUp, findOpenTicket, performOpenTicket } from './open-ticket.ts';
import { findComment, performComment } from './perform-comment.ts';
import { findTransition, performTransition, type TransitionSettings } from './perform-transition.ts';
import { checkedKey } from './ticket-key.ts';

export interface PerformerSettings extends TransitionSettings {
  readonly mapping: TransitionSettings['mapping'] & { readonly followUpLink: string };
  readonly outbox: { readonly sendWindowSeconds: number };
}

/** Performs effects in Jira, and reads back whether they took place. */
export function effectPerformer(
  jira: Client,
  settings: PerformerSettings,
  {
    clock = machineClock,
    dialect = CLOUD,
    isStopped = () => false,
  }: {
    readonly clock?: Clock;
    readonly dialect?: Dialect;
    /** Asked right before the first write: what was begun is finished. */
    readonly isStopped?: () => boolean;
  } = {},
): EffectPerformer {
  return {
    async perform(effect, opened) {
      const until = clock.now().add({ seconds: settings.outbox.sendWindowSeconds });
      const client = limitedWrites(jira, until, clock.now, isStopped);
      const { data, ticketKey } = effect;
      switch (data.kind) {
        case 'reply':
          return performComment({ client, dialect, ticketKey }, effect, data, opened);
        case 'note':
          return performNote({ client, dialect }, effect, data, opened);
        case 'transition':
          return performTransition(client, ticketKey, data, settings);
        case 'label':
          return performLabels(client, ticketKey, data);
        case 'assign':
          await dialect.unassign(client, ticketKey);
          return { kind: 'done' };
        case 'openTicket':
          return dialect.opensNoTickets === undefined
            ? performOpenTicket(client, effect, data, settings.mapping.followUpLink)
            : { kind: 'refused', why: dialect.opensNoTickets };
      }
    },
    async readBack(effect, opened) {
      try {
        return await lookFor({ client: jira, dialect, settings }, effect, opened);
      } catch (error) {
        if (isFault(error, 'RGL9206') && (error.details.status === 404 || error.details.status === 403)) {
          return { kind: 'gone', why: `Jira shows us no such ticket any more (${error.details.status})` };
        }
        throw error;
      }
    },
  };
}

interface Speaking {
  readonly client: Client;
  readonly dialect: Dialect;
}

async function lookFor(
  { client, dialect, settings }: Speaking & { readonly settings: PerformerSettings },
  effect: OwedEffect,
  opened: string | undefined,
): Promise<ReadBack> {
  const { data, ticketKey } = effect;
  switch (data.kind) {
    case 'reply':
    case 'note': {
      const place = await placeOf(client, effect, data);
      return place === undefined
        ? { kind: 'absent' }
        : findComment({ client, dialect, ticketKey: place }, effect, data, opened);
    }
    case 'transition':
      return findTransition(client, ticketKey, data, settings);
    case 'label':
      return findLabels(client, ticketKey, data);
    case 'assign':
      return findAssignee(client, ticketKey);
    case 'openTicket':
      return findOpenTicket(client, effect, data);
  }
}

async function performNote(
  { client, dialect }: Speaking,
  effect: OwedEffect,
  data: NoteData,
  opened: string | undefined,
): Promise<Performed> {
  const place = await placeOf(client, effect, data);
  if (place === undefined) return { kind: 'refused', why: 'there is no follow-up to write to' };
  const leftBehind = await copyFiles(client, data.files ?? [], place);
  // The decision saw its own ticket, but not what stands on another one.
  if (place !== effect.ticketKey) {
    const before = await findComment({ client, dialect, ticketKey: place }, effect, data, opened);
    if (before.kind === 'found') return { ...before, kind: 'done', leftBehind };
  }
  const performed = await performComment({ client, dialect, ticketKey: place }, effect, data, opened);
  return performed.kind === 'done' ? { ...performed, leftBehind } : performed;
}

/** The ticket on which a comment is written. */
async function placeOf(
  client: Client,
  effect: OwedEffect,
  data: ReplyData | NoteData,
): Promise<string | undefined> {
  const closing = data.kind === 'note' ? data.onFollowUpOf : undefined;
  return closing === undefined ? effect.ticketKey : findFollowUp(client, effect.ticketKey, closing);
}

/** Adding and removing labels are operations on a set: doing them twice changes nothing. */
async function performLabels(
  client: Client,
  ticketKey: string,
  { add, remove }: LabelData,
): Promise<Performed> {
  await editIssue(client, {
    issueIdOrKey: checkedKey(ticketKey),
    update: {
      labels: [...add.map((label) => ({ add: label })), ...remove.map((label) => ({ remove: label }))],
    },
  } as Parameters<typeof editIssue>[1]);
  return { kind: 'done' };
}

async function findLabels(client: Client, ticketKey: string, { add, remove }: LabelData): Promise<ReadBack> {
  const issue = (await getIssue(client, {
    issueIdOrKey: checkedKey(ticketKey),
    fields: ['labels'],
  })) as unknown;
  const labels = isObject(issue) ? own(objectAt(issue, 'fields') ?? {}, 'labels') : [];
  const there = Array.isArray(labels) ? labels : [];
  const done = add.every((label) => there.includes(label)) && !remove.some((label) => there.includes(label));
  return done ? { kind: 'found' } : { kind: 'absent' };
}

async function findAssignee(client: Client, ticketKey: string): Promise<ReadBack> {
  const issue = (await getIssue(client, {
    issueIdOrKey: checkedKey(ticketKey),
    fields: ['assignee'],
  })) as unknown;
  const assignee = isObject(issue) ? own(objectAt(issue, 'fields') ?? {}, 'assignee') : undefined;
  return assignee === null ? { kind: 'found' } : { kind: 'absent' };
}
