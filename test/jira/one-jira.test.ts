import { getAttachmentContent, getIssue, getIssueProperty } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '#clock.ts';
import { agentLookup } from '#jira/agents.ts';
import { copyFiles } from '#jira/copy-files.ts';
import { openClient } from '#jira/open-client.ts';
import { silentLog } from '#log.ts';
import { json, openStub, type Stub } from '#test/support/jira-stub.ts';
import { msk } from '#test/support/moscow-time.ts';

let jira: Stub;
let elsewhere: Stub;
let client: Client;

beforeAll(async () => {
  jira = await openStub();
  elsewhere = await openStub();
  client = openClient({ url: jira.url, user: 'bot@example.org', token: 'token', timeoutSeconds: 5 });
});

beforeEach(() => {
  jira.asked.length = 0;
});

afterAll(async () => {
  await jira.stop();
  await elsewhere.stop();
});

describe('only the configured Jira is asked', () => {
  it('for a file, wherever the file says that its content is', async () => {
    const issue = { fields: { attachment: [], self: `${elsewhere.url}/rest/api/3/issue/1` } };
    jira.answer((request, response) =>
      request.url?.includes('/content/') === true
        ? response.writeHead(200, { 'content-type': 'text/plain' }).end('журнал')
        : json(200, issue)(request, response),
    );
    const file = {
      id: '10007',
      name: 'log.txt',
      bytes: 12,
      mimeType: 'text/plain',
      content: `${elsewhere.url}/10007`,
    };

    await copyFiles(client, [file], 'SUP-2');

    expect(jira.asked.map((call) => call.split('?')[0])).toEqual([
      'GET /rest/api/3/issue/SUP-2',
      'GET /rest/api/3/attachment/content/10007',
      'POST /rest/api/3/issue/SUP-2/attachments',
    ]);
    expect(elsewhere.asked).toEqual([]);
  });

  it('for the people of a role, whatever address Jira gives for it', async () => {
    jira.answer((request, response) =>
      json(
        200,
        request.url?.endsWith('/role') === true
          ? { 'Service Desk Team': `${elsewhere.url}/rest/api/3/project/1/role/10100` }
          : { actors: [{ actorUser: { accountId: 'olga' } }] },
      )(request, response),
    );
    const clock = movableClock(msk('2027-02-16 10:00'));
    const agents = agentLookup(client, ['service desk team'], clock, silentLog);

    expect(await agents.agentsOf('SUP')).toEqual(['olga']);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('a path that names something else is refused before it is asked', () => {
  it.each([
    ['a ticket', () => getIssue(client, { issueIdOrKey: '../../2/myself?x=1#' })],
    ['a ticket', () => getIssue(client, { issueIdOrKey: 'SUP-1?fields=*all' })],
    ['a ticket', () => getIssue(client, { issueIdOrKey: 'SUP-1\\..' })],
    ['a property', () => getIssueProperty(client, { issueIdOrKey: 'SUP-1', propertyKey: 'a#b' })],
    ['a file', () => getAttachmentContent(client, { id: '../1' as never })],
  ])('as %s', async (_, ask) => {
    await expect(ask()).rejects.toThrow('refusing the path');
    expect(jira.asked).toEqual([]);
  });
});
