import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isObject } from '#core/issue/json.ts';
import type { SimulatorFlavour } from '#simulator/http/speech.ts';
import { documentsAreThere, misfits } from '#test/support/jira-documents.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { json as answering, openStub } from '#test/support/jira-stub.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';
import { until } from '#test/support/service-parts.ts';

const MISSING = documentsAreThere ? '' : " (skipped: Atlassian's documents are not beside the repository)";
const ISSUE = '/rest/api/2/issue/{issueIdOrKey}';

interface Call {
  readonly what: string;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: string;
  readonly body?: object;
  readonly status?: number;
}

const CALLS: readonly Call[] = [
  { what: 'the site itself', path: '/rest/api/2/serverInfo' },
  { what: 'who we are', path: '/rest/api/2/myself' },
  { what: 'its fields', path: '/rest/api/2/field' },
  { what: 'its statuses', path: '/rest/api/2/status' },
  { what: 'who is in a role', path: '/rest/api/2/project/{projectIdOrKey}/role/{id}' },
  {
    what: 'a ticket with everything',
    path: ISSUE,
    query: '?fields=*all&expand=names,schema,changelog&properties=request.channel.type',
  },
  { what: 'its comments with their properties', path: `${ISSUE}/comment`, query: '?expand=properties' },
  { what: 'what its workflow offers', path: `${ISSUE}/transitions`, query: '?expand=transitions.fields' },
  {
    what: 'found tickets',
    path: '/rest/api/2/search',
    query: '?jql=project%20%3D%20SUP&fields=*all&maxResults=1',
  },
  {
    what: 'a new comment',
    method: 'POST',
    path: `${ISSUE}/comment`,
    status: 201,
    body: { body: 'Слово', properties: [{ key: 'sd.public.comment', value: { internal: true } }] },
  },
  {
    what: 'a new ticket',
    method: 'POST',
    path: '/rest/api/2/issue',
    status: 201,
    body: { fields: { issuetype: { id: '10301' }, summary: 'Новое обращение', reporter: { name: 'anna' } } },
  },
];

let site: JiraSite;

beforeAll(async () => {
  site = await openSite(undefined, 'data-center');
  const issue = site.request(ANNA, 'Не проводится документ');
  site.says(issue, ANNA, 'Вот файл.');
  site.world.attach(issue, ANNA.id, 'log.txt', 'text/plain', new Uint8Array(3));
  site.says(issue, OLGA, 'Смотрю.', { internal: true });
  site.moves(issue, OLGA, 'Решить', 'Готово');
  site.moves(issue, ANNA, 'Открыть заново');
});

afterAll(() => site.stop());

/** Names of whatever only Cloud tells, anywhere in an answer. */
function cloudIn(answer: unknown): readonly string[] {
  if (typeof answer === 'string') return /\/rest\/api\/3\//.test(answer) ? [answer] : [];
  if (Array.isArray(answer)) return answer.flatMap(cloudIn);
  if (!isObject(answer)) return [];
  const named = ['accountId', 'accountType', 'jsdPublic', 'fieldId', 'version'].filter(
    (key) => key in answer && (key !== 'version' || answer.type === 'doc'),
  );
  return [...named, ...Object.values(answer).flatMap(cloudIn)];
}

async function ask({ method = 'GET', path, query = '', body }: Call) {
  const where = path
    .replace('{issueIdOrKey}', 'SUP-1')
    .replace('{projectIdOrKey}', 'SUP')
    .replace('{id}', '10100');
  return site.as(BOT)(method, where + query, body);
}

