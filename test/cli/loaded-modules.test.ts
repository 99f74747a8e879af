import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lateReturn } from '#test/support/cli-explained.ts';
import { folderWith } from '#test/support/cli-folder.ts';
import { reglament } from '#test/support/cli-run.ts';

/** Names everything that a process loads, in a file of the folder where it runs. */
const LISTENING = `
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      appendFileSync('loaded.txt', url + '\\n');
      return next(url, context);
    },
  });
`;

async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const cwd = folderWith({ 'ticket.json': lateReturn().toJson() });
  const hook = `data:text/javascript,${encodeURIComponent(LISTENING)}`;
  const { code } = await reglament(args, { cwd, node: ['--import', hook] });
  if (code !== 0) throw new Error(`ended with ${code}`);
  return readFileSync(path.join(cwd, 'loaded.txt'), 'utf8').trimEnd().split('\n');
}

/** Packages and Node's own modules among what was loaded. */
function packagesIn(urls: readonly string[]): ReadonlySet<string> {
  return new Set(
    urls.flatMap(
      (url) => /^node:[\w/]+/.exec(url)?.[0] ?? /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
    ),
  );
}

const HEAVY = [
  'express',
  'helmet',
  'kysely',
  'jira.js',
  'undici',
  'node-cron',
  'prom-client',
  'pino',
  'node:sqlite',
  'node:http',
];

describe('a command loads only what it needs', () => {
  let deadline: ReadonlySet<string>;
  let explain: ReadonlySet<string>;
  let check: ReadonlySet<string>;
  let serve: readonly string[];

  beforeAll(async () => {
    const listed = await Promise.all([
      loadedBy('deadline', '--from', '2026-03-02T10:00+03:00', '--business-days', '2'),
      loadedBy('explain', '--ticket', 'ticket.json', '--event', 'replied', '--at', '2027-03-01T10:05+03:00'),
      loadedBy('check'),
      loadedBy('serve', '--help'),
    ]);
    [deadline, explain, check] = [packagesIn(listed[0]), packagesIn(listed[1]), packagesIn(listed[2])];
    serve = listed[3];
  });

  test.each(HEAVY)('%s is in none of deadline, explain --ticket and check', (name) => {
    expect([deadline.has(name), explain.has(name), check.has(name)]).toEqual([false, false, false]);
  });

  test('but what they do need is among what was listed', () => {
    expect([...deadline]).toEqual(expect.arrayContaining(['commander', 'ajv', 'jsonc-parser']));
    expect([...explain]).toEqual(expect.arrayContaining(['json-rules-engine', 'intl-messageformat']));
  });

  test('deadline decides nothing, and so needs no engine', () => {
    expect(deadline.has('json-rules-engine')).toBe(false);
  });

  test("a command's own code is loaded only when it is called", () => {
    expect(serve.some((url) => url.endsWith('/src/cli/run.ts'))).toBe(true);
    expect(serve.filter((url) => url.includes('/src/cli/commands/'))).toEqual([]);
  });
});
