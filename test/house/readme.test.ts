import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openMetrics } from '#operations/metrics.ts';
import { configured } from '#test/support/cli-configured.ts';
import { projectWith } from '#test/support/cli-folder.ts';
import { HOME, type Outcome, reglament } from '#test/support/cli-run.ts';
import { foundIn, readHouseFile } from '#test/support/house-files.ts';

const README = readHouseFile('README.md');
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readHouseFile('package.json')).scripts;

/** Whatever is asked for: there is none of it. */
const NOTHING_WAITS = new Proxy(Object.create(null), { get: () => 0 });

/** `reglament sweep --dry-run` and its like, as written in code. */
const CALLS = foundIn(README, /`(?:npx )?reglament ([a-z][^`|]*)`|^\s*npx reglament ([a-z][^#\n]*)/gm).map(
  (call) => call.trim().split(/\s+/),
);

describe('the README', () => {
  const help = new Map<string, Outcome>();

  beforeAll(async () => {
    const commands = [...new Set(CALLS.map(([command = '']) => command))];
    const outcomes = await Promise.all(commands.map((command) => reglament([command, '--help'])));
    for (const [index, outcome] of outcomes.entries()) help.set(commands[index] ?? '', outcome);
  });

  test('names only commands that exist', () => {
    expect(help.size).toBeGreaterThan(3);
    for (const [command, { stdout }] of help) expect(stdout).toContain(`reglament ${command} [options]`);
  });

  test('names only options that their commands have', () => {
    for (const [command = '', ...words] of CALLS) {
      for (const option of words.filter((word) => word.startsWith('--'))) {
        expect(`${command}: ${help.get(command)?.stdout}`).toContain(option);
      }
    }
  });

  test('names only scripts that package.json has', () => {
    const scripts = foundIn(README, /npm run ([\w:-]+)/g);
    const short = foundIn(README, /npm (start|test)\b/g);

    expect([...scripts, ...short].filter((script) => !(script in SCRIPTS))).toEqual([]);
  });

  test('names only files that are there', () => {
    const named = foundIn(
      README,
      /`((?:rules|config|src|test)\/[\w./-]+|\.dependency-cruiser\.mjs|CHANGELOG\.md)`/g,
    );

    expect(named.filter((name) => !existsSync(path.join(HOME, name)))).toEqual([]);
  });

  test('links only to what is there', () => {
    const linked = foundIn(README, /\]\(((?!https?:|#)[^)]+)\)/g);

    expect(linked.filter((name) => !existsSync(path.join(HOME, name)))).toEqual([]);
  });

  test('names each metric that is counted, and no other', async () => {
    const { render } = openMetrics(async () => NOTHING_WAITS);
    const counted = foundIn(await render(), /^# TYPE (\w+)/gm);
    const named = foundIn(README, /`(reglament_\w+)/g);

    expect(named.length === 0 ? counted : named).toEqual(counted);
  });

  test('shows only settings that a configuration may hold', () => {
    for (const settings of foundIn(README, /`("modes": \{[^`]*\})`/g)) {
      expect(configured({ 'c.json': `{ ${settings} }` }).diagnostics).toEqual([]);
    }
  });

  test('begins with a change that can be made, and that check accepts', async () => {
    const [from] = foundIn(README, /change `("consultation": "2 business days")`/g);
    const rules = readHouseFile('rules/reopening.policy.json');
    const [to] = foundIn(README, /to `("consultation": "3 business days")`/g);
    expect(rules).toContain(from);

    const folder = projectWith(['rules/reopening.policy.json', from ?? '', to ?? '']);
    expect(await reglament(['check'], { cwd: folder })).toMatchObject({ code: 0 });
  });
});
