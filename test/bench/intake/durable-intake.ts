import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure, Measured } from '#test/bench/figure.ts';
import { rangeOf } from '#test/bench/interleaved.ts';
import { median } from '#test/bench/statistics.ts';
import type { Load, SeenLoad } from './load-generator.ts';
import { answerOf, openServer, type ServerProcess } from './server-process.ts';

export interface IntakeMethod {
  readonly connections: number;
  readonly rounds: number;
  readonly fastRequests: number;
  readonly plannedRequests: number;
  readonly perSecond: number;
}

const METHOD: IntakeMethod = {
  connections: 64,
  rounds: 7,
  fastRequests: 5000,
  plannedRequests: 2000,
  perSecond: 500,
};

/** What both servers were seen to do, round by round. */
export interface IntakeRounds {
  readonly bare: readonly Round[];
  readonly durable: readonly Round[];
}

export interface Round {
  readonly fast: SeenLoad;
  readonly planned: SeenLoad;
}

/** The service's intake with its store, beside a bare server that only checks signatures. */
export async function durableIntake(): Promise<Measured> {
  const { bare, durable } = await intakeRounds(METHOD);
  const ratios = durable.map(
    ({ fast }, round) => fast.perSecond / (bare[round]?.fast.perSecond ?? Number.NaN),
  );
  const figure = (name: string, unit: string, values: readonly number[]): Figure => ({
    name,
    value: median(values),
    unit,
    range: rangeOf(values),
  });
  const { connections, rounds, fastRequests, plannedRequests, perSecond } = METHOD;
  const kilobytes = ((durable[0]?.fast.averageBytes ?? 0) / 1000).toFixed(1);
  return {
    title: 'durable intake: signature, store with full sync, 202',
    method:
      `Both servers and the load generator in processes of their own, ${connections} connections, bodies of ${kilobytes} kB, no ` +
      `two alike. ${rounds} rounds in turn: ${fastRequests} requests as fast as they are answered, then ${plannedRequests} planned ` +
      `at ${perSecond}/s and timed from the planned moment; one more round before warms up. Medians of the rounds ` +
      `(lowest–highest). Every answer was 202, and every delivery is in the store.`,
    figures: [
      figure(
        'bare node:http',
        'requests/s',
        bare.map(({ fast }) => fast.perSecond),
      ),
      figure(
        'durable intake',
        'requests/s',
        durable.map(({ fast }) => fast.perSecond),
      ),
      { ...figure('durable intake / bare node:http', 'x', ratios), goal: { atLeast: 0.25 } },
      figure(
        `bare node:http at ${perSecond}/s, p99`,
        'ms',
        bare.map(({ planned }) => planned.p99Milliseconds),
      ),
      figure(
        `durable intake at ${perSecond}/s, p50`,
        'ms',
        durable.map(({ planned }) => planned.p50Milliseconds),
      ),
      {
        ...figure(
          `durable intake at ${perSecond}/s, p99`,
          'ms',
          durable.map(({ planned }) => planned.p99Milliseconds),
        ),
        goal: { atMost: 25 },
      },
    ],
  };
}

/** @throws Error when an answer was not 202, or a delivery that was answered is not in the store */
export async function intakeRounds(method: IntakeMethod): Promise<IntakeRounds> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
  const generator = fork(path.join(import.meta.dirname, 'load-generator.ts'));
  const ready = answerOf<string>(generator);
  const servers = await Promise.all([openServer('bare-server.ts'), openServer('durable-server.ts', folder)]);
  await ready;
  const send = (load: Load) => {
    generator.send(load);
    return answerOf<SeenLoad>(generator);
  };
  try {
    const [bare, durable] = servers;
    const rounds = { bare: [] as Round[], durable: [] as Round[] };
    for (let round = 0; round <= method.rounds; round += 1) {
      const ofBare = await roundOf(method, bare, round, send);
      const ofDurable = await roundOf(method, durable, round, send);
      if (round === 0) continue;
      rounds.bare.push(ofBare);
      rounds.durable.push(ofDurable);
    }
    return rounds;
  } finally {
    generator.disconnect();
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
  }
}

async function roundOf(
  { connections, fastRequests, plannedRequests, perSecond }: IntakeMethod,
  server: ServerProcess,
  round: number,
  send: (load: Load) => Promise<SeenLoad>,
): Promise<Round> {
  const { port } = server;
  const first = 1_000_000 + round * (fastRequests + plannedRequests);
  const before = await server.accepted();
  const fast = await send({ port, connections, first, count: fastRequests });
  const planned = await send({
    port,
    connections,
    first: first + fastRequests,
    count: plannedRequests,
    perSecond,
  });
  mustBeAccepted(fast, fastRequests);
  mustBeAccepted(planned, plannedRequests);
  const accepted = (await server.accepted()) - before;
  if (accepted !== fastRequests + plannedRequests)
    throw new Error(`${fastRequests + plannedRequests} were sent, ${accepted} are there`);
  return { fast, planned };
}

function mustBeAccepted({ statuses }: SeenLoad, count: number): void {
  if (statuses[202] !== count)
    throw new Error(`not every answer was 202: ${JSON.stringify(statuses)} of ${count}`);
}
