import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOME } from '#test/support/cli-run.ts';
import { copyWith, runTool } from '#test/support/house-copy.ts';

/** What must not be built, where, and the wall that it breaks. */
const PLANTED: readonly (readonly [wall: string, file: string, code: string])[] = [
  ['core-is-pure', 'core/ticket/reads-disk.ts', "import fs from 'node:fs';\nexport const planted = fs;"],
  ['core-is-pure', 'standard/letter/reads-disk.ts', "import os from 'node:os';\nexport const planted = os;"],
  [
    'core-calendar-imports-only-lower-core',
    'core/calendar/up.ts',
    "export type { Ticket } from '#core/ticket/ticket.ts';",
  ],
  [
    'core-ticket-imports-only-lower-core',
    'core/ticket/up.ts',
    "export { decide } from '#core/decision/decide.ts';",
  ],
  [
    'core-issue-imports-only-lower-core',
    'core/issue/up.ts',
    "export type { Reglament } from '#core/policy/language/reglament.ts';",
  ],
  [
    'core-policy-imports-only-lower-core',
    'core/policy/up.ts',
    "export { decide } from '#core/decision/decide.ts';",
  ],
  [
    'core-decision-imports-only-lower-core',
    'core/decision/up.ts',
    "export { machineClock } from '#clock.ts';",
  ],
  [
    'core-prose-imports-only-lower-core',
    'core/prose/decides.ts',
    "export { decide } from '#core/decision/decide.ts';",
  ],
  [
    'core-timeline-imports-only-lower-core',
    'core/timeline/up.ts',
    "export { readIssue } from '#core/issue/read-issue.ts';",
  ],
  [
    'core-never-learns-who-contributes',
    'core/policy/knows.ts',
    "export { standardVocabulary } from '#standard/vocabulary.ts';",
  ],
  ['standard-sees-only-core', 'standard/desk/out.ts', "export { machineClock } from '#clock.ts';"],
  [
    'evaluation-knows-only-core-and-ports',
    'evaluation/out.ts',
    "export { readConfiguration } from '#configuration/read-configuration.ts';",
  ],
  ['only-named-files-import-jira', 'intake/calls-jira.ts', "export { toHint } from '#jira/to-hint.ts';"],
  [
    'only-named-files-import-store',
    'cli/commands/opens-store.ts',
    "export { openStore } from '#store/open-store.ts';",
  ],
  ['only-named-files-import-sweep', 'outbox/sweeps.ts', "export { sweepOnce } from '#sweep/sweep-once.ts';"],
  ['only-named-files-import-intake', 'outbox/hears.ts', "export type * from '#intake/ports.ts';"],
  ['only-named-files-import-operations', 'outbox/counts.ts', "export type * from '#operations/metrics.ts';"],
  ['only-named-files-import-app', 'outbox/wires.ts', "export type * from '#app/start-service.ts';"],
  ['only-named-files-import-cli', 'app/prints.ts', "export { openTerminal } from '#cli/print/terminal.ts';"],
  [
    'only-named-files-import-simulator',
    'app/plays.ts',
    "export { startSimulator } from '#simulator/start-simulator.ts';",
  ],
  ['only-named-files-import-rehearsal', 'app/rehearses.ts', "export { openDesk } from '#rehearsal/desk.ts';"],
  [
    'a-rehearsal-has-no-wire-and-no-store',
    'rehearsal/serves.ts',
    "export { signIn } from '#simulator/http/sign-in.ts';",
  ],
  ['only-named-files-import-demo', 'app/shows.ts', "export { STORIES } from '#demo/stories/all.ts';"],
  [
    'adapters-see-ports-not-machinery',
    'store/runs-sweep.ts',
    "export { sweepOnce } from '#sweep/sweep-once.ts';",
  ],
  [
    'adapters-see-ports-not-machinery',
    'jira/runs-evaluation.ts',
    "export { evaluateTicket } from '#evaluation/evaluate-ticket.ts';",
  ],
  [
    'one-gateway-speaks-to-jira',
    'sweep/second-gateway.ts',
    "import * as jira from 'jira.js';\nexport const planted = jira;",
  ],
  [
    'one-gateway-speaks-to-jira',
    'operations/second-client.ts',
    "import { request } from 'undici';\nexport const planted = request;",
  ],
  [
    'one-file-knows-the-engine',
    'core/decision/second-engine.ts',
    "import { Engine } from 'json-rules-engine';\nexport const planted = Engine;",
  ],
  [
    'sql-stays-in-the-store',
    'outbox/queries.ts',
    "import { sql } from 'kysely';\nexport const planted = sql;",
  ],
  [
    'http-at-the-edge',
    'evaluation/serves.ts',
    "import express from 'express';\nexport const planted = express;",
  ],
  ['one-schedule', 'outbox/schedules.ts', "import cron from 'node-cron';\nexport const planted = cron;"],
  [
    'one-pattern-engine',
    'standard/letter/patterns.ts',
    "import { RE2JS } from 're2js';\nexport const planted = RE2JS;",
  ],
  ['one-log', 'intake/logs.ts', "import pino from 'pino';\nexport const planted = pino;"],
  ['no-cycles', 'core/ticket/ring-a.ts', "import './ring-b.ts';"],
  ['src-never-imports-test', 'policies/tested.ts', "export { planted } from '#test/planted.ts';"],
  ['imports-resolve', 'policies/lost.ts', "export { lost } from './nowhere.ts';"],
  [
    'no-dev-dependency-in-src',
    'policies/fuzzes.ts',
    "import fc from 'fast-check';\nexport const planted = fc;",
  ],
  ['no-orphans', 'policies/forgotten.ts', 'export const planted = 1;'],
];

const BESIDE = {
  'src/core/ticket/ring-b.ts': "import './ring-a.ts';",
  'test/planted.ts': 'export const planted = 1;',
};

interface Cruise {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

describe('the walls of the house', () => {
  let broken: ReadonlySet<string>;
  let clean: Cruise['summary']['violations'];

  beforeAll(async () => {
    const planted = Object.fromEntries(PLANTED.map(([, file, code]) => [`src/${file}`, code]));
    const cruise = async (folder: string) => {
      const { stdout } = await runTool('depcruise', ['src', '--output-type', 'json'], folder);
      const { summary }: Cruise = JSON.parse(stdout);
      return summary.violations;
    };
    const [found, none] = await Promise.all([
      cruise(copyWith({ ...planted, ...BESIDE })),
      cruise(copyWith()),
    ]);
    broken = new Set(
      found.filter(({ rule }) => rule.severity === 'error').map(({ rule, from }) => `${rule.name} ${from}`),
    );
    clean = none;
  });

  test.each(PLANTED)('%s is broken by %s, and that is seen', (wall, file) => {
    expect(broken).toContain(`${wall} src/${file}`);
  });

  test('stand: nothing breaks them', () => {
    expect(clean).toEqual([]);
  });

  test('are each tried here, and say why they stand', async () => {
    const { default: house }: House = await import(path.join(HOME, '.dependency-cruiser.mjs'));

    expect([...new Set(PLANTED.map(([wall]) => wall))].sort()).toEqual(
      house.forbidden.map(({ name }) => name).sort(),
    );
    for (const { name, comment, severity } of house.forbidden) {
      expect({ name, severity, why: comment.length > 8 }).toEqual({ name, severity: 'error', why: true });
    }
  });
});

interface House {
  readonly default: {
    readonly forbidden: readonly {
      readonly name: string;
      readonly comment: string;
      readonly severity: string;
    }[];
  };
}
