/* A process of its own: sends signed webhooks as it is told, and answers with what it saw. */
import { Pool } from 'undici';
import { percentile } from '#test/bench/statistics.ts';
import { type SignedBody, signedBodies } from './signed-bodies.ts';

/** What to send. Bodies are written and signed before the clock starts. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Number of the first letter. */
  readonly first: number;
  readonly count: number;
  /** Requests a second, sent when planned, whether answers come or not; absent: each connection as fast as it is answered. */
  readonly perSecond?: number;
}

export interface SeenLoad {
  readonly perSecond: number;
  readonly p50Milliseconds: number;
  /** At a planned rate counted from the planned time: who is sent late has waited already. */
  readonly p99Milliseconds: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly averageBytes: number;
}

process.on('message', async (load: Load) => process.send?.(await send(load)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function send(load: Load): Promise<SeenLoad> {
  const bodies = signedBodies(load.first, load.count);
  const pool = new Pool(`http://127.0.0.1:${load.port}`, { connections: load.connections, pipelining: 1 });
  const statuses: Record<number, number> = {};
  const latencies: number[] = [];
  const post = async (signed: SignedBody, since: number) => {
    const status = await postTo(pool, signed);
    latencies.push(performance.now() - since);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const started = performance.now();
  await (load.perSecond === undefined
    ? asAnswered(bodies, load.connections, post)
    : asPlanned(bodies, load.perSecond, post));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return {
    perSecond: load.count / seconds,
    p50Milliseconds: percentile(latencies, 0.5),
    p99Milliseconds: percentile(latencies, 0.99),
    statuses,
    averageBytes: bodies.reduce((bytes, { body }) => bytes + body.length, 0) / bodies.length,
  };
}

async function postTo(pool: Pool, { body, signature }: SignedBody): Promise<number> {
  const { statusCode, body: answer } = await pool.request({
    path: '/webhooks/jira',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature': signature },
    body,
  });
  await answer.dump();
  return statusCode;
}

type Post = (signed: SignedBody, since: number) => Promise<void>;

async function asAnswered(bodies: readonly SignedBody[], connections: number, post: Post): Promise<void> {
  const left = bodies.values();
  const worker = async () => {
    for (const signed of left) await post(signed, performance.now());
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

async function asPlanned(bodies: readonly SignedBody[], perSecond: number, post: Post): Promise<void> {
  const started = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < bodies.length) {
    const due = Math.min(bodies.length, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
    for (const signed of bodies.slice(sent.length, due))
      sent.push(post(signed, started + (sent.length / perSecond) * 1000));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
}
