import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

const SECRET = "It's a Secret to Everybody";
const MINUTE = 60_000;

interface Delivered {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let site: JiraSite;
let delivered: Delivered[];
/** How the next deliveries are answered. */
let statuses: number[];
let listener: ReturnType<typeof createServer>;
let url: string;

beforeEach(async () => {
  site = await openSite();
  delivered = [];
  statuses = [];
  listener = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      delivered.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(statuses.shift() ?? 202).end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  await site.stop();
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
});

function register(events: readonly string[], secret?: string) {
  return site.as(ADMIN)('POST', '/rest/webhooks/1.0/webhook', { name: 'Reglament', url, events, secret });
}

async function settled(): Promise<void> {
  while (site.webhooks.isSending()) await new Promise((resolve) => setImmediate(resolve));
}

async function later(minutes: number): Promise<void> {
  const now = msk('2027-02-16 10:00').epochMilliseconds + minutes * MINUTE;
  await site.as(ADMIN)('POST', '/sim/clock', { now });
  await settled();
}

const bodies = () => delivered.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

it('a bulk change says in its webhooks whether it wanted mails, and other changes say nothing of it', async () => {
  await register(['jira:issue_updated']);
  const [one, two] = [site.request(ANNA, 'Первое'), site.request(ANNA, 'Второе')];
  await site.as(ADMIN)('POST', '/sim/bulk', {
    keys: [one.key, two.key],
    by: OLGA.id,
    sendMail: false,
    transition: { id: '31', resolution: 'Готово' },
  });
  site.world.label(one, OLGA.id, ['бюджет'], []);
  await settled();
  expect([one.status.name, two.status.name]).toEqual(['Решено', 'Решено']);
  expect(bodies().map(({ bulkOperationMetaData }) => bulkOperationMetaData)).toEqual([
    { sendMail: false },
    { sendMail: false },
    undefined,
  ]);
  expect(site.mails.after(0).map(({ causedBy }) => causedBy.kind)).toEqual([
    'requestCreated',
    'requestCreated',
  ]);
});

describe('a webhook is registered', () => {
  it('by an administrator, and its secret is told to nobody', async () => {
    const { status, body } = await register(['comment_created'], SECRET);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Reglament', url, events: ['comment_created'], isSigned: true });
    const list = await site.as(ADMIN)('GET', '/rest/webhooks/1.0/webhook');
    expect(list.body).toEqual([body]);
    expect(JSON.stringify([body, list.body])).not.toContain(SECRET);
  });

  it('by nobody else', async () => {
    expect((await site.as(BOT)('POST', '/rest/webhooks/1.0/webhook', { url })).status).toBe(403);
  });

  it('not without a name, an address and events', async () => {
    expect((await site.as(ADMIN)('POST', '/rest/webhooks/1.0/webhook', { url })).status).toBe(400);
  });

  it('and taken away, after which nothing is told', async () => {
    const { body } = await register(['jira:issue_created']);
    const { pathname } = new URL((body as { self: string }).self);
    expect((await site.as(ADMIN)('DELETE', pathname)).status).toBe(204);
    site.request(ANNA, 'Тихо');
    await settled();
    expect(delivered).toEqual([]);
  });
});

describe('a delivery', () => {
  it('is signed over the bytes of its body', async () => {
    await register(['jira:issue_created'], SECRET);
    site.request(ANNA, 'Подписано – «кавычки»');
    await settled();
    const [{ headers, body } = { headers: {}, body: '' }] = delivered;
    const signature = createHmac('sha256', SECRET).update(Buffer.from(body, 'utf8')).digest('hex');
    expect(headers['x-hub-signature']).toBe(`sha256=${signature}`);
    expect(headers['x-atlassian-webhook-identifier']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-atlassian-webhook-retry']).toBeUndefined();
  });

  it('is not signed where there is no secret', async () => {
    await register(['jira:issue_created']);
    site.request(ANNA, 'Без подписи');
    await settled();
    expect(delivered[0]?.headers).not.toHaveProperty('x-hub-signature');
  });

  it('has an id of its own', async () => {
    await register(['jira:issue_created']);
    site.request(ANNA, 'Раз');
    site.request(ANNA, 'Два');
    await settled();
    const ids = delivered.map(({ headers }) => headers['x-atlassian-webhook-identifier']);
    expect(new Set(ids).size).toBe(2);
  });

  it('tells only what was asked for, in the form of Jira Cloud: texts, not documents', async () => {
    await register(['comment_created', 'jira:issue_updated']);
    const issue = site.request(ANNA, 'Не печатает');
    site.says(issue, ANNA, 'Вот снимок');
    site.says(issue, OLGA, 'Про себя', { internal: true });
    site.moves(issue, OLGA, 'Решить', 'Готово');
    await settled();
    const told = bodies().sort((a, b) => Number(a.timestamp) - Number(b.timestamp));
    expect(told).toMatchObject([
      {
        webhookEvent: 'comment_created',
        comment: { body: 'Вот снимок', jsdPublic: true, author: { accountId: 'anna' } },
        issue: { key: issue.key, fields: { summary: 'Не печатает' } },
      },
      { webhookEvent: 'comment_created', comment: { body: 'Про себя', jsdPublic: false } },
      {
        webhookEvent: 'jira:issue_updated',
        user: { accountId: 'olga' },
        changelog: {
          items: [
            { field: 'resolution', to: '1' },
            { field: 'status', to: '10204' },
          ],
        },
      },
    ]);
    expect(told[0]).not.toHaveProperty('user');
  });
});

describe('a delivery that was not taken', () => {
  it.each([500, 503, 429, 408, 409, 425])('is repeated later with the same id after a %d', async (status) => {
    await register(['jira:issue_created'], SECRET);
    statuses = [status];
    site.request(ANNA, 'Повтор');
    await settled();
    expect(delivered).toHaveLength(1);
    await later(4);
    expect(delivered).toHaveLength(1);
    await later(6);

    const [first, second] = delivered;
    expect(second?.body).toBe(first?.body);
    const headersOf = (one?: Delivered) =>
      ['x-atlassian-webhook-identifier', 'x-hub-signature'].map((name) => one?.headers[name]);
    expect(headersOf(second)).toEqual(headersOf(first));
    expect(second?.headers['x-atlassian-webhook-retry']).toBe('1');
    await later(600);
    expect(delivered).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 413])('is lost after a %d', async (status) => {
    await register(['jira:issue_created']);
    statuses = [status];
    site.request(ANNA, 'Потеряно');
    await settled();
    await later(600);
    expect(delivered).toHaveLength(1);
  });

  it('is given up after five repetitions', async () => {
    await register(['jira:issue_created']);
    statuses = Array.from({ length: 20 }, () => 503);
    site.request(ANNA, 'Никто не слышит');
    await settled();
    for (let hour = 1; hour <= 10; hour += 1) await later(hour * 60);
    expect(delivered.map(({ headers }) => headers['x-atlassian-webhook-retry'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});
