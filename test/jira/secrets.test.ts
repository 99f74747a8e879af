import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { addComment, getCurrentUser } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, reasonOf } from '#faults.ts';
import { openClient } from '#jira/open-client.ts';
import { toAdf } from '#jira/rich-text.ts';
import { openLog } from '#log.ts';
import { CUT_OFF, json, openStub, RESETS, SILENT, type Stub, text } from '#test/support/jira-stub.ts';

const TOKEN = 'ATATT3xFfGF0-the-token';
const USER = 'bot@example.org';
const SECRETS = [TOKEN, Buffer.from(`${USER}:${TOKEN}`).toString('base64')];
const LETTER = 'Моя зарплата за март';

let stub: Stub;
let client: Client;
/** Waits for an answer no longer than a test may take. */
let impatient: Client;

beforeAll(async () => {
  stub = await openStub();
  const signIn = { url: stub.url, user: USER, token: TOKEN };
  impatient = openClient({ ...signIn, timeoutSeconds: 0.2 });
  client = openClient({ ...signIn, timeoutSeconds: 20 });
});

afterAll(() => stub.stop());

const FAILURES = [
  ['401', json(401, { errorMessages: ['Client must be authenticated'] })],
  ['403', json(403, {})],
  ['404', json(404, { letter: LETTER })],
  ['429', json(429, {})],
  ['500', text(500, 'text/plain', LETTER)],
  ['a login page', text(200, 'text/html', LETTER)],
  ['a reset', RESETS],
  ['a cut off answer', CUT_OFF],
  ['silence', SILENT],
] as const;

describe.each(FAILURES)('after %s', (_, answer) => {
  it('neither the fault nor what stands behind it tells how we sign in', async () => {
    stub.answer(answer);
    const as = answer === SILENT ? impatient : client;
    for (const ask of [getCurrentUser, writes]) {
      const fault: unknown = await ask(as).catch((error: unknown) => error);
      const everything = inspect(fault, { depth: 20, showHidden: true, breakLength: 1e6 });
      expect(everything).toContain('RGL92');
      for (const secret of SECRETS) expect(everything).not.toContain(secret);
    }
  });

  it('what goes into the log tells neither the letter that was sent nor the one in the answer', async () => {
    stub.answer(answer);
    const as = answer === SILENT ? impatient : client;
    const fault = (await writes(as).catch((error: unknown) => error)) as Fault;
    const logged = JSON.stringify([reasonOf(fault), fault.words, fault.details]);
    expect(logged).not.toContain(LETTER);
  });
});

function writes(as: Client): Promise<unknown> {
  return addComment(as, { issueIdOrKey: 'SUP-1', body: toAdf(LETTER) } as never);
}

describe('the log', () => {
  it('keeps ids and codes, and blackens what is called a secret or a text', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reglament-log-'));
    try {
      const file = path.join(folder, 'log');
      const log = openLog(file);
      log.warn('Jira cannot be reached', {
        code: 'RGL9201',
        token: TOKEN,
        authorization: TOKEN,
        text: LETTER,
      });
      const line = readFileSync(file, 'utf8');
      expect(line).toContain('RGL9201');
      for (const secret of [TOKEN, LETTER]) expect(line).not.toContain(secret);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
