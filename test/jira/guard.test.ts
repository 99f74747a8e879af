import { addComment, editIssue, getComments, searchAndReconsileIssuesUsingJqlPost } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '#faults.ts';
import { openClient } from '#jira/open-client.ts';
import { toAdf } from '#jira/rich-text.ts';
import {
  CUT_OFF,
  json,
  openStub,
  RESETS,
  type Respond,
  SILENT,
  type Stub,
  text,
} from '#test/support/jira-stub.ts';

let stub: Stub;
let client: Client;
/** Waits for an answer no longer than a test may take. */
let impatient: Client;

beforeAll(async () => {
  stub = await openStub();
  const signIn = { url: stub.url, user: 'bot@example.org', token: 'token' };
  impatient = openClient({ ...signIn, timeoutSeconds: 0.2 });
  client = openClient({ ...signIn, timeoutSeconds: 20 });
});

beforeEach(() => {
  stub.asked.length = 0;
});

afterAll(() => stub.stop());

const reads = (as = client) => getComments(as, { issueIdOrKey: 'SUP-1' });
const searches = () => searchAndReconsileIssuesUsingJqlPost(client, { jql: 'project = SUP' });
const writes = (as = client) => addComment(as, { issueIdOrKey: 'SUP-1', body: toAdf('Да') } as never);
const edits = () => editIssue(client, { issueIdOrKey: 'SUP-1', update: {} } as never);

async function faultOf(ask: () => Promise<unknown>): Promise<Fault> {
  const error = await ask().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Fault)) throw new Error(`no fault: ${String(error)}`);
  return error;
}

async function codes(answer: Respond): Promise<readonly [reading: string, writing: string]> {
  stub.answer(answer);
  const as = answer === SILENT ? impatient : client;
  return [(await faultOf(() => reads(as))).code, (await faultOf(() => writes(as))).code];
}

describe('when Jira fails, one fault says how', () => {
  it.each([
    { how: 'does not know us', answer: json(401, {}), reading: 'RGL9202', writing: 'RGL9202' },
    { how: 'does not let us', answer: json(403, {}), reading: 'RGL9206', writing: 'RGL9206' },
    { how: 'has no such ticket', answer: json(404, {}), reading: 'RGL9206', writing: 'RGL9206' },
    { how: 'does not understand', answer: json(400, {}), reading: 'RGL9206', writing: 'RGL9206' },
    { how: 'has too many comments', answer: json(413, {}), reading: 'RGL9206', writing: 'RGL9206' },
    { how: 'wants us to wait', answer: json(429, {}), reading: 'RGL9205', writing: 'RGL9205' },
    { how: 'was busy with the ticket', answer: json(409, {}), reading: 'RGL9205', writing: 'RGL9205' },
    { how: 'breaks down', answer: json(500, {}), reading: 'RGL9201', writing: 'RGL9204' },
    { how: 'is down for a while', answer: json(503, {}), reading: 'RGL9201', writing: 'RGL9204' },
    { how: 'closes the connection', answer: RESETS, reading: 'RGL9201', writing: 'RGL9204' },
    { how: 'is cut off in the middle', answer: CUT_OFF, reading: 'RGL9201', writing: 'RGL9204' },
    { how: 'says nothing in time', answer: SILENT, reading: 'RGL9201', writing: 'RGL9204' },
    {
      how: 'shows a login page instead',
      answer: text(200, 'text/html', '<html>Log in</html>'),
      reading: 'RGL9203',
      writing: 'RGL9204',
    },
    {
      how: 'answers with broken JSON',
      answer: text(200, 'application/json', '{"comments": ['),
      reading: 'RGL9203',
      writing: 'RGL9204',
    },
  ])('it $how: $reading when we read, $writing when we write', async ({ answer, reading, writing }) => {
    expect(await codes(answer)).toEqual([reading, writing]);
  });

  it('nobody listens: nothing was sent, so a write surely did nothing', async () => {
    const gone = await openStub();
    await gone.stop();
    const nobody = openClient({ url: gone.url, user: 'a@example.org', token: 't', timeoutSeconds: 1 });

    const fault = await faultOf(() => writes(nobody));

    expect(fault).toMatchObject({ code: 'RGL9201', details: { reason: 'ECONNREFUSED' } });
  });

  it('a search is a reading, although it is a POST', async () => {
    stub.answer(json(502, {}));
    expect((await faultOf(searches)).code).toBe('RGL9201');
    expect((await faultOf(edits)).code).toBe('RGL9204');
  });

  it('a login page in answer to an edit is no success', async () => {
    stub.answer(text(200, 'text/html', '<html>Log in</html>'));
    expect((await faultOf(edits)).code).toBe('RGL9204');
  });
});

describe('what a fault tells', () => {
  it('how long Jira wants us to wait', async () => {
    stub.answer(json(429, {}, { 'retry-after': '7' }));
    expect((await faultOf(() => writes())).details).toEqual({ retryAfterMilliseconds: 7000 });
    stub.answer(json(429, {}));
    expect((await faultOf(() => writes())).details).toEqual({ retryAfterMilliseconds: 0 });
    stub.answer(json(409, {}));
    expect((await faultOf(() => writes())).details).toEqual({ retryAfterMilliseconds: 2000 });
  });

  it('the status of a refusal, and what Jira complained of', async () => {
    stub.answer(json(400, { errorMessages: ['Нельзя'], errors: { resolution: 'Resolution is required.' } }));
    const fault = await faultOf(() => writes());
    expect(fault.details).toEqual({ status: 400 });
    expect(fault.message).toContain('Нельзя; resolution: Resolution is required.');
    expect(fault.words.ru).toContain('Jira отказала (400)');
  });

  it('the complaint of the service desk, which calls it otherwise', async () => {
    stub.answer(json(403, { errorMessage: 'Только для агентов' }));
    expect((await faultOf(() => reads())).message).toContain('Только для агентов');
  });

  it('never more of an answer than that', async () => {
    stub.answer(json(400, { errorMessages: ['x'.repeat(5000)], letter: 'Моя зарплата' }));
    const { message, words } = await faultOf(() => writes());
    expect(message.length).toBeLessThan(400);
    expect(message + words.ru).not.toContain('зарплата');
  });
});

describe('a request', () => {
  it.each([
    ['a broken', json(503, {})] as const,
    ['a busy', json(429, {})] as const,
    ['a silent', SILENT] as const,
  ])('is never repeated by itself: to %s Jira it goes once', async (_, answer) => {
    stub.answer(answer);
    await codes(answer);
    expect(stub.asked.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST']);
  });

  it('gets what Jira said, as it said it: dates stay text', async () => {
    const comment = { id: '1', created: '2027-02-16T10:00:00.000+0300', body: {}, strange: [null] };
    stub.answer(json(200, { comments: [comment], total: 1 }));
    expect(await reads()).toEqual({ comments: [comment], total: 1 });
  });

  it('that a 204 answers has nothing to tell', async () => {
    stub.answer((_, response) => response.writeHead(204).end());
    expect(await edits()).toBeUndefined();
  });
});
