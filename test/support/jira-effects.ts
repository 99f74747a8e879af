/* Effects as the outbox owes them, and clients that are watched or got in the way of. */
import type { Client, SendRequestOptions } from 'jira.js/core';
import type { EffectData, NoteData, ReplyData } from '#core/policy/language/effect-data.ts';
import { dialectOf, type Flavour } from '#jira/dialect-of.ts';
import { effectPerformer } from '#jira/perform-effect.ts';
import type { EffectPerformer, OwedEffect } from '#outbox/ports.ts';
import { theConfiguration } from './desk.ts';
import { msk } from './moscow-time.ts';

const KEY = 'jira/10001/rule-of-the-test';

export function owed(ticketKey: string, data: EffectData, key = `${KEY}/${data.kind}/comment:1`): OwedEffect {
  return {
    id: 1,
    key,
    ticketKey,
    rule: 'rule-of-the-test',
    policy: 'policy-of-the-test',
    clauses: [],
    data,
    place: { projectKey: 'SUP' },
    eventId: 'comment:1',
    policyVersion: 'v1',
    state: 'PLANNED',
    attempts: 0,
    sentAt: undefined,
    afterKey: undefined,
    plannedOn: msk('2027-02-16 10:00'),
    notBefore: msk('2027-02-16 10:00'),
    held: false,
  };
}

export function reply(text: string, more: Partial<ReplyData> = {}): ReplyData {
  return { kind: 'reply', message: 'ask', language: 'ru', text, ...more };
}

export function note(text: string, more: Partial<NoteData> = {}): NoteData {
  return { kind: 'note', message: 'hint', language: 'ru', text, ...more };
}

export function performerOn(client: Client, flavour: Flavour = 'cloud'): EffectPerformer {
  return effectPerformer(client, theConfiguration(), { dialect: dialectOf(flavour) });
}

export interface Asked {
  readonly call: string;
  readonly body: unknown;
}

/** A client that remembers what it was asked for. */
export function watched(client: Client): { readonly client: Client; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    client: {
      sendRequest<T>(request: SendRequestOptions<T>): Promise<T> {
        asked.push({ call: `${request.method ?? 'GET'} ${request.url}`, body: request.body });
        return client.sendRequest(request);
      },
    },
  };
}

/** A client whose answers to some calls are changed on the way. */
export function altered(
  client: Client,
  call: RegExp,
  change: (answer: unknown, times: number) => unknown,
): Client {
  let times = 0;
  return {
    async sendRequest<T>(request: SendRequestOptions<T>): Promise<T> {
      const answer = await client.sendRequest(request);
      if (!call.test(`${request.method ?? 'GET'} ${request.url}`)) return answer;
      times += 1;
      return (await change(answer, times)) as T;
    },
  };
}
