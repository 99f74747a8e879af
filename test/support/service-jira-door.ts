/* A door before the simulated Jira, behind which a network can break down: real HTTP, failing on purpose. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a request fails. */
export type Trouble =
  /** Jira answers so, and does nothing. */
  | {
      readonly answers: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: object;
    }
  /** The connection is cut before Jira gets the request, or after it has done it. */
  | { readonly cut: 'before' | 'after' }
  /** It is let through when the test says so. */
  | { readonly holds: Promise<void> };

export interface JiraCall {
  readonly method: string;
  readonly path: string;
}

export interface JiraDoor {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly calls: readonly JiraCall[];
  readonly count: (method: string, path: RegExp) => number;
  /** From now on such requests fail so, as often as said; else until {@link JiraDoor.mend}. */
  readonly fail: (method: string, path: RegExp, trouble: Trouble, times?: number) => void;
  readonly mend: () => void;
}

interface Failing {
  readonly method: string;
  readonly path: RegExp;
  readonly trouble: Trouble;
  left: number;
}

export async function doorBefore(target: string): Promise<JiraDoor> {
  const calls: JiraCall[] = [];
  let failing: Failing[] = [];
  const server = createServer((request, response) => {
    const call = { method: request.method ?? 'GET', path: request.url ?? '/' };
    calls.push(call);
    const match = failing.find(
      ({ method, path, left }) => left > 0 && method === call.method && path.test(call.path),
    );
    if (match !== undefined) match.left -= 1;
    void pass(target, request, response, match?.trouble).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    count: (method, path) => calls.filter((call) => call.method === method && path.test(call.path)).length,
    fail: (method, path, trouble, times = Number.POSITIVE_INFINITY) =>
      void failing.push({ method, path, trouble, left: times }),
    mend: () => {
      failing = [];
    },
  };
}

async function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  trouble: Trouble | undefined,
): Promise<void> {
  const body = await bodyOf(request);
  if (trouble !== undefined && 'cut' in trouble && trouble.cut === 'before') {
    response.destroy();
    return;
  }
  if (trouble !== undefined && 'answers' in trouble) {
    response.writeHead(trouble.answers, { 'content-type': 'application/json', ...trouble.headers });
    response.end(JSON.stringify(trouble.body ?? { errorMessages: ['out of order'], errors: {} }));
    return;
  }
  if (trouble !== undefined && 'holds' in trouble) await trouble.holds;
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method ?? 'GET',
    headers: passedOn(request),
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  const content = Buffer.from(await answer.arrayBuffer());
  if (trouble !== undefined && 'cut' in trouble) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(content);
}

function passedOn({ headers }: IncomingMessage): Record<string, string> {
  const kept = ['authorization', 'content-type', 'accept', 'x-atlassian-token'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
