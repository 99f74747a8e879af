import { beforeAll, describe, expect, test } from 'vitest';
import { copyWith, runTool } from '#test/support/house-copy.ts';

/** Code that the linter refuses, by the rule that does. */
const FORBIDDEN: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['plugin', 'core/ticket/now.ts', 'export const planted = Date.now();'],
  ['plugin', 'evaluation/now.ts', 'export const planted = new Date();'],
  ['plugin', 'standard/desk/chance.ts', 'export const planted = Math.random();'],
  ['plugin', 'sweep/instant.ts', 'export const planted = Temporal.Now.instant();'],
  ['plugin', 'sweep/zoned.ts', "export const planted = Temporal.Now.zonedDateTimeISO('UTC');"],
  ['lint/style/noRestrictedGlobals', 'core/ticket/old-date.ts', 'export const planted = () => Date();'],
  ['lint/style/noRestrictedGlobals', 'core/policy/asks.ts', "export const planted = () => fetch('/');"],
  ['lint/style/noRestrictedGlobals', 'standard/desk/waits.ts', 'export const planted = setTimeout;'],
  ['lint/style/noRestrictedGlobals', 'core/issue/chance.ts', 'export const planted = crypto.randomUUID();'],
  [
    'lint/correctness/noNodejsModules',
    'core/policy/disk.ts',
    "import fs from 'node:fs';\nexport const planted = fs;",
  ],
  ['lint/style/noProcessEnv', 'app/environment.ts', 'export const planted = process.env.JIRA_TOKEN;'],
  ['lint/suspicious/noConsole', 'outbox/prints.ts', "export const planted = () => console.log('done');"],
  ['lint/style/noRestrictedImports', 'outbox/climbs.ts', "export { machineClock } from '../clock.ts';"],
  ['lint/correctness/useImportExtensions', 'outbox/bare.ts', "export { retryAt } from './retry-schedule';"],
  [
    'lint/correctness/noUndeclaredDependencies',
    'outbox/guest.ts',
    "import left from 'left-pad';\nexport const planted = left;",
  ],
  ['lint/style/noDefaultExport', 'outbox/nameless.ts', 'export default 1;'],
  ['lint/style/noEnum', 'outbox/listed.ts', 'export enum Planted {\n  one,\n}'],
  ['lint/style/useFilenamingConvention', 'outbox/CamelCase.ts', 'export const planted = 1;'],
  ['lint/style/noExcessiveLinesPerFile', 'outbox/long.ts', `${'export {};\n'.repeat(251)}`],
  [
    'lint/nursery/noFloatingPromises',
    'outbox/forgets.ts',
    'async function act() {}\nexport function planted() {\n  act();\n}',
  ],
  [
    'lint/nursery/useExhaustiveSwitchCases',
    'outbox/half.ts',
    "export function planted(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n}",
  ],
  ['lint/suspicious/noImportCycles', 'outbox/ring-a.ts', "import './ring-b.ts';"],
];

interface Linted {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

describe('the linter', () => {
  let found: ReadonlySet<string>;

  beforeAll(async () => {
    const planted = Object.fromEntries(FORBIDDEN.map(([, file, code]) => [`src/${file}`, `${code}\n`]));
    const folder = copyWith({ ...planted, 'src/outbox/ring-b.ts': "import './ring-a.ts';\n" });
    const files = Object.keys(planted);
    const { stdout } = await runTool(
      'biome',
      ['lint', '--reporter=json', '--max-diagnostics=none', ...files],
      folder,
    );
    const { diagnostics }: Linted = JSON.parse(stdout);
    found = new Set(diagnostics.map(({ category, location }) => `${category} ${location.path}`));
  });

  test.each(FORBIDDEN)('%s refuses %s', (rule, file) => {
    expect(found).toContain(`${rule} src/${file}`);
  });

  test('lets the one clock read the time', async () => {
    const { stdout } = await runTool('biome', ['lint', '--reporter=json', 'src/clock.ts'], copyWith());

    expect(JSON.parse(stdout).diagnostics).toEqual([]);
  });
});

/** Code that the type checker refuses, by what it says. */
const MISTYPED: readonly (readonly [code: string, file: string, text: string])[] = [
  ['TS1294', 'not-erasable.ts', 'export class Planted {\n  constructor(readonly at: string) {}\n}'],
  ['TS6133', 'unused.ts', 'const planted = 1;\nexport {};'],
  ['TS7030', 'half-returned.ts', 'export function planted(yes: boolean) {\n  if (yes) return 1;\n}'],
  ['TS2532', 'unchecked.ts', 'export const planted = (list: readonly string[]) => list[0].length;'],
  ['TS2375', 'undefined-given.ts', 'export const planted: { readonly at?: string } = { at: undefined };'],
  ['TS7006', 'untyped.ts', 'export const planted = (anything) => anything;'],
];

test('the type checker is strict: what erases, what may be undefined, what is not used', async () => {
  const planted = Object.fromEntries(MISTYPED.map(([, file, text]) => [`src/planted/${file}`, text]));
  const folder = copyWith({
    ...planted,
    'planted.json': JSON.stringify({ extends: './tsconfig.json', include: ['src/planted'] }),
  });

  const { code, stdout } = await runTool('tsc', ['--project', 'planted.json', '--pretty', 'false'], folder);

  expect(code).not.toBe(0);
  for (const [error, file] of MISTYPED)
    expect(stdout).toMatch(new RegExp(`^src/planted/${file}\\(.*error ${error}:`, 'm'));
});
