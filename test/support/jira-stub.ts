/* A server that answers as a test says, in place of a Jira that fails. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stub {
  readonly url: string;
  /** `GET /rest/api/3/myself`, in order. */
  readonly asked: string[];
  /** How the next requests are answered. */
  readonly answer: (respond: Respond) => void;
  readonly stop: () => Promise<void>;
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

export async function openStub(first: Respond = json(200, {})): Promise<Stub> {
  const asked: string[] = [];
  let respond = first;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    request.on('end', () => respond(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer(next) {
      respond = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Respond {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

export function text(status: number, type: string, body: string): Respond {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
}

/** The connection is closed without an answer. */
export const RESETS: Respond = ({ socket }) => {
  socket.resetAndDestroy();
};

/** The answer begins, and is cut off. */
export const CUT_OFF: Respond = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"a":');
  setImmediate(() => response.destroy());
};

/** No answer ever comes. */
export const SILENT: Respond = () => undefined;
