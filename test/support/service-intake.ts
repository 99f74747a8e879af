/* The door for Jira's webhooks by itself: real express, real HTTP, and whatever inbox a test puts behind it. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import { machineClock } from '#clock.ts';
import type { DeliveryInbox } from '#intake/ports.ts';
import { type WebhookParts, webhookRouter } from '#intake/webhook-router.ts';
import { readHint } from '#jira/to-hint.ts';
import { deliveryInbox } from '#store/deliveries.ts';
import type { OpenedStore } from '#store/open-store.ts';
import { theConfiguration } from './desk.ts';
import { type HeardLog, heardLog } from './service-parts.ts';

export const SECRET = 'a secret that Jira knows too';
export const OLD_SECRET = 'the secret of last year';
export const BODY_LIMIT_BYTES = 4096;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface OpenIntake {
  readonly url: string;
  readonly log: HeardLog;
  /** How often the service was told that there is something to work on. */
  readonly nudges: () => number;
  readonly answered: readonly number[];
  readonly post: (body: string | Uint8Array, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** The same, signed with the secret in force. */
  readonly tell: (body: string | object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

/** An intake before a real store. */
export function intakeOf(store: OpenedStore, parts: Partial<WebhookParts> = {}): Promise<OpenIntake> {
  return openIntake(deliveryInbox(store.db, machineClock), parts);
}

export async function openIntake(
  inbox: DeliveryInbox,
  parts: Partial<WebhookParts> = {},
): Promise<OpenIntake> {
  const log = heardLog();
  const answered: number[] = [];
  let nudges = 0;
  const web = express().use(
    webhookRouter({
      inbox,
      readHint: (body) => readHint(body, theConfiguration()),
      secrets: [SECRET],
      bodyLimitBytes: BODY_LIMIT_BYTES,
      log,
      onDelivery: () => {
        nudges += 1;
      },
      onAnswer: (status) => void answered.push(status),
      ...parts,
    }),
  );
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/jira`;
  const post: OpenIntake['post'] = (body, headers = {}) => postTo(url, body, headers);
  return {
    url,
    log,
    answered,
    nudges: () => nudges,
    post,
    tell: (body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return post(text, { 'x-hub-signature': signature(text), ...headers });
    },
  };
}

export async function postTo(
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(body),
  });
  return {
    status: response.status,
    body: JSON.parse(await response.text()) as Answer['body'],
    headers: response.headers,
  };
}

export function signature(body: string | Uint8Array, secret: string = SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** A letter of a customer, as Jira Cloud's webhook tells of it. */
export function letterOn(ticketKey: string, id = 10_101): object {
  return {
    timestamp: 1_803_000_000_000 + id,
    webhookEvent: 'comment_created',
    issue: { id: '10001', key: ticketKey, fields: { project: { key: ticketKey.split('-')[0] } } },
    comment: { id: String(id), author: { accountId: 'anna', accountType: 'customer' }, body: 'Не помогло.' },
  };
}
