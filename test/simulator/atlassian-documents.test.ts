import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApproval } from '#simulator/acts/approve.ts';
import { assign } from '#simulator/acts/assign.ts';
import { cloneIssue } from '#simulator/acts/clone-issue.ts';
import { mergeIssue } from '#simulator/acts/merge-issue.ts';
import { moveIssue } from '#simulator/acts/move-issue.ts';
import { receiveMail } from '#simulator/mail-handler.ts';
import { type DocumentName, documentsAreThere, misfits } from '#test/support/jira-documents.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BORIS, BOT, OLGA, type Someone } from '#test/support/people.ts';

const MISSING = documentsAreThere ? '' : " (skipped: Atlassian's documents are not beside the repository)";

interface Call {
  readonly what: string;
  readonly who?: Someone;
  readonly document?: DocumentName;
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** As the document writes it; `{issueIdOrKey}` is the ticket. */
  readonly path: string;
  readonly query?: string;
  /** SUP-1 unless told. */
  readonly ticket?: string;
  readonly body?: object;
  readonly status?: number;
}

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';
const REQUEST = '/rest/servicedeskapi/request/{issueIdOrKey}';
const TEXT = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] };

const CALLS: readonly Call[] = [
  { what: 'the site itself', path: '/rest/api/3/serverInfo' },
  { what: 'who we are', path: '/rest/api/3/myself' },
  { what: 'its fields', path: '/rest/api/3/field' },
  { what: 'its statuses', path: '/rest/api/3/status' },
  { what: 'the roles of a project', path: '/rest/api/3/project/{projectIdOrKey}/role' },
  { what: 'who is in a role', path: '/rest/api/3/project/{projectIdOrKey}/role/{id}' },
  {
    what: 'a ticket with everything',
    path: ISSUE,
    query: '?fields=*all&expand=names,schema,changelog&properties=request.channel.type',
  },
  { what: 'its comments with their properties', path: `${ISSUE}/comment`, query: '?expand=properties' },
  { what: 'its history', path: `${ISSUE}/changelog` },
  { what: 'what its workflow offers', path: `${ISSUE}/transitions`, query: '?expand=transitions.fields' },
  { what: 'a property of it', path: `${ISSUE}/properties/{propertyKey}` },
  {
    what: 'a found ticket',
    method: 'POST',
    path: '/rest/api/3/search/jql',
    body: { jql: 'project = SUP ORDER BY updated ASC', fields: ['*all'], expand: 'changelog', maxResults: 1 },
  },
  {
    what: 'histories in bulk',
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    body: { issueIdsOrKeys: ['SUP-1'], maxResults: 2 },
  },
  {
    what: 'comments by their ids',
    method: 'POST',
    path: '/rest/api/3/comment/list',
    query: '?expand=properties',
    body: { ids: Array.from({ length: 20 }, (_, index) => 10_001 + index) },
  },
  {
    what: 'a new comment',
    method: 'POST',
    path: `${ISSUE}/comment`,
    status: 201,
    body: { body: TEXT, properties: [{ key: 'sd.public.comment', value: { internal: true } }] },
  },
  {
    what: 'a new ticket',
    method: 'POST',
    path: '/rest/api/3/issue',
    status: 201,
    body: { fields: { issuetype: { id: '10301' }, summary: 'Новое обращение' } },
  },
  {
    what: 'the refusal of a ticket that is none',
    method: 'POST',
    path: '/rest/api/3/issue',
    status: 400,
    body: { fields: {} },
  },
  { what: 'a request on the portal', who: ANNA, document: 'serviceDesk', path: REQUEST },
  { what: 'its comments there', who: ANNA, document: 'serviceDesk', path: `${REQUEST}/comment` },
  { what: 'what its customer may do', who: ANNA, document: 'serviceDesk', path: `${REQUEST}/transition` },
  { what: 'its statuses so far', who: ANNA, document: 'serviceDesk', path: `${REQUEST}/status` },
  { what: 'its clocks', document: 'serviceDesk', path: `${REQUEST}/sla` },
  { what: 'one of its clocks', document: 'serviceDesk', path: `${REQUEST}/sla/{slaMetricId}` },
  { what: 'its approvals', document: 'serviceDesk', path: `${REQUEST}/approval` },
  { what: 'one of its approvals', document: 'serviceDesk', path: `${REQUEST}/approval/{approvalId}` },
  {
    what: 'the answer to an approval',
    who: OLGA,
    document: 'serviceDesk',
    method: 'POST',
    path: `${REQUEST}/approval/{approvalId}`,
    body: { decision: 'approve' },
  },
  {
    what: 'a ticket that was moved to another project',
    path: ISSUE,
    ticket: 'DEV-1',
    query: '?fields=*all&expand=names,schema,changelog',
  },
  { what: 'a comment of a stranger', path: `${ISSUE}/comment`, ticket: 'SUP-3' },
  {
    what: "a customer's comment",
    who: ANNA,
    document: 'serviceDesk',
    method: 'POST',
    path: `${REQUEST}/comment`,
    status: 201,
    body: { body: 'Спасибо', public: true },
  },
  {
    what: 'the refusal of a comment that does not say whether it is public',
    document: 'serviceDesk',
    method: 'POST',
    path: `${REQUEST}/comment`,
    status: 400,
    body: { body: 'Спасибо' },
  },
  {
    what: 'a new request',
    who: ANNA,
    document: 'serviceDesk',
    method: 'POST',
    path: '/rest/servicedeskapi/request',
    status: 201,
    body: { requestTypeId: '1', requestFieldValues: { summary: 'Вопрос', description: 'Как провести?' } },
  },
];

