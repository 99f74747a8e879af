import { addComment, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient } from '#jira/open-client.ts';
import { json, openStub, type Stub } from '#test/support/jira-stub.ts';

let jira: Stub;
let elsewhere: Stub;
let client: Client;

beforeAll(async () => {
  jira = await openStub();
  elsewhere = await openStub();
  elsewhere.answer(json(200, { id: '1', key: 'SUP-1', fields: {} }));
  client = openClient({ url: jira.url, user: 'bot@example.org', token: 'token', timeoutSeconds: 5 });
});

afterAll(async () => {
  await jira.stop();
  await elsewhere.stop();
});

describe('a redirect to another place', () => {
  it.each([301, 302, 303, 307, 308])('is not followed: neither to read nor to write (%i)', async (status) => {
    jira.answer((_, response) =>
      response.writeHead(status, { location: `${elsewhere.url}/rest/api/3/issue/SUP-1` }).end(),
    );
    const body = { type: 'doc', version: 1, content: [] } as never;

    await expect(getIssue(client, { issueIdOrKey: 'SUP-1' })).rejects.toMatchObject({ code: 'RGL9201' });
    await expect(addComment(client, { issueIdOrKey: 'SUP-1', body })).rejects.toMatchObject({
      code: 'RGL9204',
    });
    expect(elsewhere.asked).toEqual([]);
  });
});
