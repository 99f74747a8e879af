import {
  addAttachment,
  addComment,
  assignIssue,
  createIssue,
  deleteComment,
  doTransition,
  editIssue,
  getBulkChangelogs,
  getComments,
  getCommentsByIds,
  getCurrentUser,
  getFields,
  getIssue,
  getIssueProperty,
  getProjectRole,
  getProjectRoles,
  getServerInfo,
  getStatuses,
  getTransitions,
  linkIssues,
  searchAndReconsileIssuesUsingJqlPost,
} from 'jira.js/cloud';
import { type Client, createClient } from 'jira.js/core';
import {
  answerApproval,
  createRequestComment,
  getApprovalById,
  getApprovals,
  getCustomerRequestByIdOrKey,
  getCustomerRequestStatus,
  getCustomerTransitions,
  getRequestComments,
  getSlaInformation,
  getSlaInformationById,
} from 'jira.js/serviceDesk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAdf } from '#jira/rich-text.ts';
import { askApproval } from '#simulator/acts/approve.ts';
import { type JiraSite, openSite, signInOf } from '#test/support/jira-site.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

const TICKET = 'SUP-1';
const internal = [{ key: 'sd.public.comment', value: { internal: true } }];

type Asked = readonly [what: string, ask: (client: Client) => Promise<unknown>];

const READINGS: readonly Asked[] = [
  ['the site', (client) => getServerInfo(client)],
  ['ourselves', (client) => getCurrentUser(client)],
  ['fields', (client) => getFields(client)],
  ['statuses', (client) => getStatuses(client)],
  ['roles', (client) => getProjectRoles(client, { projectIdOrKey: 'SUP' })],
  ['who is in a role', (client) => getProjectRole(client, { projectIdOrKey: 'SUP', id: 10_100 })],
  [
    'a ticket',
    (client) =>
      getIssue(client, {
        issueIdOrKey: TICKET,
        fields: ['*all', '-comment'],
        expand: 'names,schema',
        properties: ['request.channel.type'],
      }),
  ],
  ['its comments', (client) => getComments(client, { issueIdOrKey: TICKET, expand: 'properties' })],
  ['its history', (client) => getBulkChangelogs(client, { issueIdsOrKeys: [TICKET] })],
  [
    'its transitions',
    (client) => getTransitions(client, { issueIdOrKey: TICKET, expand: 'transitions.fields' }),
  ],
  [
    'its channel',
    (client) => getIssueProperty(client, { issueIdOrKey: TICKET, propertyKey: 'request.channel.type' }),
  ],
  ['a comment by its id', (client) => getCommentsByIds(client, { ids: [10_003], expand: 'properties' })],
  [
    'a search',
    (client) =>
      searchAndReconsileIssuesUsingJqlPost(client, { jql: 'project = SUP', fields: ['*all'], maxResults: 1 }),
  ],
  ['a request', (client) => getCustomerRequestByIdOrKey(client, { issueIdOrKey: TICKET })],
  ["a request's comments", (client) => getRequestComments(client, { issueIdOrKey: TICKET })],
  ["a request's clocks", (client) => getSlaInformation(client, { issueIdOrKey: TICKET })],
  [
    "one of a request's clocks",
    (client) => getSlaInformationById(client, { issueIdOrKey: TICKET, slaMetricId: 10_040 }),
  ],
  ["a request's statuses", (client) => getCustomerRequestStatus(client, { issueIdOrKey: TICKET })],
  ["a request's approvals", (client) => getApprovals(client, { issueIdOrKey: TICKET })],
  [
    "one of a request's approvals",
    (client) => getApprovalById(client, { issueIdOrKey: TICKET, approvalId: 1 }),
  ],
  ["a request's transitions", (client) => getCustomerTransitions(client, { issueIdOrKey: TICKET })],
];

const WRITINGS: readonly Asked[] = [
  [
    'a new comment',
    (client) =>
      addComment(client, { issueIdOrKey: TICKET, body: toAdf('Да'), properties: internal } as never),
  ],
  [
    'a new comment of a request',
    (client) => createRequestComment(client, { issueIdOrKey: TICKET, body: 'Да', public: true }),
  ],
  [
    'a new ticket',
    (client) =>
      createIssue(client, {
        fields: { project: { key: 'SUP' }, issuetype: { id: '10301' }, summary: 'Вопрос' },
      } as never),
  ],
  [
    'an uploaded file',
    (client) =>
      addAttachment(client, {
        issueIdOrKey: TICKET,
        attachments: { filename: 'файл.txt', content: new Blob(['три'], { type: 'text/plain' }) },
      }),
  ],
  [
    'a label',
    (client) => editIssue(client, { issueIdOrKey: TICKET, update: { labels: [{ add: 'a' }] } } as never),
  ],
  [
    'a link',
    (client) =>
      linkIssues(client, {
        type: { name: 'Relates' },
        inwardIssue: { key: 'SUP-1' },
        outwardIssue: { key: 'SUP-2' },
      }),
  ],
  ['a transition', (client) => doTransition(client, { issueIdOrKey: TICKET, transition: { id: '11' } })],
  ['an assignee', (client) => assignIssue(client, { issueIdOrKey: TICKET, accountId: OLGA.id })],
  [
    'the answer to an approval',
    (client) => answerApproval(client, { issueIdOrKey: TICKET, approvalId: 1, decision: 'approve' }),
  ],
  ['a removed comment', (client) => deleteComment(client, { issueIdOrKey: TICKET, id: '10003' })],
];

describe("what the simulator answers passes the library's own schemas", () => {
  let site: JiraSite;
  let strict: Client;

  beforeAll(async () => {
    site = await openSite();
    const issue = site.request(ANNA, 'Не проводится документ');
    site.request(ANNA, 'Ещё вопрос');
    site.says(issue, ANNA, 'Вот файл.');
    site.world.attach(issue, ANNA.id, 'log.txt', 'text/plain', new Uint8Array(3));
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.moves(issue, ANNA, 'Открыть заново');
    site.moves(issue, OLGA, 'Запросить уточнение');
    askApproval(site.world, issue, 'Согласование', [BOT.id, OLGA.id]);
    const { email, token: apiToken } = signInOf(BOT);
    strict = createClient({
      host: site.url,
      auth: { type: 'basic', email, apiToken },
      onSchemaMismatch: 'throw',
    });
  });

  afterAll(() => site.stop());

  it.each(READINGS)('when the service reads %s', async (_, ask) => {
    await expect(ask(strict)).resolves.toBeTypeOf('object');
  });

  it.each(WRITINGS)('when the service writes %s', async (_, ask) => {
    await expect(ask(strict).then(() => 'taken')).resolves.toBe('taken');
  });

  it('and an answer that does not pass is noticed', async () => {
    const stranger: Client = {
      sendRequest: (request) =>
        strict.sendRequest({ ...request, url: '/rest/api/3/field', searchParams: {} } as typeof request),
    };
    await expect(getComments(stranger, { issueIdOrKey: TICKET })).rejects.toThrow('did not match the schema');
  });
});