describe.skipIf(!documentsAreThere)(`what the simulator answers fits Atlassian's documents${MISSING}`, () => {
  let site: JiraSite;

  beforeAll(async () => {
    site = await openSite();
    const issue = site.request(ANNA, 'Не проводится документ');
    const other = site.request(ANNA, 'Ещё вопрос');
    site.says(issue, ANNA, 'Вот файл.');
    site.world.attach(issue, ANNA.id, 'log.txt', 'text/plain', new Uint8Array(3));
    site.says(issue, OLGA, 'Смотрю.', { internal: true });
    site.world.label(issue, OLGA.id, ['бюджет'], []);
    site.world.link(issue, other, 'Relates', OLGA.id);
    site.says(issue, OLGA, 'Исправили.');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.moves(issue, ANNA, 'Открыть заново');
    site.moves(issue, OLGA, 'Запросить уточнение');
    assign(site.world, issue, OLGA.id, OLGA.id);
    askApproval(site.world, issue, 'Согласование', [OLGA.id, BORIS.id]);
    const stray = site.request(ANNA, 'Письмо от соседа');
    receiveMail(
      site.world,
      { from: BORIS.id, subject: stray.key, text: 'И у меня', files: [] },
      stray.issueType,
    );
    const moved = cloneIssue(site.world, issue, OLGA.id);
    mergeIssue(site.world, moved, other, OLGA.id);
    moveIssue(site.world, moved, OLGA.id, site.world.site.otherProject);
  });

  afterAll(() => site.stop());

  it.each(CALLS)('$what: $path', async ({ who = BOT, document = 'platform', method = 'GET', ...call }) => {
    const { status = 200, path, ticket = 'SUP-1' } = call;
    const where = path
      .replace('{issueIdOrKey}', ticket)
      .replace('{slaMetricId}', '10040')
      .replace('{approvalId}', '1')
      .replace('{projectIdOrKey}', 'SUP')
      .replace('{propertyKey}', 'request.channel.type')
      .replace('{id}', '10100');

    const answer = await site.as(who)(method, where + (call.query ?? ''), call.body);

    expect(answer.status).toBe(status);
    expect(misfits({ document, method, path, status }, answer.body)).toEqual([]);
  });

  it('an uploaded file: /rest/api/3/issue/{issueIdOrKey}/attachments', async () => {
    const { email, token } = { email: `${BOT.id}@example.org`, token: `token-of-${BOT.id}` };
    const form = new FormData();
    form.append('file', new Blob(['три'], { type: 'text/plain' }), 'файл.txt');
    const response = await fetch(`${site.url}/rest/api/3/issue/SUP-1/attachments`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
        'x-atlassian-token': 'no-check',
      },
      body: form,
    });
    const path = `${ISSUE}/attachments`;

    expect(
      misfits({ document: 'platform', method: 'POST', path, status: 200 }, await response.json()),
    ).toEqual([]);
  });

  it('notices an answer that does not fit', async () => {
    const { body } = await site.as(ADMIN)('GET', '/rest/api/3/myself');
    const strange = { ...(body as object), accountType: 'robot', displayName: 7 };
    const operation = {
      document: 'platform',
      method: 'GET',
      path: '/rest/api/3/myself',
      status: 200,
    } as const;

    expect(misfits(operation, strange)).toHaveLength(2);
  });
});
