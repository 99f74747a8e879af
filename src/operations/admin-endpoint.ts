import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type Request } from 'express';

/** What commands on this machine can ask of the running service. */
export interface AdminActs {
  /** One sweep now. */
  readonly sweep: () => Promise<object>;
  /** Stops everything; says by what everything is stopped now. */
  readonly stop: (note: { readonly by?: string; readonly reason?: string }) => Promise<object>;
  /** Takes back what `stop` did; says what still stops us, if anything does. */
  readonly resume: () => Promise<object>;
  /** Whether there is nothing to do, and when the desk's clock would give something to do. */
  readonly idle: () => Promise<object>;
  /** Moves the desk's clock; only where it is not the machine's. */
  readonly moveDeskClock: ((to: Temporal.Instant) => Promise<void>) | undefined;
}

export interface AdminEndpoint {
  readonly close: () => Promise<void>;
}

/** Where commands find the running service: an address on this machine, and a token that only its user can read. */
export const ADMIN_FILE = 'admin.json';

/**
 * Opens the local admin endpoint: on this machine only, on a port of its own, with a token that stands in a file
 * which nobody but the service's user can read.
 *
 * @param folder the store's folder
 */
export async function openAdminEndpoint(folder: string, acts: AdminActs): Promise<AdminEndpoint> {
  const token = randomBytes(24).toString('base64url');
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    if (bearsToken(request, token)) next();
    else response.status(401).json({ error: 'token' });
  });
  app.use(express.json());
  app.get('/admin/idle', async (_, response) => void response.json(await acts.idle()));
  app.post('/admin/sweep', async (_, response) => void response.json(await acts.sweep()));
  app.post('/admin/stop', async (request, response) => {
    const { by, reason } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const note = {
      ...(typeof by === 'string' ? { by } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
    };
    response.json(await acts.stop(note));
  });
  app.post('/admin/resume', async (_, response) => void response.json(await acts.resume()));
  const { moveDeskClock } = acts;
  if (moveDeskClock !== undefined) {
    app.post('/admin/desk-clock', async (request, response) => {
      await moveDeskClock(Temporal.Instant.from(String(request.body?.now)));
      response.json({});
    });
  }
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const file = path.join(folder, ADMIN_FILE);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ url: `http://127.0.0.1:${port}`, token, pid: process.pid }), {
    mode: 0o600,
  });
  return {
    close: () =>
      new Promise((resolve) => {
        rmSync(file, { force: true });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bearsToken(request: Request, token: string): boolean {
  const given = Buffer.from(request.get('authorization')?.replace(/^Bearer /, '') ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