describe('what the simulator answers as Data Center', () => {
  it.each(CALLS)('has nothing of Cloud in it: $what', async (call) => {
    const { status, body } = await ask(call);

    expect(status).toBe(call.status ?? 200);
    expect(cloudIn(body)).toEqual([]);
  });

  it.skipIf(!documentsAreThere).each(CALLS)(`fits the document of 10.3: $what${MISSING}`, async (call) => {
    const { method = 'GET', path, status = 200 } = call;
    const { body } = await ask(call);

    expect(misfits({ document: 'dataCenter', method, path, status }, body)).toEqual([]);
  });

  it.skipIf(!documentsAreThere)(`is judged by that document${MISSING}`, async () => {
    const path = '/rest/api/2/myself';
    const { body } = await site.as(BOT)('GET', path);
    const strange = { ...(body as object), active: 'yes', displayName: 7 };

    expect(misfits({ document: 'dataCenter', method: 'GET', path, status: 200 }, strange)).toHaveLength(2);
  });

  it('is recognised as such', async () => {
    const { body } = await site.as(BOT)('GET', '/rest/api/2/serverInfo');

    expect(body).toMatchObject({ deploymentType: 'Server', versionNumbers: [10, 3, 0] });
  });

  it.each([
    '/rest/api/3/myself',
    '/rest/api/2/issue/SUP-1/changelog',
    '/rest/api/2/attachment/content/10001',
  ])('is nothing where only Cloud has something: %s', async (path) => {
    const response = await fetch(`${site.url}${path}`, {
      headers: { authorization: 'Bearer token-of-olga' },
    });

    expect(response.status).toBe(404);
  });

  it('names people by name and key, and a comment by its visibility alone', async () => {
    const properties = [
      { key: 'sd.public.comment', value: { internal: true } },
      { key: 'reglament.effect', value: { key: 'k' } },
    ];
    const made = await site.as(OLGA)('POST', '/rest/api/2/issue/SUP-1/comment', {
      body: '*Слово*',
      properties,
    });
    const { id } = made.body as { id: string };

    const { body } = await site.as(OLGA)('GET', `/rest/api/2/issue/SUP-1/comment/${id}?expand=properties`);

    expect(body).toMatchObject({
      body: '*Слово*',
      author: { name: 'olga', key: expect.stringMatching(/^JIRAUSER\d+$/) },
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
    expect((body as { properties: unknown[] }).properties).toHaveLength(1);
  });

  it('a comment that is a document is refused', async () => {
    const body = { body: { type: 'doc', version: 1, content: [] } };

    expect((await site.as(OLGA)('POST', '/rest/api/2/issue/SUP-1/comment', body)).status).toBe(400);
  });

  it('assigns by name, and tells it by key', async () => {
    const path = '/rest/api/2/issue/SUP-1';
    expect((await site.as(OLGA)('PUT', `${path}/assignee`, { name: 'ivan' })).status).toBe(204);
    expect((await site.as(OLGA)('PUT', `${path}/assignee`, { name: 'nobody' })).status).toBe(400);

    const { body } = await site.as(OLGA)('GET', `${path}?fields=assignee&expand=changelog`);

    const { fields, changelog } = body as {
      fields: { assignee: { key: string } };
      changelog: { histories: readonly { items: readonly object[] }[] };
    };
    expect(fields.assignee).toMatchObject({ name: 'ivan' });
    expect(changelog.histories.at(-1)?.items).toMatchObject([{ field: 'assignee', to: fields.assignee.key }]);
  });
});

describe('a webhook of Data Center', () => {
  async function heard(flavour: SimulatorFlavour, register: string, more: object) {
    const receiver = await openStub(answering(200, {}));
    const headers: Record<string, unknown>[] = [];
    receiver.answer((request, response) => {
      headers.push(request.headers);
      response.writeHead(200).end();
    });
    const jira = await openSite(undefined, flavour);
    const hook = { name: 'Reglament', url: receiver.url, events: ['comment_created'], ...more };
    const registered = await jira.as(ADMIN)('POST', register, hook);
    expect(registered.status).toBe(201);
    const issue = jira.request(ANNA, 'Вопрос');
    jira.says(issue, ANNA, 'Ответ');
    await until('a webhook', () => headers.length > 0);
    await jira.stop();
    await receiver.stop();
    return { headers: headers[0] ?? {} };
  }

  test('of version 10 is signed with its secret, and has no number', async () => {
    const { headers } = await heard('data-center', '/rest/jira-webhook/1.0/webhooks', {
      configuration: { SECRET: 's' },
    });

    expect(headers['x-hub-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(headers).not.toHaveProperty('x-atlassian-webhook-identifier');
  });

  test('of version 9 is not signed, whatever secret it was given', async () => {
    const { headers } = await heard('data-center-9', '/rest/webhooks/1.0/webhook', { secret: 's' });

    expect(headers).not.toHaveProperty('x-hub-signature');
  });
});
